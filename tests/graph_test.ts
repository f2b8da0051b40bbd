import { deepStrictEqual, doesNotMatch, match, ok, strictEqual } from "node:assert/strict";
import { type GraphEdge, graphRenderers, type MeshGraph } from "../mod.ts";
import { cli } from "./cli.ts";

const MESH = `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web-1, namespace: shop, labels: {app: web, version: v1}}
spec: {containers: [{name: istio-proxy, image: proxy}]}
status: {phase: Running, podIP: 10.0.0.1, conditions: [{type: Ready, status: "True"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web-2, namespace: shop, labels: {app: web, version: v2}}
spec: {containers: [{name: web, image: web}]}
status: {phase: Pending}
---
apiVersion: v1
kind: Service
metadata: {name: other, namespace: elsewhere}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge, namespace: shop}
spec: {selector: {app: gateway}, servers: [{port: {number: 80, protocol: HTTP}, hosts: ["*"]}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: web, namespace: shop}
spec: {host: web, subsets: [{name: old, labels: {version: v1}}, {name: new, labels: {version: v2}}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: shop}
spec:
  hosts: [shop.example.com]
  gateways: [edge]
  http:
  - route:
    - {destination: {host: web, subset: old}, weight: 75}
    - {destination: {host: web, subset: new}, weight: 25}
`;

async function graphOf(flags = ""): Promise<MeshGraph> {
  const argv = `graph -f mesh.yaml -o json ${flags}`;
  const { status, stdout, stderr } = await cli(argv, { files: { "/repo/mesh.yaml": MESH } });
  deepStrictEqual([status, stderr], [0, ""]);
  return JSON.parse(stdout);
}

const GATEWAY = "gateway/shop/networking.istio.io/edge";
const SERVICE = "service/shop/web.shop.svc.cluster.local";

function edge({ edges }: MeshGraph, from: string, to: string): GraphEdge | undefined {
  return edges.find((each) => each.from === from && each.to === to);
}

Deno.test("graph draws gateways, services and workloads with the shares of routes", async () => {
  const graph = await graphOf();
  const routes = edge(graph, GATEWAY, SERVICE)?.routes;
  deepStrictEqual(
    routes?.map(({ percent, subset, object, path }) => [percent, subset, object.name, path]),
    [[75, "old", "web", "spec.http[0]"], [25, "new", "web", "spec.http[0]"]],
  );
  const [old] = edge(graph, SERVICE, "workload/shop/Pod/web-1")?.routes ?? [];
  deepStrictEqual([old?.percent, old?.subset], [75, "old"]);
  ok(edge(graph, "outside", GATEWAY));
  const pods = graph.nodes.filter(({ kind }) => kind === "workload")
    .map(({ name, pods, hasProxy }) => [name, pods?.ready, hasProxy]);
  deepStrictEqual(pods, [["web-1", 1, true], ["web-2", 0, false]]);
});

Deno.test("graph keeps to a namespace and what is next to it", async () => {
  const ids = (await graphOf("-n shop")).nodes.map(({ id }) => id);
  ok(ids.includes("outside") && ids.includes(SERVICE));
  ok(!ids.some((id) => id.includes("elsewhere")));
  const { status, stderr } = await cli("graph -f mesh.yaml -n nowhere", {
    files: { "/repo/mesh.yaml": MESH },
  });
  strictEqual(status, 2);
  match(stderr, /Cannot find anything in namespace "nowhere"/);
});

Deno.test("graph of a snapshot shows traffic, failures and mTLS", async () => {
  const example = await Deno.readFile(new URL("../examples/healthy.tar.gz", import.meta.url));
  const { status, stdout } = await cli("graph --snapshot mesh.tar.gz -o json", {
    files: { "/repo/mesh.tar.gz": example },
  });
  strictEqual(status, 0);
  const graph: MeshGraph = JSON.parse(stdout);
  const call = edge(
    graph,
    "workload/client/Deployment/sleep",
    "service/bookinfo/reviews.bookinfo.svc.cluster.local",
  );
  deepStrictEqual([call?.kind, call?.tls, call?.traffic?.failures], ["calls", "mTLS", 0]);
  ok((call?.traffic?.requests ?? 0) > 0);
});

Deno.test("every format is one document in which names cannot break out", async () => {
  const graph = await graphOf();
  const [first, ...rest] = graph.nodes;
  ok(first);
  const odd = { ...graph, nodes: [{ ...first, name: `</script>"<b>&\\` }, ...rest] };
  const html = await graphRenderers.html(odd);
  strictEqual(html.match(/<\/script>/g)?.length, 2);
  doesNotMatch(html, /<b>|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  match(
    await graphRenderers.svg(odd),
    /^<\?xml[^]*&lt;\/script&gt;&quot;&lt;b&gt;&amp;[^]*<\/svg>\n$/,
  );
  match(graphRenderers.dot(odd), /label="<\/script>\\"<b>&\\\\|digraph/);
  match(graphRenderers.mermaid(odd), /^flowchart LR\n/);
});

Deno.test("a graph too large to be placed well is drawn all the same, and in no time", async () => {
  const nodes = Array.from({ length: 5_000 }, (_, i) => ({
    id: `service/a/${i}`,
    kind: "service" as const,
    namespace: "a",
    name: `service-${i}`,
    details: [],
  }));
  const edges = nodes.slice(1).map(({ id }) => ({
    from: "service/a/0",
    to: id,
    kind: "route" as const,
    routes: [],
  }));
  const graph = { ...await graphOf(), nodes, edges };
  const svg = await graphRenderers.svg(graph);
  strictEqual(svg.match(/class="node /g)?.length, 5_000);
});
