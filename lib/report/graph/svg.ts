import type { MeshGraph } from "../../core/mod.ts";
import { escapeMarkup } from "../text.ts";
import { edgeFacts, edgeHealth, edgeLabel, nodeFacts, nodeHealth, nodeLabel } from "./labels.ts";
import {
  layOut,
  NODE_HEIGHT,
  type Picture,
  type PlacedEdge,
  type PlacedNode,
  type Point,
} from "./layout.ts";

/** Colours of the picture; also for the page around it. */
export const GRAPH_CSS = `
.mesh { --ink: #1c2733; --soft: #5b6b7b; --paper: #fff; --bad: #b3261e; --warn: #8a5a00;
  --good: #1b6e3c; --plain: #7a8997; }
@media (prefers-color-scheme: dark) { .mesh { --ink: #e6edf3; --soft: #9fb0c0; --paper: #10171e;
  --bad: #ff8a80; --warn: #ffc266; --good: #7bd99b; --plain: #7a8997; } }
.mesh { background: var(--paper); }
.mesh text { font: 13px system-ui, sans-serif; fill: var(--ink); text-anchor: middle; }
.mesh .soft { font-size: 11px; fill: var(--soft); }
.mesh .node rect { fill: var(--paper); stroke-width: 1.6; }
.mesh .edge path { fill: none; stroke-width: 1.4; }
.mesh .edge rect { fill: var(--paper); stroke: none; }
.mesh .edge.selects path { stroke-dasharray: 5 4; }
.mesh .edge.calls path { stroke-width: 2.4; }
.mesh .bad { stroke: var(--bad); } .mesh .warn { stroke: var(--warn); }
.mesh .good { stroke: var(--good); } .mesh .plain { stroke: var(--plain); }
.mesh .node.bad rect { stroke-width: 3; } .mesh text { stroke: none; }
.mesh marker path { fill: context-stroke; stroke: none; }
`;

/** The graph as an SVG image of its own. */
export async function graphSvg(graph: MeshGraph): Promise<string> {
  const picture = await layOut(graph);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${
    drawing(picture, `<style>${GRAPH_CSS}</style>`)
  }\n`;
}

/** The `svg` element of a picture, with `head` at its beginning. */
export function drawing({ width, height, nodes, edges }: Picture, head = ""): string {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="mesh" role="img" aria-label="mesh graph" ` +
    `width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">`,
    head,
    `<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" ` +
    `markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>`,
    `<g id="view">`,
    ...edges.map(edgeMarkup),
    ...nodes.map(nodeMarkup),
    "</g></svg>",
  ].join("\n");
}

function edgeMarkup({ edge, points, label }: PlacedEdge): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const d = `M${at(first)}${rest.map((point) => `L${at(point)}`).join("")}`;
  const lines = edgeLabel(edge);
  const health = edgeHealth(edge);
  const top = label.y - (lines.length - 1) * 7;
  return [
    `<g class="edge ${edge.kind} ${health}" data-from="${escapeMarkup(edge.from)}" ` +
    `data-to="${escapeMarkup(edge.to)}">`,
    `<title>${escapeMarkup([edge.kind, ...edgeFacts(edge)].join("\n"))}</title>`,
    `<path d="${d}" marker-end="url(#arrow)"/>`,
    ...(lines.length === 0 ? [] : [backgroundOf(lines, label)]),
    ...lines.map((line, i) =>
      `<text class="soft" x="${round(label.x)}" y="${round(top + i * 14 + 4)}">${
        escapeMarkup(line)
      }</text>`
    ),
    "</g>",
  ].join("");
}

/** Keeps the line from crossing its own label. */
function backgroundOf(lines: readonly string[], { x, y }: Point): string {
  const width = Math.max(...lines.map((line) => line.length)) * 5.6 + 8;
  const height = lines.length * 14 + 2;
  return `<rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" ` +
    `height="${height}" rx="3"/>`;
}

function nodeMarkup({ node, x, y, width }: PlacedNode): string {
  const [name = "", ...what] = nodeLabel(node);
  const [left, top] = [round(x - width / 2), round(y - NODE_HEIGHT / 2)];
  const corner = node.kind === "service" ? 22 : node.kind === "workload" ? 4 : 12;
  return [
    `<g class="node ${node.kind} ${nodeHealth(node)}" data-id="${
      escapeMarkup(node.id)
    }" tabindex="0">`,
    `<title>${escapeMarkup(nodeFacts(node).join("\n"))}</title>`,
    `<rect x="${left}" y="${top}" width="${round(width)}" height="${NODE_HEIGHT}" rx="${corner}"/>`,
    `<text x="${round(x)}" y="${round(y + (what.length > 0 ? -3 : 4))}">${
      escapeMarkup(name)
    }</text>`,
    ...what.map((line) =>
      `<text class="soft" x="${round(x)}" y="${round(y + 14)}">${escapeMarkup(line)}</text>`
    ),
    "</g>",
  ].join("");
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
