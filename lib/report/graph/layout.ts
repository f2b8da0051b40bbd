import type { GraphEdge, GraphNode, MeshGraph } from "../../core/mod.ts";
import { edgeLabel, nodeLabel } from "./labels.ts";

/** A point of a picture, in pixels from its left upper corner. */
export interface Point {
  /** To the right. */
  readonly x: number;
  /** Down. */
  readonly y: number;
}

/** A node in its place; the point is its middle. */
export interface PlacedNode extends Point {
  /** The node. */
  readonly node: GraphNode;
  /** Width in pixels. */
  readonly width: number;
}

/** An edge in its place. */
export interface PlacedEdge {
  /** The edge. */
  readonly edge: GraphEdge;
  /** The points that its line goes through. */
  readonly points: readonly Point[];
  /** The middle of its label. */
  readonly label: Point;
}

/** A graph with a place for everything. */
export interface Picture {
  /** Width in pixels. */
  readonly width: number;
  /** Height in pixels. */
  readonly height: number;
  /** The nodes. */
  readonly nodes: readonly PlacedNode[];
  /** The edges. */
  readonly edges: readonly PlacedEdge[];
}

/** Height of a node in pixels. */
export const NODE_HEIGHT = 46;

/** Above this size placing nodes well takes minutes; columns by kind take no time. */
const PLACED_WELL = { nodes: 400, edges: 1200 } as const;

const MARGIN = 24;
const CHARACTER = 7.2;

/** Gives everything its place, from left to right along the edges. */
export async function layOut(graph: MeshGraph): Promise<Picture> {
  const { nodes, edges } = graph;
  return nodes.length > PLACED_WELL.nodes || edges.length > PLACED_WELL.edges
    ? inColumns(graph)
    : await inRanks(graph);
}

async function inRanks({ nodes, edges }: MeshGraph): Promise<Picture> {
  const { graphlib, layout } = await import("./dagre.ts");
  const g = new graphlib.Graph({ multigraph: true });
  g.setGraph({ rankdir: "LR", nodesep: 22, ranksep: 60, marginx: MARGIN, marginy: MARGIN });
  for (const node of nodes) {
    g.setNode(node.id, { width: widthOf(nodeLabel(node)), height: NODE_HEIGHT });
  }
  edges.forEach((edge, i) => {
    const lines = edgeLabel(edge);
    const size = lines.length === 0 ? {} : { width: widthOf(lines), height: 16 * lines.length };
    g.setEdge(edge.from, edge.to, { ...size, labelpos: "c" }, String(i));
  });
  layout(g);
  const { width = 0, height = 0 } = g.graph();
  return {
    width,
    height,
    nodes: nodes.map((node) => {
      const { x = 0, y = 0, width = 0 } = g.node(node.id);
      return { node, x, y, width };
    }),
    edges: edges.map((edge, i) => {
      const { points = [], x, y } = g.edge(edge.from, edge.to, String(i));
      const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
      return { edge, points, label: { x: x ?? middle.x, y: y ?? middle.y } };
    }),
  };
}

const COLUMNS = ["outside", "gateway", "workload", "service", "external"] as const;

/** Longest column in nodes; a longer one goes on beside itself. */
const COLUMN_LENGTH = 60;

function inColumns({ nodes, edges }: MeshGraph): Picture {
  const placed = new Map<string, PlacedNode>();
  let left = MARGIN;
  for (const kind of COLUMNS) {
    const members = nodes.filter((node) => node.kind === kind);
    for (let start = 0; start < members.length; start += COLUMN_LENGTH) {
      const column = members.slice(start, start + COLUMN_LENGTH);
      const width = column.reduce((most, node) => Math.max(most, widthOf(nodeLabel(node))), 0);
      column.forEach((node, i) => {
        const y = MARGIN + NODE_HEIGHT / 2 + i * (NODE_HEIGHT + 22);
        placed.set(node.id, { node, x: left + width / 2, y, width });
      });
      left += width + 220;
    }
  }
  const height = Math.min(COLUMN_LENGTH, nodes.length) * (NODE_HEIGHT + 22) + 2 * MARGIN;
  return {
    width: left,
    height,
    nodes: [...placed.values()],
    edges: edges.flatMap((edge) => {
      const from = placed.get(edge.from), to = placed.get(edge.to);
      return from && to ? [straight(edge, from, to)] : [];
    }),
  };
}

function straight(edge: GraphEdge, from: PlacedNode, to: PlacedNode): PlacedEdge {
  const side = to.x >= from.x ? 1 : -1;
  const start = { x: from.x + side * from.width / 2, y: from.y };
  const end = { x: to.x - side * to.width / 2, y: to.y };
  return {
    edge,
    points: [start, end],
    label: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 },
  };
}

function widthOf(lines: readonly string[]): number {
  return Math.max(60, ...lines.map((line) => line.length * CHARACTER + 24));
}
