/** The mesh as a picture. @module */
import type { MeshGraph } from "../../core/mod.ts";
import { json } from "../document.ts";
import type { LazyRenderer } from "../presentation.ts";
import { graphDot } from "./dot.ts";
import { graphHtml } from "./html.ts";
import { graphMermaid } from "./mermaid.ts";
import { graphSvg } from "./svg.ts";

/** Names of the formats of `graph`. */
export const GRAPH_FORMATS = ["mermaid", "dot", "svg", "json", "html"] as const;

/** A format of `graph`. */
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

/** One renderer per format of `graph`; `svg` and `html` load what places the nodes of a picture. */
export const graphRenderers = {
  mermaid: graphMermaid,
  dot: graphDot,
  svg: graphSvg,
  json,
  html: graphHtml,
} satisfies Readonly<Record<GraphFormat, LazyRenderer<MeshGraph>>>;
