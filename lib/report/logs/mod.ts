/** Explained log lines as text. @module */
import type { LogReport } from "../../core/mod.ts";
import { json, yaml } from "../document.ts";
import type { Renderer } from "../presentation.ts";
import { logTable } from "./table.ts";

/** Names of the formats of `logs`. */
export const LOG_FORMATS = ["table", "json", "yaml"] as const;

/** A format of `logs`. */
export type LogFormat = (typeof LOG_FORMATS)[number];

/** One renderer per format of `logs`. */
export const logRenderers: Readonly<Record<LogFormat, Renderer<LogReport>>> = {
  table: logTable,
  json,
  yaml,
};
