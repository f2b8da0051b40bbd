import { formatRef } from "../core/mod.ts";
import type { Mesh, Resource } from "../mesh/mod.ts";
import { type NetworkEndpoint, type NetworkPeer, peerOf } from "./endpoint.ts";
import {
  answerOf,
  type PolicyDirection,
  restricts,
  type Traffic,
  type Transport,
} from "./network_policy.ts";

/** A connection to be judged. */
export interface NetworkConnection {
  /** Who opens it. */
  readonly from: NetworkEndpoint;
  /** Whom it reaches: a pod, not a Service. */
  readonly to: NetworkEndpoint;
  /** Port on the destination pod, after the Service was resolved. */
  readonly port: number;
  /** Transport protocol; TCP where none is given. */
  readonly protocol?: Transport;
}

/** A NetworkPolicy that had a say. */
export interface NetworkPolicyVote {
  /** The policy. */
  readonly policy: Resource<"NetworkPolicy">;
  /** Whether it restricts what the destination takes in or what the client sends out. */
  readonly direction: PolicyDirection;
  /** The first rule that allows the connection; absent where none does. */
  readonly ruleIndex?: number;
  /** Why, as half a sentence. */
  readonly reason: string;
}

/** Whether NetworkPolicies let a connection through. */
export interface NetworkVerdict {
  /** Whether both ends allow it. */
  readonly allowed: boolean;
  /** The policies that allow it, on both ends. */
  readonly allowedBy: readonly NetworkPolicyVote[];
  /** Where it is blocked: the policies that restrict that end, none of which allows it. */
  readonly blockedBy: readonly NetworkPolicyVote[];
  /** Why, as a sentence without its full stop. */
  readonly reason: string;
}

/**
 * Evaluates the NetworkPolicies of both ends as Kubernetes defines them: a pod that no policy selects in
 * a direction is open in it, otherwise one of the selecting policies must allow the connection. What a
 * pod sends to itself and what comes from its own node always passes. Address blocks match pods by their
 * addresses, as most network plugins do.
 */
export function connectionAllowed(mesh: Mesh, connection: NetworkConnection): NetworkVerdict {
  const { from, to, port, protocol = "TCP" } = connection;
  const traffic: Traffic = { from: peerOf(mesh, from), to: peerOf(mesh, to), port, protocol };
  const exempt = exemption(from === to, traffic);
  if (exempt) return { allowed: true, allowedBy: [], blockedBy: [], reason: exempt };
  const ends = [votesOf(mesh, "egress", traffic), votesOf(mesh, "ingress", traffic)];
  const allowedBy = ends.flat().filter(({ ruleIndex }) => ruleIndex !== undefined);
  const blockedBy = ends.flatMap((votes) =>
    votes.some(({ ruleIndex }) => ruleIndex !== undefined) ? [] : votes
  );
  const allowed = blockedBy.length === 0;
  return { allowed, allowedBy, blockedBy, reason: reasonOf(allowedBy, blockedBy) };
}

function exemption(isSame: boolean, { from, to }: Traffic): string | undefined {
  if (isSame) return "a pod always reaches itself";
  const isOwnNode = to.nodeIps.some((ip) => from.ips.includes(ip));
  return isOwnNode ? "a pod always takes what comes from its own node" : undefined;
}

function votesOf(mesh: Mesh, direction: PolicyDirection, traffic: Traffic): NetworkPolicyVote[] {
  const { pod }: NetworkPeer = direction === "egress" ? traffic.from : traffic.to;
  if (!pod) return [];
  return mesh.list("NetworkPolicy", pod.namespace)
    .filter((policy) => restricts(policy, pod, direction))
    .map((policy) => {
      const answer = answerOf(policy, direction, traffic);
      return answer.allows
        ? { policy, direction, ruleIndex: answer.ruleIndex, reason: "one of its rules allows it" }
        : { policy, direction, reason: answer.reason };
    });
}

function reasonOf(
  allowedBy: readonly NetworkPolicyVote[],
  blockedBy: readonly NetworkPolicyVote[],
): string {
  const first = blockedBy[0];
  if (first) return `${formatRef(first.policy)} blocks it: ${first.reason}`;
  return allowedBy.length === 0
    ? "no NetworkPolicy restricts it"
    : "a rule of the NetworkPolicies on each restricted end allows it";
}
