import type { Manual } from "../core/mod.ts";
import type { Style } from "./style.ts";

/** What a renderer may use beside the report. */
export interface Presentation extends Style {
  /** The text of a file that was analyzed, for code frames. */
  readonly textOf?: (file: string) => string | undefined;
  /** The manuals of the rules that ran, for formats that carry help. */
  readonly rules?: readonly Manual[];
}

/** Turns a report into text. Pure: reads neither clock nor terminal, and decides no exit status. */
export type Renderer<Report> = (report: Report, presentation: Presentation) => string;

/** A renderer that may have to load what it draws with. */
export type LazyRenderer<Report> = (
  report: Report,
  presentation: Presentation,
) => string | Promise<string>;
