import { clusterLabel, formatRef, type GraphEdge, type GraphNode } from "../../core/mod.ts";
import { oneLine } from "../text.ts";

/** How an edge looks: what fails stands out. */
export type EdgeHealth = "bad" | "warn" | "good" | "plain";

/** How the requests along an edge fare. */
export function edgeHealth({ traffic, tls }: GraphEdge): EdgeHealth {
  if (tls === "refused") return "bad";
  if (!traffic || traffic.requests === 0) return "plain";
  const share = traffic.failures / traffic.requests;
  return share >= 0.05 ? "bad" : share > 0 ? "warn" : "good";
}

/** How the pods of a node fare. */
export function nodeHealth({ pods, details }: GraphNode): EdgeHealth {
  if (!pods) return "plain";
  if (pods.ready === 0) return "bad";
  return pods.ready < pods.total || details.some((line) => line.includes("ejected"))
    ? "warn"
    : "good";
}

/** Most routes that a label names. */
const ROUTES_NAMED = 3;

/** What stands beside an edge: shares of routes, mTLS, traffic. */
export function edgeLabel({ routes, tls, traffic, kind }: GraphEdge): string[] {
  const shares = [
    ...new Set(
      routes.map(({ percent, subset, isMirror }) =>
        [`${percent} %`, ...(subset === "" ? [] : [subset]), ...(isMirror ? ["copies"] : [])].join(
          " ",
        )
      ),
    ),
  ];
  const named = shares.slice(0, ROUTES_NAMED).join(", ") +
    (shares.length > ROUTES_NAMED ? ", …" : "");
  return [
    ...(named === "" ? [] : [named]),
    ...(tls === undefined || kind !== "calls" ? [] : [tls]),
    ...(traffic ? [trafficText(traffic)] : []),
  ];
}

function trafficText({ requests, failures, p99Ms }: NonNullable<GraphEdge["traffic"]>): string {
  return [
    `${requests} requests`,
    ...(failures > 0 ? [`${failures} failed`] : []),
    ...(p99Ms === undefined ? [] : [`p99 ${p99Ms} ms`]),
  ].join(", ");
}

/** The lines of a node: name, and what it is. */
export function nodeLabel(node: GraphNode): string[] {
  const { kind, name, namespace, cluster, pods, hasProxy, isAmbient } = node;
  const what = [
    kind,
    ...(namespace === "" ? [] : [namespace]),
    ...(cluster === undefined ? [] : [`cluster ${clusterLabel(cluster)}`]),
    ...(pods ? [`${pods.ready}/${pods.total} ready`] : []),
    ...(isAmbient ? ["ambient"] : hasProxy === false ? ["no proxy"] : []),
  ];
  return kind === "outside" ? ["clients outside"] : [oneLine(name), oneLine(what.join(" · "))];
}

/** Everything that is known of a node, one clause each. */
export function nodeFacts(node: GraphNode): string[] {
  return [
    ...(node.object ? [formatRef(node.object)] : []),
    ...nodeLabel(node).slice(1),
    ...node.details,
  ]
    .map(oneLine);
}

/** Everything that is known of an edge, one clause each. */
export function edgeFacts(edge: GraphEdge): string[] {
  return [
    ...edge.routes.map(({ object, path, percent, subset, isMirror }) =>
      `${formatRef(object)} ${path}: ${percent} %${subset === "" ? "" : ` to ${subset}`}${
        isMirror ? ", copies" : ""
      }`
    ),
    ...(edge.tls ? [`TLS: ${edge.tls}`] : []),
    ...(edge.traffic ? [trafficText(edge.traffic)] : []),
  ].map(oneLine);
}
