import type { GraphEdge, MeshGraph } from "../../core/mod.ts";
import { edgeHealth, edgeLabel, nodeHealth, nodeLabel } from "./labels.ts";

const SHAPES = {
  outside: ["((", "))"],
  gateway: ["{{", "}}"],
  service: ["([", "])"],
  external: [">", "]"],
  workload: ["[", "]"],
} as const;

/** The graph as a Mermaid flowchart. */
export function graphMermaid({ nodes, edges }: MeshGraph): string {
  const ids = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
  const lines = ["flowchart LR"];
  for (const node of nodes) {
    const [open, close] = SHAPES[node.kind];
    const health = nodeHealth(node);
    const style = health === "plain" ? "" : `:::${health}`;
    lines.push(`  ${ids.get(node.id)}${open}"${text(nodeLabel(node))}"${close}${style}`);
  }
  edges.forEach((edge) => lines.push(`  ${line(edge, ids)}`));
  edges.forEach((edge, i) => {
    const color = COLORS[edgeHealth(edge)];
    if (color !== undefined) lines.push(`  linkStyle ${i} stroke:${color}`);
  });
  lines.push("  classDef bad stroke:#b3261e,stroke-width:3px");
  lines.push("  classDef warn stroke:#8a5a00,stroke-width:2px", "  classDef good stroke:#1b6e3c");
  return lines.join("\n") + "\n";
}

const COLORS = { bad: "#b3261e", warn: "#8a5a00", good: "#1b6e3c", plain: undefined } as const;

function line(edge: GraphEdge, ids: ReadonlyMap<string, string>): string {
  const label = text(edgeLabel(edge));
  const arrow = edge.kind === "selects" ? "-.->" : edge.kind === "calls" ? "==>" : "-->";
  return `${ids.get(edge.from)} ${arrow}${label === "" ? "" : `|"${label}"|`} ${ids.get(edge.to)}`;
}

/** Mermaid shows characters of its own where they are written as entities. */
function text(lines: readonly string[]): string {
  return lines.map((each) =>
    each.replaceAll("&", "#amp;").replaceAll('"', "#quot;").replaceAll("<", "#lt;").replaceAll(
      ">",
      "#gt;",
    )
  ).join("<br/>");
}
