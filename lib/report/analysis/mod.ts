import type { AnalysisReport } from "../../core/mod.ts";
import { json, yaml } from "../document.ts";
import type { Renderer } from "../presentation.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { html } from "./html.ts";
import { junit } from "./junit.ts";
import { line } from "./line.ts";
import { markdown } from "./markdown.ts";
import { sarif } from "./sarif.ts";
import { table } from "./table.ts";

/** The formats of `analyze`. */
export const ANALYSIS_FORMATS = [
  "table",
  "line",
  "json",
  "yaml",
  "sarif",
  "junit",
  "github",
  "gitlab",
  "markdown",
  "html",
] as const;

/** A format of `analyze`. */
export type AnalysisFormat = typeof ANALYSIS_FORMATS[number];

/** One renderer per format of `analyze`. */
export const analysisRenderers: Readonly<Record<AnalysisFormat, Renderer<AnalysisReport>>> = {
  table,
  line,
  json,
  yaml,
  sarif,
  junit,
  github,
  gitlab,
  markdown,
  html,
};
