import type { Level } from "../core/mod.ts";
import type { Style } from "./style.ts";

/** What a manual says about a rule; every rule of the catalog has at least this. */
export interface RuleManual {
  /** Stable code. */
  readonly code: string;
  /** Name in kebab-case. */
  readonly name: string;
  /** One line. */
  readonly title: string;
  /** Default severity. */
  readonly severity: Level;
  /** Why it matters, and what to do. */
  readonly docs: { readonly why: string; readonly remedy: string };
}

/** What a renderer may use beside the report. */
export interface Presentation extends Style {
  /** The text of a file that was analyzed, for code frames. */
  readonly textOf?: (file: string) => string | undefined;
  /** The manuals of the rules that ran, for formats that carry help. */
  readonly rules?: readonly RuleManual[];
}

/** Turns a report into text. Pure: reads neither clock nor terminal, and decides no exit status. */
export type Renderer<Report> = (report: Report, presentation: Presentation) => string;
