/** The way of a request as text. @module */
import type { TraceReport } from "../../core/mod.ts";
import { json, yaml } from "../document.ts";
import type { Renderer } from "../presentation.ts";
import { traceMermaid } from "./mermaid.ts";
import { traceTable } from "./table.ts";
import { traceTree } from "./tree.ts";

/** Names of the formats of `trace`. */
export const TRACE_FORMATS = ["table", "tree", "json", "yaml", "mermaid"] as const;

/** A format of `trace`. */
export type TraceFormat = (typeof TRACE_FORMATS)[number];

/** One renderer per format of `trace`. */
export const traceRenderers: Readonly<Record<TraceFormat, Renderer<TraceReport>>> = {
  table: traceTable,
  tree: traceTree,
  json,
  yaml,
  mermaid: traceMermaid,
};
