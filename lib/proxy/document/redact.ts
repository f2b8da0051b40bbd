import { isRecord, isSensitiveName, REDACTED } from "../../core/mod.ts";

/** What stands in the place of a secret in base64, as Envoy itself writes it. */
const REDACTED_BASE64 = "W3JlZGFjdGVkXQ==";

/** Fields of Envoy's configuration whose whole content is secret. */
const SECRET_FIELDS: ReadonlySet<string> = new Set([
  "access_token",
  "generic_secret",
  "hmac_secret",
  "json_web_token",
  "password",
  "pkcs12",
  "private_key",
  "secret_key",
  "session_ticket_keys",
  "token_secret",
].flatMap((name) => [name, name.replaceAll(/_([a-z])/g, (_, letter) => letter.toUpperCase())]));

const PRIVATE_KEY =
  /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----[\s\S]*?(?:-----END (?:[A-Z0-9]+ )*PRIVATE KEY-----|$)/g;

/** The signature of a token may be empty, its head and body are objects. */
const TOKEN = /\beyJ[\w-]{5,}\.eyJ[\w-]{5,}\.[\w-]*/g;

/** Whether and how a document was changed. */
export interface Redaction {
  /** The document without secrets; the same object where it had none. */
  readonly value: unknown;
  /** How many were taken out. */
  readonly count: number;
}

/** Takes private keys, passwords and tokens out of a parsed dump. Certificates stay. */
export function redactSecrets(document: unknown): Redaction {
  const counter = { count: 0 };
  const value = redacted(document, counter);
  return { value: counter.count === 0 ? document : value, count: counter.count };
}

interface Counter {
  count: number;
}

function redacted(value: unknown, counter: Counter): unknown {
  if (typeof value === "string") return redactText(value, counter);
  if (Array.isArray(value)) return value.map((item) => redacted(item, counter));
  if (!isRecord(value)) return value;
  const header = typeof value["key"] === "string" ? value["key"] : "";
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (SECRET_FIELDS.has(name)) return [name, hidden(member, counter)];
      const isHeader = name === "value" && isSensitiveName(header);
      return [name, isHeader ? hidden(member, counter) : redacted(member, counter)];
    }),
  );
}

/** The form of a secret stays, and the file where it lies; the content goes. */
function hidden(value: unknown, counter: Counter): unknown {
  if (Array.isArray(value)) return value.map((item) => hidden(item, counter));
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        const isPublic = /^(?:name|filename|sds_config|sdsConfig|environment_?[vV]ariable)$/.test(
          name,
        );
        if (isPublic) return [name, member];
        const isBytes = /^inline_?[bB]ytes$/.test(name);
        return [name, isBytes ? hide(member, REDACTED_BASE64, counter) : hidden(member, counter)];
      }),
    );
  }
  return typeof value === "string" ? hide(value, REDACTED, counter) : value;
}

function hide(value: unknown, mark: string, counter: Counter): unknown {
  if (value === mark || value === REDACTED || value === "") return value;
  counter.count++;
  return mark;
}

function redactText(text: string, counter: Counter): string {
  const replaced = text.replaceAll(PRIVATE_KEY, REDACTED).replaceAll(TOKEN, REDACTED);
  const isHiddenKey = replaced === text && text.startsWith("LS0t") && isEncodedKey(text);
  if (replaced === text && !isHiddenKey) return text;
  counter.count++;
  return isHiddenKey ? REDACTED_BASE64 : replaced;
}

/** `LS0t` is how every PEM text begins in base64. */
function isEncodedKey(text: string): boolean {
  try {
    return atob(text).includes("PRIVATE KEY-----");
  } catch {
    return false;
  }
}
