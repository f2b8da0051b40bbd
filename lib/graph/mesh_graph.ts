import { edgeTls } from "../auth/mod.ts";
import { containerPortNamed } from "../connectivity/mod.ts";
import type { GraphEdge, GraphNode, GraphTraffic, MeshGraph } from "../core/mod.ts";
import {
  assumedControlPlanes,
  controlPlaneParts,
  includesLabels,
  type Labels,
  type Mesh,
  type MeshService,
  podsServing,
  type Resource,
  workloadOf,
} from "../mesh/mod.ts";
import type { Survey, TrafficEdge } from "../traffic/mod.ts";
import { Edges } from "./edges.ts";
import {
  gatewayNode,
  hostId,
  OUTSIDE,
  podsByWorkload,
  podsOfGateway,
  podsOfKubernetesGateway,
  serviceId,
  serviceNode,
  sorted,
  workloadId,
  workloadNode,
} from "./nodes.ts";
import { addGatewayApiRoutes, addVirtualServices } from "./routes.ts";

/** What a graph is made of beside the objects. */
export interface GraphInput {
  /** When the mesh was seen. */
  readonly now: Date;
  /** Who called whom. */
  readonly survey?: Survey | undefined;
  /** How many proxies have ejected an address from load balancing, by address. */
  readonly ejected?: ReadonlyMap<string, number>;
  /** Only what lies in this namespace or is next to it; everything where absent. */
  readonly namespace?: string | undefined;
}

/** The mesh as a graph: outside, gateways, services, workloads, and the routes and calls between them. */
export function meshGraph(mesh: Mesh, input: GraphInput): MeshGraph {
  const { now, survey, ejected = new Map(), namespace } = input;
  const builder = new GraphBuilder(mesh, ejected);
  for (const edge of survey?.edges ?? []) builder.addTraffic(edge);
  const graph: MeshGraph = {
    kind: "MeshGraph",
    version: 1,
    takenAt: now.toISOString(),
    nodes: sorted(builder.nodes.values()),
    edges: builder.edges.all(),
    gaps: [...mesh.gaps, ...assumedControlPlanes(mesh), ...survey?.gaps ?? []],
  };
  return namespace === undefined ? graph : around(graph, namespace);
}

class GraphBuilder {
  readonly nodes = new Map<string, GraphNode>();
  readonly edges = new Edges();
  readonly #mesh: Mesh;
  readonly #workloads: ReadonlyMap<string, readonly Resource<"Pod">[]>;
  readonly #gateways: string[] = [];

