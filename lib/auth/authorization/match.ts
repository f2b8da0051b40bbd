/** The outcome of a test of which not everything is known: Kleene's three values. */
export type Match = "matched" | "not matched" | "unknown";

/** Matched where all are; one that is not decides even among unknown ones. */
export function all(matches: readonly Match[]): Match {
  if (matches.includes("not matched")) return "not matched";
  return matches.includes("unknown") ? "unknown" : "matched";
}

/** Matched where one is; it decides even among unknown ones. */
export function any(matches: readonly Match[]): Match {
  if (matches.includes("matched")) return "matched";
  return matches.includes("unknown") ? "unknown" : "not matched";
}
