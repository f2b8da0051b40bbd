import { edgeTls } from "../../auth/mod.ts";
import { containerPortNamed } from "../../connectivity/mod.ts";
import type { EdgeSecurity } from "../../core/mod.ts";
import { type Mesh, podsNamed, podsServing, type Resource } from "../../mesh/mod.ts";
import { edgeLabel, type Survey, type TrafficEdge } from "../../traffic/mod.ts";

/** How the traffic of each pair is protected: as it was seen to arrive, else as configuration decides. */
export function edgeSecurityOf(mesh: Mesh, { edges, received }: Survey): EdgeSecurity[] {
  const seen = new Map(received.map((edge) => [keyOf(edge), edge]));
  return edges.filter(({ source }) => source !== "external").map((edge) => {
    const [source = "", destination = ""] = edgeLabel(edge).split(" → ");
    const arrived = seen.get(keyOf(edge));
    return {
      source,
      ...(mesh.clusters.length > 1 ? { cluster: clusterOf(edge) } : {}),
      destination,
      requests: edge.requests,
      ...(arrived ? observed(arrived) : configured(mesh, edge)),
    };
  });
}

function keyOf(edge: TrafficEdge): string {
  return `${clusterOf(edge)} ${edgeLabel(edge)}`;
}

function clusterOf({ source }: TrafficEdge): string {
  return source === "external" ? "" : source.cluster;
}

function observed(
  { requests, secured }: TrafficEdge,
): Pick<EdgeSecurity, "protection" | "from"> {
  const protection = secured === requests ? "mTLS" : secured === 0 ? "plaintext" : "both";
  return { protection, from: "access-log" };
}

function configured(
  mesh: Mesh,
  { source, host, port }: TrafficEdge,
): Pick<EdgeSecurity, "protection" | "from"> {
  const unknown = { protection: "unknown", from: "configuration" } as const;
  if (source === "external" || port === undefined) return unknown;
  const client = podsNamed(mesh, source.name, source.namespace)
    .find(({ cluster }) => cluster === source.cluster);
  const [service] = mesh.services.declarations(host);
  if (!client || service?.resource.identifier !== "Service") return unknown;
  const [server] = podsServing(mesh, service);
  if (!server) return unknown;
  const { outcome } = edgeTls(mesh, {
    client,
    server,
    host,
    port,
    containerPort: containerPortAt(server, service.ports, port),
  });
  return { protection: outcome === "refused" ? "unknown" : outcome, from: "configuration" };
}

function containerPortAt(
  server: Resource<"Pod">,
  ports: readonly { port: number; targetPort: number | string }[],
  port: number,
): number {
  const target = ports.find((each) => each.port === port)?.targetPort ?? port;
  return typeof target === "number" ? target : containerPortNamed(server, target) ?? port;
}