  constructor(mesh: Mesh, ejected: ReadonlyMap<string, number>) {
    this.#mesh = mesh;
    this.#workloads = podsByWorkload(mesh);
    for (const [id, pods] of this.#workloads) this.#put(workloadNode(mesh, id, pods, ejected));
    for (const service of mesh.services.all) this.#addService(service);
    for (const { controlPlane, part } of controlPlaneParts(mesh)) {
      this.#addGateways(part);
      const seen = mesh.seenFrom(controlPlane.config);
      addVirtualServices(seen, this.edges, (...of) => this.#workloadsOf(...of));
      addGatewayApiRoutes(seen, this.edges);
    }
  }

  /** The gateways that one control plane configures, each with its pods. */
  #addGateways(part: Mesh): void {
    for (const gateway of part.list("Gateway")) {
      this.#addGateway(gateway, podsOfGateway(part, gateway));
    }
    for (const gateway of part.list("KubernetesGateway")) {
      if (gateway.spec.gatewayClassName === "istio-waypoint") continue;
      this.#addGateway(gateway, podsOfKubernetesGateway(part, gateway));
    }
  }

  addTraffic(edge: TrafficEdge): void {
    const traffic = trafficOf(edge);
    const namespace = edge.source === "external" ? "" : edge.source.namespace;
    const service = this.#mesh.services.find(edge.host, namespace) ??
      this.#mesh.services.declarations(edge.host)[0];
    if (edge.source === "external") {
      const routed = [...edge.routedTo].flatMap((host) => this.#mesh.services.declarations(host));
      this.#addEntering(traffic, routed.length > 0 ? routed : service ? [service] : []);
      return;
    }
    const from = workloadId(this.#mesh, edge.source);
    const to = service ? serviceId(service) : this.#undeclared(edge.host);
    if (!this.nodes.has(from)) return;
    this.edges.traffic(from, to, "calls", traffic);
    const tls = service && this.#tls(from, service, edge.port);
    if (tls) this.edges.tls(from, to, "calls", tls);
  }

  /** Requests from outside go through the gateway that has a route to their service. */
  #addEntering(traffic: GraphTraffic, [service]: readonly MeshService[]): void {
    if (!service) return;
    this.#outside();
    const to = serviceId(service);
    const gateway = this.#gateways.find((id) => this.edges.has(id, to, "route"));
    if (!gateway) return void this.edges.traffic(OUTSIDE, to, "enters", traffic);
    this.edges.traffic(OUTSIDE, gateway, "enters", traffic);
    this.edges.traffic(gateway, to, "route", traffic);
  }

  #put(node: GraphNode): void {
    this.nodes.set(node.id, node);
  }

  #addService(service: MeshService): void {
    const node = serviceNode(service);
    const pods = podsServing(this.#mesh, service);
    this.#put(node);
    for (const pod of pods) {
      this.edges.between(node.id, workloadId(this.#mesh, workloadOf(this.#mesh, pod)), "selects");
    }
  }

  #addGateway(
    gateway: Resource<"Gateway"> | Resource<"KubernetesGateway">,
    pods: readonly Resource<"Pod">[],
  ): void {
    const node = gatewayNode(this.#mesh, gateway, pods);
    this.#outside();
    this.#put(node);
    this.#gateways.push(node.id);
    this.edges.between(OUTSIDE, node.id, "enters");
    for (const pod of pods) {
      this.edges.between(node.id, workloadId(this.#mesh, workloadOf(this.#mesh, pod)), "selects");
    }
  }

  #outside(): void {
    if (this.nodes.has(OUTSIDE)) return;
    this.#put({ id: OUTSIDE, kind: "outside", namespace: "", name: "outside", details: [] });
  }

  #undeclared(host: string): string {
    const id = hostId(host);
    if (!this.nodes.has(id)) {
      const details = ["no Service or ServiceEntry declares this host"];
      this.#put({ id, kind: "external", namespace: "", name: host, details });
    }
    return id;
  }

  #workloadsOf(service: MeshService, labels: Labels): readonly string[] {
    const pods = podsServing(this.#mesh, service).filter((pod) =>
      includesLabels(pod.labels, labels)
    );
    return [...new Set(pods.map((pod) => workloadId(this.#mesh, workloadOf(this.#mesh, pod))))];
  }

  #tls(from: string, service: MeshService, port: number | undefined): GraphEdge["tls"] {
    const [client] = this.#workloads.get(from) ?? [];
    const [server] = podsServing(this.#mesh, service);
    const declared = service.ports.find((each) => each.port === port) ?? service.ports[0];
    if (!client || !server || !declared) return undefined;
    const { targetPort } = declared;
    const containerPort = typeof targetPort === "number"
      ? targetPort
      : containerPortNamed(server, targetPort) ?? declared.port;
    const ends = { client, server, host: service.host, port: declared.port, containerPort };
    return edgeTls(this.#mesh, ends).outcome;
  }
}

function trafficOf({ requests, failures, latency }: TrafficEdge): GraphTraffic {
  if (latency.count === 0) return { requests, failures };
  const at = (q: number) => Math.round(latency.quantile(q) * 10) / 10;
  return { requests, failures, p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** What lies in a namespace, and what is next to it. */
function around({ nodes, edges, ...graph }: MeshGraph, namespace: string): MeshGraph {
  const own = new Set(nodes.filter((node) => node.namespace === namespace).map(({ id }) => id));
  const near = edges.filter(({ from, to }) => own.has(from) || own.has(to));
  const kept = new Set([...own, ...near.flatMap(({ from, to }) => [from, to])]);
  return { ...graph, nodes: nodes.filter(({ id }) => kept.has(id)), edges: near };
}
