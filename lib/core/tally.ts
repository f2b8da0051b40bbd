/** How many of `values` are each of `words`. */
export function tally<const Word extends string>(
  words: readonly Word[],
  values: Iterable<Word>,
): Record<Word, number> {
  const counts = Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>;
  for (const value of values) if (Object.hasOwn(counts, value)) counts[value]++;
  return counts;
}
