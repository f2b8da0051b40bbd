/** Something that a source could not read. What lies in a gap is never called fine. */
export interface Gap {
  /** What was not read: a kind, a proxy, a file. */
  readonly what: string;
  /** Why: `forbidden`, `not in the snapshot`, `unreadable: …`. */
  readonly reason: string;
}

/** A rule, cause or check that did not run. */
export interface Skip {
  /** Its name. */
  readonly rule: string;
  /** Why it did not run. */
  readonly reason: string;
  /** Set where it ran and broke: the report is incomplete through a fault of ours. */
  readonly crashed?: true;
}

/** Gaps without repetition, in their order. */
export function distinctGaps(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [`${gap.what} ${gap.reason}`, gap])).values()];
}
