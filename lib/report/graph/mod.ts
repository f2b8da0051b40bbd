/** The mesh as a picture. @module */
import type { MeshGraph } from "../../core/mod.ts";
import { json } from "../document.ts";
import { graphDot } from "./dot.ts";
import { graphHtml } from "./html.ts";
import { graphMermaid } from "./mermaid.ts";
import { graphSvg } from "./svg.ts";

/** Names of the formats of `graph`. */
export const GRAPH_FORMATS = ["mermaid", "dot", "svg", "json", "html"] as const;

/** A format of `graph`. */
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

/** Draws a graph. What places the nodes of a picture is loaded only for `svg` and `html`. */
export async function renderGraph(graph: MeshGraph, format: GraphFormat): Promise<string> {
  switch (format) {
    case "mermaid":
      return graphMermaid(graph);
    case "dot":
      return graphDot(graph);
    case "json":
      return json(graph);
    case "svg":
      return await graphSvg(graph);
    case "html":
      return await graphHtml(graph);
  }
}
