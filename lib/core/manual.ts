import type { Severity } from "./diagnosis.ts";
import type { Level } from "./finding.ts";

/** What there is to read about a rule or a root cause. Several rules may share a code. */
export interface Manual {
  /** Stable code, such as `IST0101` or `MM-R01`. */
  readonly code: string;
  /** Name in kebab-case. */
  readonly name: string;
  /** One line. */
  readonly title: string;
  /** What finds it: `analyze` has rules, `diagnose` has root causes. */
  readonly kind: "rule" | "root cause";
  /** How bad it usually is. */
  readonly severity: Level | Severity;
  /** Why it matters. */
  readonly why: string;
  /** How it shows, for a root cause. */
  readonly symptom?: string;
  /** What to do. */
  readonly remedy: string;
  /** How to see that it is cured. */
  readonly verify?: string;
  /** A manifest with broken and healthy objects, and what is said about it, one finding a line. */
  readonly example?: { readonly manifest: string; readonly says: string };
  /** Codes of other tools for the same. */
  readonly equivalents?: readonly string[];
  /** Further reading. */
  readonly links?: readonly string[];
}
