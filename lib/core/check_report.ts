import type { Level, SourceInfo } from "./finding.ts";
import type { Gap } from "./gap.ts";
import type { ResourceRef } from "./ref.ts";

/**
 * How a check ended: its sentence is true (`ok`), is not (`error`, `warning`, or `info` for what some want
 * so), could not be decided (`unknown`), or was not asked (`skipped`).
 */
export type CheckStatus = "ok" | Level | "unknown" | "skipped";

/** Every status, worst first. */
export const CHECK_STATUSES: readonly CheckStatus[] = [
  "error",
  "warning",
  "info",
  "unknown",
  "skipped",
  "ok",
];

/** One reason why the sentence of a check is not true. */
export interface CheckTrouble {
  /** How bad it is. */
  readonly level: Level;
  /** The object concerned. */
  readonly resource?: ResourceRef;
  /** Where it was read: an object and field, or a file of the layout of a snapshot. */
  readonly source: string;
  /** What was read there, with the real names. */
  readonly detail: string;
}

/** One check and what it found. */
export interface CheckResult {
  /** Stable name in kebab-case. */
  readonly name: string;
  /** Heading of the group that it stands in. */
  readonly stage: string;
  /** The sentence that is true in a healthy mesh. */
  readonly title: string;
  /** How it ended. */
  readonly status: CheckStatus;
  /** What was seen, or why nothing was, as a clause. */
  readonly saw: string;
  /** Worst first; empty where all is well. */
  readonly troubles: readonly CheckTrouble[];
  /** What it would have needed to see. */
  readonly gaps: readonly Gap[];
  /** What to do; absent where there is nothing to do. */
  readonly hint?: string;
  /** The check whose failure made this one pointless. */
  readonly after?: string;
  /** Set where it broke through a fault of ours. */
  readonly crashed?: true;
  /** Address of the page about it. */
  readonly documentation: string;
}

/** The answer of `check`. Its shape is a contract with scripts. */
export interface CheckReport {
  /** Always `"CheckReport"`. */
  readonly kind: "CheckReport";
  /** Version of this shape. */
  readonly version: 1;
  /** When the mesh was seen, as an RFC 3339 time. */
  readonly takenAt: string;
  /** What was checked. */
  readonly source: SourceInfo;
  /** How many checks ended in which way. */
  readonly summary: Readonly<Record<CheckStatus, number>>;
  /** How often the mesh was looked at; more than once where it was waited for. */
  readonly looks: number;
  /** In the order in which they build on each other. */
  readonly checks: readonly CheckResult[];
  /** What could not be read, each once. */
  readonly gaps: readonly Gap[];
}
