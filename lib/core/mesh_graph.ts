import type { Gap } from "./gap.ts";
import type { ResourceRef } from "./ref.ts";

/** What a node stands for. */
export type GraphNodeKind = "outside" | "gateway" | "service" | "external" | "workload";

/** A part of the mesh. */
export interface GraphNode {
  /** Unique, such as `service/shop/web`. */
  readonly id: string;
  /** What it stands for: clients outside, a gateway, a service, a host outside, a workload. */
  readonly kind: GraphNodeKind;
  /** Namespace; `""` where it has none. */
  readonly namespace: string;
  /** Cluster of a workload or gateway; absent in a mesh of one, and for a service, which is one in all. */
  readonly cluster?: string;
  /** Name or host. */
  readonly name: string;
  /** The object behind it; absent for clients outside and hosts that nobody declared. */
  readonly object?: ResourceRef;
  /** Pods that are ready, and all; absent where it has none of its own. */
  readonly pods?: { readonly ready: number; readonly total: number };
  /** Whether the pods have a proxy; absent where it has no pods. */
  readonly hasProxy?: boolean;
  /** Whether ztunnel carries the traffic of the pods; absent where it does not. */
  readonly isAmbient?: true;
  /** What else is known, one clause each: ports, hosts, ejected endpoints. */
  readonly details: readonly string[];
}

/** A route that sends requests along an edge. */
export interface GraphRoute {
  /** The object that says so. */
  readonly object: ResourceRef;
  /** The rule in it, such as `spec.http[0]`. */
  readonly path: string;
  /** Share of the rule's requests, in percent. */
  readonly percent: number;
  /** Subset that is meant; `""` for all of the service. */
  readonly subset: string;
  /** Whether only copies of requests go this way. */
  readonly isMirror: boolean;
}

/** A way from one node to another. */
export interface GraphEdge {
  /** Id of the node it leaves. */
  readonly from: string;
  /** Id of the node it leads to. */
  readonly to: string;
  /** Calls that were logged, a route, a service's choice of workloads, or the way in from outside. */
  readonly kind: "calls" | "route" | "selects" | "enters";
  /** The routes that send requests along it. */
  readonly routes: readonly GraphRoute[];
  /** How the two ends speak, as the objects decide it; absent where nothing is known. */
  readonly tls?: "mTLS" | "plaintext" | "refused" | "unknown";
  /** What was logged. */
  readonly traffic?: GraphTraffic;
}

/** Requests along an edge. */
export interface GraphTraffic {
  /** How many there were. */
  readonly requests: number;
  /** How many came to a bad end. */
  readonly failures: number;
  /** Median of their durations in milliseconds; absent where the logs have none. */
  readonly p50Ms?: number;
  /** Duration below which 99 % of them lie, in milliseconds; absent where the logs have none. */
  readonly p99Ms?: number;
}

/** The mesh as a graph. Its shape is a contract with scripts. */
export interface MeshGraph {
  /** Always `"MeshGraph"`. */
  readonly kind: "MeshGraph";
  /** Version of this shape. */
  readonly version: 1;
  /** When the mesh was seen, as an RFC 3339 time. */
  readonly takenAt: string;
  /** Ordered by id. */
  readonly nodes: readonly GraphNode[];
  /** Ordered by their ends. */
  readonly edges: readonly GraphEdge[];
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}
