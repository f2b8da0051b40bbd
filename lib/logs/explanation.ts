import type { LogProducer, LogSign } from "../core/mod.ts";

/** What one line means. */
export interface Explanation {
  /** Whether it tells of a failure. */
  readonly isFailure: boolean;
  /** What happened, as a sentence without its full stop. */
  readonly summary: string;
  /** Who made the response. */
  readonly producedBy: LogProducer;
  /** What to do; `""` where nothing is to be done or nothing is known. */
  readonly remedy: string;
  /** The signs, the most telling first. */
  readonly signs: readonly LogSign[];
}
