import {
  hasProxy,
  HBONE_PORT,
  isAmbient,
  isZtunnel,
  type Mesh,
  type Resource,
} from "../mesh/mod.ts";
import { connectionAllowed, type NetworkVerdict } from "./connection.ts";
import type { NetworkEndpoint } from "./endpoint.ts";
import type { Transport } from "./network_policy.ts";

/** A connection that a pod of the mesh, or of the control plane, cannot work without, and that is blocked. */
export interface BlockedMeshPort {
  /** Port on the destination. */
  readonly port: number;
  /** Transport protocol. */
  readonly protocol: Transport;
  /** Whether the pod opens the connection or takes it. */
  readonly direction: "egress" | "ingress";
  /** The other end, such as `istiod` or `Prometheus`. */
  readonly peer: string;
  /** What the connection is for. */
  readonly purpose: string;
  /** Whether the mesh cannot work without it; otherwise only metrics or rare queries are lost. */
  readonly isVital: boolean;
  /** Which policies block it. */
  readonly verdict: NetworkVerdict;
}

type Need = Omit<BlockedMeshPort, "verdict"> & {
  /** Other ends, of which one must be reachable. */
  readonly others: readonly NetworkEndpoint[];
};

/** The connections of the mesh itself that NetworkPolicies take from a pod; empty where all get through. */
export function meshPortsBlocked(mesh: Mesh, pod: Resource<"Pod">): BlockedMeshPort[] {
  return needsOf(mesh, pod).flatMap(({ others, ...need }) => {
    const { port, protocol, direction } = need;
    const verdicts = others.map((other) =>
      connectionAllowed(mesh, {
        ...(direction === "egress" ? { from: pod, to: other } : { from: other, to: pod }),
        port,
        protocol,
      })
    );
    const [verdict] = verdicts;
    return verdict === undefined || verdicts.some(({ allowed }) => allowed)
      ? []
      : [{ ...need, verdict }];
  });
}

function needsOf(mesh: Mesh, pod: Resource<"Pod">): Need[] {
  if (isIstiod(mesh, pod)) return needsOfIstiod(mesh);
  const needs: Need[] = [];
  if (hasProxy(pod) || isZtunnel(pod)) {
    needs.push(...needsOfProxy(mesh, pod), ...scrapes(mesh, [15020]));
  }
  if (hasProxy(pod)) needs.push(...scrapes(mesh, [15090]));
  if (hasProxy(pod) || isAmbient(pod)) needs.push(...dns(mesh, pod));
  if (isAmbient(pod)) {
    needs.push(
      ingress(HBONE_PORT, ["anyone"], "any peer", "HBONE, which carries all ambient traffic", true),
    );
  }
  if (
    pod.labels.istio?.includes("gateway") || "gateway.networking.k8s.io/gateway-name" in pod.labels
  ) {
    needs.push(ingress(15021, ["anyone"], "load balancers", "health checks of a gateway", true));
  }
  return needs;
}

function needsOfProxy(mesh: Mesh, { cluster }: Resource<"Pod">): Need[] {
  const namespace = mesh.istioNamespace;
  const istiods = mesh.list("Pod", namespace).filter((pod) =>
    isIstiod(mesh, pod) && pod.cluster === cluster
  );
  const assumed = { cluster, namespace, labels: { app: "istiod", istio: "pilot" } };
  return [{
    port: 15012,
    protocol: "TCP",
    direction: "egress",
    peer: "istiod",
    purpose: "configuration and certificates",
    isVital: true,
    others: istiods.length > 0 ? istiods : [assumed],
  }];
}

function dns(mesh: Mesh, { cluster }: Resource<"Pod">): Need[] {
  const namespace = "kube-system";
  const labels = { "k8s-app": "kube-dns" };
  const servers = mesh.select("Pod", labels, namespace).filter((pod) => pod.cluster === cluster);
  const need = {
    port: 53,
    direction: "egress",
    peer: "the DNS of the cluster",
    others: servers.length > 0 ? servers : [{ cluster, namespace, labels }],
  } as const;
  return [
    { ...need, protocol: "UDP", purpose: "resolving names", isVital: true },
    { ...need, protocol: "TCP", purpose: "resolving names with long answers", isVital: false },
  ];
}

function scrapes(mesh: Mesh, ports: readonly number[]): Need[] {
  const servers = ["app.kubernetes.io/name", "app"].flatMap((key) =>
    mesh.select("Pod", { [key]: "prometheus" })
  );
  return servers.length === 0
    ? []
    : ports.map((port) => ingress(port, servers, "Prometheus", "metrics of the proxy", false));
}

function needsOfIstiod(mesh: Mesh): Need[] {
  const apiServers = mesh.list("EndpointSlice", "default")
    .filter(({ labels }) => labels["kubernetes.io/service-name"] === "kubernetes")
    .flatMap(({ object }) => object.endpoints ?? [])
    .flatMap(({ addresses = [] }) => addresses.map((ip) => ({ ip })));
  const callers = apiServers.length > 0 ? apiServers : ["anyone" as const];
  return [
    ingress(15012, ["anyone"], "every proxy", "configuration and certificates", true),
    ingress(15017, callers, "the API server", "injection and validation webhooks", true),
  ];
}

function ingress(
  port: number,
  others: readonly NetworkEndpoint[],
  peer: string,
  purpose: string,
  isVital: boolean,
): Need {
  return { port, protocol: "TCP", direction: "ingress", peer, purpose, isVital, others };
}

function isIstiod(mesh: Mesh, { namespace, labels }: Resource<"Pod">): boolean {
  return namespace === mesh.istioNamespace && labels.app === "istiod";
}
