import type { CheckReport } from "../../core/mod.ts";
import { json, yaml } from "../document.ts";
import type { Renderer } from "../presentation.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { short, table } from "./table.ts";

/** The formats of `check`. */
export const CHECK_FORMATS = ["table", "short", "json", "yaml", "junit", "markdown"] as const;

/** A format of `check`. */
export type CheckFormat = typeof CHECK_FORMATS[number];

/** One renderer per format of `check`. */
export const checkRenderers: Readonly<Record<CheckFormat, Renderer<CheckReport>>> = {
  table,
  short,
  json,
  yaml,
  junit,
  markdown,
};
