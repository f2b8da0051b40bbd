import type { MeshGraph } from "../../core/mod.ts";
import { edgeHealth, edgeLabel, nodeHealth, nodeLabel } from "./labels.ts";

const SHAPES = {
  outside: "circle",
  gateway: "hexagon",
  service: "ellipse",
  external: "cds",
  workload: "box",
} as const;

const COLORS = { bad: "#b3261e", warn: "#8a5a00", good: "#1b6e3c", plain: "#5b6b7b" } as const;

/** The graph in the language of Graphviz, one cluster for each namespace. */
export function graphDot({ nodes, edges }: MeshGraph): string {
  const lines = ["digraph mesh {", "  rankdir=LR;", '  node [fontname="sans-serif"];'];
  const namespaces = Map.groupBy(nodes, ({ namespace }) => namespace);
  for (const [namespace, members] of namespaces) {
    const indent = namespace === "" ? "  " : "    ";
    const own = members.map((node) =>
      `${indent}${quoted([node.id])} [label=${quoted(nodeLabel(node))}, shape=${
        SHAPES[node.kind]
      }, color="${COLORS[nodeHealth(node)]}"];`
    );
    lines.push(
      ...(namespace === "" ? own : [
        `  subgraph ${quoted([`cluster_${namespace}`])} {`,
        `    label=${quoted([namespace])};`,
        ...own,
        "  }",
      ]),
    );
  }
  for (const edge of edges) {
    const style = edge.kind === "selects" ? "dashed" : edge.kind === "calls" ? "bold" : "solid";
    lines.push(
      `  ${quoted([edge.from])} -> ${quoted([edge.to])} [label=${
        quoted(edgeLabel(edge))
      }, style=${style}, color="${COLORS[edgeHealth(edge)]}"];`,
    );
  }
  return [...lines, "}"].join("\n") + "\n";
}

function quoted(lines: readonly string[]): string {
  const safe = lines.map((line) => line.replaceAll("\\", "\\\\").replaceAll('"', '\\"'));
  return `"${safe.join("\\n")}"`;
}
