/** Config dumps of any size, grown from a small one. @module */

interface Dump {
  configs: Record<string, unknown>[];
}

/** The text of a config dump in which every list of objects is so many times as long as in the given one. */
export function grownConfigDump(text: string, times: number): string {
  const { configs } = JSON.parse(text) as Dump;
  const grown = configs.map((config) =>
    Object.fromEntries(
      Object.entries(config).map(([key, value]) => [
        key,
        Array.isArray(value) ? Array.from({ length: times }, () => value).flat() : value,
      ]),
    )
  );
  return JSON.stringify({ configs: grown }, null, 1);
}
