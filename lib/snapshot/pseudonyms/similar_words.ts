const SHORTEST = 4;

/**
 * For each word that differs from an earlier one by a slip of the pen — a letter more, less, other, or two
 * that changed places — that earlier word. Found by what is left of words without one letter, so that it
 * takes time in proportion to the words.
 */
export function similarWords(words: Iterable<string>): ReadonlyMap<string, string> {
  const byRest = new Map<string, string>();
  const similar = new Map<string, string>();
  for (const word of words) {
    if (word.length < SHORTEST) continue;
    const rests = [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];
    const earlier = rests.map((rest) => byRest.get(rest)).find((each) => each !== undefined);
    if (earlier !== undefined) similar.set(word, earlier);
    else for (const rest of rests) byRest.set(rest, word);
  }
  return similar;
}
