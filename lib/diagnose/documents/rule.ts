import type { Level } from "../../core/mod.ts";
import type { ViolationKind } from "../../schema/mod.ts";
import type { ManifestProblem } from "../../source/mod.ts";
import type { RuleCode, RuleDocs } from "../analysis/rule.ts";

/** What can be wrong with a document by itself, whatever the mesh around it. */
export type DocumentTrouble =
  | ManifestProblem["type"]
  | ViolationKind
  | "suppression-unused"
  | "suppression-invalid";

/** A rule about documents as people write them. What it finds, the reader or the schema tells. */
export interface DocumentRule {
  /** Stable for ever. */
  readonly code: RuleCode;
  /** Names the defect, in kebab-case; unique. */
  readonly name: string;
  /** One line for lists. */
  readonly title: string;
  /** How bad it is. */
  readonly severity: Level;
  /** First release that had it. */
  readonly since: string;
  /** What it reports. */
  readonly finds: readonly DocumentTrouble[];
  /** Codes of other tools for the same defect. */
  readonly equivalents?: readonly string[];
  /** What the user reads about it. */
  readonly docs: RuleDocs;
}
