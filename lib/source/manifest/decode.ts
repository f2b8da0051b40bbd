/** A text, and where it was no text. */
export interface Decoded {
  /** The text; U+FFFD stands for each byte that is none. */
  readonly text: string;
  /** Offset in bytes of the first byte that is not UTF-8. */
  readonly invalidAt?: number;
}

/** Reads UTF-8, or UTF-16 with a byte order mark, as PowerShell writes it. */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe
    ? "utf-16le"
    : first === 0xfe && second === 0xff
    ? "utf-16be"
    : "utf-8";
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, invalidAt: firstDifference(bytes, text) };
  }
}

/** Encoded again, the text first differs where a replacement stands for something else. */
function firstDifference(bytes: Uint8Array, text: string): number {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const again = new TextEncoder().encode(text);
  let at = 0;
  while (again[at] === bytes[at + start] && at < again.length) at++;
  return at + start;
}
