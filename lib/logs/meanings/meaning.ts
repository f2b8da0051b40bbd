/** What a sign in a log line stands for. */
export interface Meaning {
  /** What happened, as a clause without its full stop. */
  readonly cause: string;
  /** What to do about it, as a clause; `""` where nothing is wrong. */
  readonly remedy: string;
}
