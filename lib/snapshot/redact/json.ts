import { isRecord, isSensitiveName, REDACTED, scrub } from "../../core/mod.ts";
import { keptAnnotations } from "./metadata.ts";

type Json = Readonly<Record<string, unknown>>;

/** Fields under which headers are added: of Envoy, of VirtualServices and of routes of the Gateway API. */
const ADDED_HEADERS =
  /^(?:request|response)(?:_headers_to_|HeadersTo)(?:add|set|Add|Set)$|^initial_?metadata$|^(?:headers|metadata)_to_add$/i;
/** Filters of routes of the Gateway API that change headers. */
const HEADER_FILTERS = new Set(["requestHeaderModifier", "responseHeaderModifier"]);
/** Source text of filters, and settings of extensions that are anybody's. */
const CODE = new Set(["inline_code", "inlineCode", "default_source_code"]);

/**
 * A document of Envoy, of istiod or of Kubernetes without secrets: annotations only of the mesh, no values
 * of headers that are added or matched by a sensitive name, no values of fields of a sensitive name, no
 * source code, and nothing that looks like a secret in any text. Parts without any are not copied: most of a
 * document is such, and documents are large.
 */
export function redactJson(value: unknown): unknown {
  if (typeof value === "string") return scrub(value);
  if (Array.isArray(value)) return redactItems(value);
  if (!isRecord(value)) return value;
  if (isHeaderOfSensitiveName(value)) return withoutMatch(value);
  let redacted: Record<string, unknown> | undefined;
  for (const field of Object.keys(value)) {
    const kept = redactField(field, value[field]);
    if (kept !== value[field]) (redacted ??= { ...value })[field] = kept;
  }
  return redacted ?? value;
}

function redactItems(items: readonly unknown[]): readonly unknown[] {
  let redacted: unknown[] | undefined;
  for (let i = 0; i < items.length; i++) {
    const kept = redactJson(items[i]);
    if (kept !== items[i]) (redacted ??= [...items])[i] = kept;
  }
  return redacted ?? items;
}

function redactField(field: string, value: unknown): unknown {
  if (/^annotations$/i.test(field) && isRecord(value)) return redactJson(keptAnnotations(value));
  if (ADDED_HEADERS.test(field) && Array.isArray(value)) return value.map(withoutHeaderValue);
  if (field === "headers" && isRecord(value)) return redactHeaders(value);
  if (HEADER_FILTERS.has(field) && isRecord(value)) return redactOperations(value);
  if (field === "configuration" && isRecord(value) && typeof value["value"] === "string") {
    return { ...value, value: REDACTED };
  }
  if (CODE.has(field) && typeof value === "string") return REDACTED;
  if ((field === "inline_string" || field === "jwks") && typeof value === "string") {
    return redactInline(value);
  }
  if (field === "inline_bytes" && typeof value === "string") return redactInlineBytes(value);
  if (typeof value === "string" && value !== "" && isSecretField(field)) return REDACTED;
  return redactJson(value);
}

/** Fields that hold a secret themselves; `secret` and `token` alone are often names of such things. */
function isSecretField(field: string): boolean {
  return /^(?:password|passwd|client_?secret|(?:access|refresh|bearer|id)_?token|api_?key|private_?key|hmac_?secret|inline_?(?:token|secret))$/i
    .test(field);
}

/** `headers` of a VirtualService: matches by name, or `request` and `response` with what they set and add. */
function redactHeaders(headers: Json): unknown {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if ((name === "request" || name === "response") && isRecord(value)) {
        return [name, redactOperations(value)];
      }
      if (isSensitiveName(name) && isRecord(value)) return [name, withoutMatch(value)];
      return [name, redactJson(value)];
    }),
  );
}

function redactOperations(operations: Json): unknown {
  return Object.fromEntries(
    Object.entries(operations).map(([operation, value]) => [
      operation,
      operation === "set" || operation === "add" ? withoutValues(value) : redactJson(value),
    ]),
  );
}

/** Names of headers, without values: a map in Istio, a list in the Gateway API. */
function withoutValues(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((each) => isRecord(each) ? { ...each, value: REDACTED } : each);
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.keys(value).map((name) => [name, REDACTED]));
}

function withoutHeaderValue(added: unknown): unknown {
  if (!isRecord(added)) return added;
  const { header } = added;
  if (!isRecord(header)) {
    return "value" in added ? { ...added, value: REDACTED } : redactJson(added);
  }
  const value = String(header["value"] ?? "");
  // Envoy's own operators, such as the address of the client, are no secrets.
  const isComputed = /^(?:%[^%]+%)+$/.test(value) && !isSensitiveName(value);
  return { ...added, header: { ...header, value: isComputed ? value : REDACTED } };
}

/** A match or a rule about a header, such as `{ name: "authorization", string_match: { … } }`. */
function isHeaderOfSensitiveName(match: Json): boolean {
  const { name, key } = match;
  const header = typeof name === "string" ? name : key;
  if (typeof header !== "string" || !isSensitiveName(header)) return false;
  const isMatch = [
    "string_match",
    "exact_match",
    "prefix_match",
    "safe_regex_match",
    "suffix_match",
    "contains_match",
  ]
    .some((field) => field in match);
  return isMatch || "value" in match || "values" in match || "notValues" in match;
}

/** A match without what it compares with. */
function withoutMatch(match: Json): unknown {
  return Object.fromEntries(
    Object.entries(match).map(([field, value]) => {
      if (field === "name" || field === "key" || field === "type") return [field, value];
      if (typeof value === "string") return [field, REDACTED];
      if (Array.isArray(value)) return [field, value.map(() => REDACTED)];
      return [field, isRecord(value) ? withoutMatch(value) : value];
    }),
  );
}

/** Certificates and public keys are kept, since their validity matters; nothing else in place is. */
function redactInline(text: string): string {
  if (/^\s*-----BEGIN CERTIFICATE-----/.test(text) && !text.includes("PRIVATE KEY")) return text;
  return isPublicKeySet(text) ? text : REDACTED;
}

function redactInlineBytes(base64: string): string {
  try {
    const text = atob(base64);
    return redactInline(text) === text ? base64 : REDACTED;
  } catch {
    return REDACTED;
  }
}

function isPublicKeySet(text: string): boolean {
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown };
    return Array.isArray(keys) &&
      keys.every((key) => isRecord(key) && !("k" in key) && !("d" in key));
  } catch {
    return false;
  }
}
