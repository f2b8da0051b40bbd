/** A word without the ordinal at its end, so that `pool1` and `pool2` stay alike. */
export function stemOf(word: string): string {
  return /^[A-Za-z_]+(?=\d{1,3}$)/.exec(word)?.[0] ?? word;
}
