import { compare } from "../core/mod.ts";

/** The candidate that is most like `word`, if any is like it enough to be a misspelling of it. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const limit = Math.max(2, Math.floor(word.length / 4));
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word, candidate);
    if (distance > limit) continue;
    if (
      !best || distance < best.distance ||
      distance === best.distance && compare(candidate, best.candidate) < 0
    ) best = { candidate, distance };
  }
  return best?.candidate;
}

/** Insertions, deletions and replacements of characters that lead from one word to the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(
        row[j - 1]! + 1,
        previous[j]! + 1,
        previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      ));
    }
    previous = row;
  }
  return previous[b.length]!;
}
