import { type DerValue, readDer, writeDer } from "./der.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

const BLOCK = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g;
/** How the base64 of a PEM text begins. */
const ENCODED = "LS0tLS1CRUdJTi";

const TAG = {
  octetString: 0x04,
  utf8: 0x0c,
  printable: 0x13,
  teletex: 0x14,
  ia5: 0x16,
  sequence: 0x30,
  version: 0xa0,
  extensions: 0xa3,
} as const;

const STRINGS: ReadonlySet<number> = new Set([TAG.utf8, TAG.printable, TAG.teletex, TAG.ia5]);

/** Choices of a general name (RFC 5280, section 4.2.1.6) that are texts: e-mail, DNS name and URI. */
const TEXTS: ReadonlySet<number> = new Set([0x81, 0x82, 0x86]);
const IP_ADDRESS = 0x87;

const SUBJECT_ALT_NAME = 17;
/**
 * Extensions that are kept (RFC 5280, section 4.2.1), by the last arc below 2.5.29: key usage, names, basic
 * constraints, extended key usage. Others lead to who signed it, or to a log of all certificates.
 */
const KEPT_EXTENSIONS: ReadonlySet<number> = new Set([15, SUBJECT_ALT_NAME, 19, 37]);

/** Whether a text holds certificates: PEM, or base64 of it. */
export function hasCertificates(text: string): boolean {
  return text.startsWith(ENCODED) || text.includes("-----BEGIN CERTIFICATE-----");
}

/**
 * A text in which certificates are for other names. They are valid for the same time and the same uses;
 * their keys, serial numbers and signatures fit nothing, and are the same where they were the same. What
 * does not parse is left out.
 */
export function withPseudonymousCertificates(text: string, pseudonyms: Pseudonyms): string {
  if (!text.startsWith(ENCODED)) {
    return text.replace(BLOCK, (_, base64: string) => pemOf(base64, pseudonyms));
  }
  try {
    return btoa(withPseudonymousCertificates(atob(text), pseudonyms));
  } catch {
    // Something else than base64: a text that a user wrote.
    return "";
  }
}

function pemOf(base64: string, pseudonyms: Pseudonyms): string {
  let der: Uint8Array;
  try {
    der = pseudonymous(Uint8Array.fromBase64(base64.replace(/\s/g, "")), pseudonyms);
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return "";
    throw error;
  }
  const lines = der.toBase64().replace(/.{64}(?=.)/g, "$&\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----`;
}

/** A certificate (RFC 5280, section 4.1) for other names. Throws a `RangeError` for what is none. */
function pseudonymous(der: Uint8Array, pseudonyms: Pseudonyms): Uint8Array {
  const [signed, algorithm, signature] = partsOf(readDer(der)[0]);
  const parts = partsOf(signed);
  const [version, ...others] = parts[0]?.tag === TAG.version ? parts : [undefined, ...parts];
  const [serial, signedBy, issuer, validity, subject, key, ...rest] = others;
  const extensions = rest.find((part) => part?.tag === TAG.extensions);
  return writeDer(TAG.sequence, [
    writeDer(TAG.sequence, [
      ...version === undefined ? [] : [same(version)],
      withBytes(serial, (bytes) => otherSerial(bytes, pseudonyms)),
      same(signedBy),
      withNames(issuer, pseudonyms),
      same(validity),
      withNames(subject, pseudonyms),
      withOtherKey(key, pseudonyms),
      ...extensions === undefined ? [] : [keptExtensions(extensions, pseudonyms)],
    ]),
    same(algorithm),
    withOtherBits(signature, pseudonyms),
  ]);
}

function partsOf(value: DerValue | undefined): readonly DerValue[] {
  return readDer(present(value).content);
}

function present(value: DerValue | undefined): DerValue {
  if (value === undefined) throw new RangeError("a part of the certificate is missing");
  return value;
}

function same(value: DerValue | undefined): Uint8Array {
  const { tag, content } = present(value);
  return writeDer(tag, content);
}

function withBytes(
  value: DerValue | undefined,
  change: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const { tag, content } = present(value);
  return writeDer(tag, change(content));
}

/** Another serial number, as Envoy writes it: without the octet that only keeps it positive. */
function otherSerial(bytes: Uint8Array, pseudonyms: Pseudonyms): Uint8Array {
  return Uint8Array.fromHex(pseudonyms.identifier(bytes.toHex().replace(/^00(?=.)/, "")));
}

/** A distinguished name: every text in it, however deep. */
function withNames(value: DerValue | undefined, pseudonyms: Pseudonyms): Uint8Array {
  const { tag, content } = present(value);
  if (STRINGS.has(tag)) {
    return writeDer(
      tag,
      changedText(content, (text) => pseudonyms.allOf(text)),
    );
  }
  const isConstructed = (tag & 0x20) !== 0;
  if (!isConstructed) return writeDer(tag, content);
  return writeDer(tag, readDer(content).map((part) => withNames(part, pseudonyms)));
}

function withOtherKey(value: DerValue | undefined, pseudonyms: Pseudonyms): Uint8Array {
  const [algorithm, bits] = partsOf(value);
  return writeDer(TAG.sequence, [same(algorithm), withOtherBits(bits, pseudonyms)]);
}

/** A bit string; its first octet says how many bits of the last one do not count. */
function withOtherBits(value: DerValue | undefined, pseudonyms: Pseudonyms): Uint8Array {
  return withBytes(value, (bytes) => {
    const changed = new Uint8Array(bytes);
    changed.set(pseudonyms.bytes(bytes.subarray(1)), 1);
    return changed;
  });
}

function keptExtensions({ tag, content }: DerValue, pseudonyms: Pseudonyms): Uint8Array {
  const extensions = partsOf(readDer(content)[0]).flatMap((extension) => {
    const parts = partsOf(extension);
    const [a, b, arc, ...more] = parts[0]?.content ?? [];
    const isKept = a === 0x55 && b === 0x1d && more.length === 0 && KEPT_EXTENSIONS.has(arc ?? 0);
    if (!isKept) return [];
    if (arc !== SUBJECT_ALT_NAME) return [same(extension)];
    const written = parts.map((part) =>
      part.tag === TAG.octetString ? withGeneralNames(part, pseudonyms) : same(part)
    );
    return [writeDer(TAG.sequence, written)];
  });
  return writeDer(tag, [writeDer(TAG.sequence, extensions)]);
}

function withGeneralNames({ tag, content }: DerValue, pseudonyms: Pseudonyms): Uint8Array {
  const names = partsOf(readDer(content)[0]).map((name) => {
    if (TEXTS.has(name.tag)) {
      return withBytes(name, (bytes) => changedText(bytes, (text) => pseudonyms.text(text)));
    }
    if (name.tag !== IP_ADDRESS) return withNames(name, pseudonyms);
    return withBytes(name, (bytes) => changedAddress(bytes, pseudonyms));
  });
  return writeDer(tag, writeDer(TAG.sequence, names));
}

function changedText(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  return new TextEncoder().encode(change(new TextDecoder().decode(bytes)));
}

function changedAddress(octets: Uint8Array, pseudonyms: Pseudonyms): Uint8Array {
  // The octets of an IPv6 address say nothing that a snapshot is read for.
  if (octets.length !== 4) return pseudonyms.bytes(octets);
  return new Uint8Array(pseudonyms.text(octets.join(".")).split(".").map(Number));
}
