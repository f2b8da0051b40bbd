import type { DiagnosisReport } from "../../core/mod.ts";
import { json, yaml } from "../document.ts";
import type { Renderer } from "../presentation.ts";
import { html } from "./html.ts";
import { markdown } from "./markdown.ts";
import { table } from "./table.ts";

/** The formats of `diagnose`. */
export const DIAGNOSIS_FORMATS = ["table", "json", "yaml", "markdown", "html"] as const;

/** A format of `diagnose`. */
export type DiagnosisFormat = typeof DIAGNOSIS_FORMATS[number];

/** One renderer per format of `diagnose`. */
export const diagnosisRenderers: Readonly<Record<DiagnosisFormat, Renderer<DiagnosisReport>>> = {
  table,
  json,
  yaml,
  markdown,
  html,
};
