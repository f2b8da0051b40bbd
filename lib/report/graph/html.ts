import type { MeshGraph } from "../../core/mod.ts";
import { htmlPage } from "../html.ts";
import { counted, escapeMarkup } from "../text.ts";
import { edgeFacts, nodeFacts, nodeLabel } from "./labels.ts";
import { layOut } from "./layout.ts";
import { PAGE_SCRIPT } from "./page_script.ts";
import { drawing, GRAPH_CSS } from "./svg.ts";

const CSS = `
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; font: 14px/1.45 system-ui, sans-serif; }
#page { height: 100%; display: flex; flex-direction: column; color: var(--ink); }
header { display: flex; gap: .6rem; align-items: center; padding: .5rem .8rem; flex-wrap: wrap;
  border-bottom: 1px solid var(--plain); }
header strong { margin-right: auto; }
input, button { font: inherit; padding: .3rem .6rem; border: 1px solid var(--plain); color: inherit;
  border-radius: .35rem; background: transparent; }
main { flex: 1; display: flex; min-height: 0; }
#stage { flex: 1; min-width: 0; overflow: hidden; cursor: grab; touch-action: none; }
#stage.dragged { cursor: grabbing; }
#stage svg { width: 100%; height: 100%; display: block; }
aside { width: 21rem; overflow: auto; padding: .8rem 1rem; border-left: 1px solid var(--plain); }
aside:empty { display: none; }
aside h2 { font-size: 1rem; margin: 0 0 .4rem; overflow-wrap: anywhere; }
aside h3 { font-size: .85rem; margin: 1rem 0 .2rem; color: var(--soft); }
aside ul { margin: 0; padding-left: 1.1rem; } aside li { overflow-wrap: anywhere; }
aside button { border: 0; padding: 0; text-align: left; text-decoration: underline; cursor: pointer; }
.node { cursor: pointer; } .node:focus { outline: none; } .node:focus rect { stroke-width: 3; }
.faint { opacity: .15; } .node.found rect { stroke-width: 4; } .node.chosen rect { stroke-width: 4; }
`;

/** The graph as one page that needs no network: pan, zoom, search, and click for what is known. */
export async function graphHtml(graph: MeshGraph): Promise<string> {
  const picture = await layOut(graph);
  const facts = {
    nodes: graph.nodes.map((node) => ({
      id: node.id,
      name: nodeLabel(node).join(" · "),
      facts: nodeFacts(node),
    })),
    edges: graph.edges.map((edge) => ({
      from: edge.from,
      to: edge.to,
      kind: edge.kind,
      facts: edgeFacts(edge),
    })),
  };
  const size = `${counted(graph.nodes.length, "node")}, ${counted(graph.edges.length, "edge")}`;
  return htmlPage({
    title: "Mesh graph",
    css: GRAPH_CSS + CSS,
    body: `<div id="page" class="mesh">
<header>
<strong>Mesh graph</strong>
<span>${escapeMarkup(`${size}, seen ${graph.takenAt}`)}</span>
<input id="search" type="search" placeholder="Search" aria-label="Search nodes">
<span id="count" role="status"></span>
<button id="out" aria-label="Zoom out">−</button>
<button id="in" aria-label="Zoom in">+</button>
<button id="fit">Fit</button>
</header>
<main>
<div id="stage">${drawing(picture)}</div>
<aside id="facts"></aside>
</main>
</div>
<script type="application/json" id="data">${embedded(facts)}</script>`,
    script: PAGE_SCRIPT,
  });
}

/** JSON in a script element: nothing in it may end the element. */
function embedded(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
