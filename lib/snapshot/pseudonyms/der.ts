/** One value of DER (ITU-T X.690): its tag, and what is in it. */
export interface DerValue {
  /** The first octet: class, form and number. */
  readonly tag: number;
  /** What is in it. */
  readonly content: Uint8Array;
}

/** The values that follow each other in `bytes`. Throws a `RangeError` where they do not end with them. */
export function readDer(bytes: Uint8Array): readonly DerValue[] {
  const values: DerValue[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at]!;
    const { start, length } = lengthAt(bytes, at + 1);
    const end = start + length;
    if (end > bytes.length) throw new RangeError("a value of DER is cut off");
    values.push({ tag, content: bytes.subarray(start, end) });
    at = end;
  }
  return values;
}

function lengthAt(bytes: Uint8Array, at: number): { start: number; length: number } {
  const first = bytes[at] ?? 0x80;
  if (first < 0x80) return { start: at + 1, length: first };
  const octets = first & 0x7f;
  // Longer than any certificate, or of no definite length, which DER does not know.
  if (octets === 0 || octets > 4) throw new RangeError("a value of DER has no known length");
  const length = bytes.subarray(at + 1, at + 1 + octets)
    .reduce((value, octet) => value * 256 + octet, 0);
  return { start: at + 1 + octets, length };
}

/** A value as DER; `content` are its octets, or the values in it. */
export function writeDer(tag: number, content: Uint8Array | readonly Uint8Array[]): Uint8Array {
  const parts = content instanceof Uint8Array ? [content] : content;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest >>>= 8) octets.unshift(rest & 0xff);
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 | octets.length, ...octets];
  const written = new Uint8Array(head.length + length);
  written.set(head);
  let at = head.length;
  for (const part of parts) {
    written.set(part, at);
    at += part.length;
  }
  return written;
}
