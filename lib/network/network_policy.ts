import { isInCidr } from "../core/mod.ts";
import {
  matchesSelector,
  type NetworkPolicyPeer,
  type NetworkPolicyPort,
  type Resource,
} from "../mesh/mod.ts";
import type { NetworkPeer } from "./endpoint.ts";

/** Which way a policy looks: at what comes in, or at what goes out. */
export type PolicyDirection = "ingress" | "egress";

/** Transport protocols that NetworkPolicies tell apart. */
export type Transport = "TCP" | "UDP" | "SCTP";

/** A connection towards a port of its destination's pod. */
export interface Traffic {
  /** Who opens it. */
  readonly from: NetworkPeer;
  /** Whom it reaches. */
  readonly to: NetworkPeer;
  /** Port on the destination pod, after the Service was resolved. */
  readonly port: number;
  /** Transport protocol. */
  readonly protocol: Transport;
}

/** What a policy says to a connection in one direction. */
export type PolicyAnswer =
  | { readonly allows: true; readonly ruleIndex: number }
  | { readonly allows: false; readonly reason: string };

/** Whether a policy restricts a pod in a direction. */
export function restricts(
  policy: Resource<"NetworkPolicy">,
  pod: NonNullable<NetworkPeer["pod"]>,
  direction: PolicyDirection,
): boolean {
  return policy.cluster === pod.cluster && policy.namespace === pod.namespace &&
    directionsOf(policy).includes(direction) &&
    matchesSelector(pod.labels, policy.spec.podSelector);
}

/** Where a policy names no types, it restricts what comes in, and what goes out if it has a rule for that. */
function directionsOf({ spec }: Resource<"NetworkPolicy">): readonly PolicyDirection[] {
  if (spec.policyTypes && spec.policyTypes.length > 0) {
    return spec.policyTypes.map((type) => type === "Egress" ? "egress" : "ingress");
  }
  return (spec.egress ?? []).length > 0 ? ["ingress", "egress"] : ["ingress"];
}

/** Whether one of the policy's rules for a direction allows the connection. */
export function answerOf(
  policy: Resource<"NetworkPolicy">,
  direction: PolicyDirection,
  traffic: Traffic,
): PolicyAnswer {
  const rules = direction === "ingress"
    ? (policy.spec.ingress ?? []).map(({ from, ports }) => ({ peers: from, ports }))
    : (policy.spec.egress ?? []).map(({ to, ports }) => ({ peers: to, ports }));
  const other = direction === "ingress" ? traffic.from : traffic.to;
  const open = rules.map(({ peers }) => isAdmitted(peers, other, policy));
  const fitting = rules.map(({ ports }) => isPortAdmitted(ports, traffic));
  const ruleIndex = rules.findIndex((_, i) => open[i] && fitting[i]);
  if (ruleIndex >= 0) return { allows: true, ruleIndex };
  const port = `${traffic.protocol} ${traffic.port}`;
  const way = direction === "ingress" ? "from" : "to";
  const reason = rules.length === 0
    ? `it has no ${direction} rule, so it allows nothing`
    : open.includes(true)
    ? `its ${direction} rules ${way} ${other.label} do not name port ${port}`
    : fitting.includes(true)
    ? `its ${direction} rules for port ${port} do not name ${other.label}`
    : `its ${direction} rules name neither ${other.label} nor port ${port}`;
  return { allows: false, reason };
}

function isAdmitted(
  peers: readonly NetworkPolicyPeer[] | undefined,
  other: NetworkPeer,
  policy: Resource<"NetworkPolicy">,
): boolean {
  if (!peers || peers.length === 0 || other.isAnyone) return true;
  return peers.some(({ ipBlock, podSelector, namespaceSelector }) => {
    if (ipBlock) {
      const { cidr = "", except = [] } = ipBlock;
      return other.ips.some((ip) =>
        isInCidr(ip, cidr) && !except.some((range) => isInCidr(ip, range))
      );
    }
    const { pod } = other;
    // Selectors see the pods of their own cluster only.
    if (!pod || pod.cluster !== policy.cluster) return false;
    const isNamespace = namespaceSelector
      ? matchesSelector(pod.namespaceLabels, namespaceSelector)
      : pod.namespace === policy.namespace;
    const isSomething = podSelector !== undefined || namespaceSelector !== undefined;
    return isSomething && isNamespace && matchesSelector(pod.labels, podSelector);
  });
}

function isPortAdmitted(
  ports: readonly NetworkPolicyPort[] | undefined,
  { to, port, protocol }: Traffic,
): boolean {
  if (!ports || ports.length === 0) return true;
  return ports.some((entry) => {
    if ((entry.protocol ?? "TCP") !== protocol) return false;
    if (entry.port === undefined) return true;
    if (typeof entry.port === "number") {
      return port >= entry.port && port <= (entry.endPort ?? entry.port);
    }
    return (to.pod?.ports ?? []).some((declared) =>
      declared.name === entry.port && declared.containerPort === port &&
      (declared.protocol ?? "TCP") === protocol
    );
  });
}
