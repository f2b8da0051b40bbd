import type { Case } from "../../../connectivity/mod.ts";
import { HBONE_PORT, isAmbient, isWaypoint } from "../../../mesh/mod.ts";
import { connectionAllowed, type NetworkPolicyVote } from "../../../network/mod.ts";
import { type Tunnel, tunnelsOf } from "../../case/ambient.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { appending, together } from "../../case/cure.ts";
import { logged } from "../../case/signs.ts";
import type { Fact, Hypothesis } from "../../cause.ts";

/** Whether ambient mode is at both ends of a tunnel, or at one only. */
export type TunnelKind = "ambient" | "mixed";

/** NetworkPolicies that let the application's port through and not the tunnel that carries it. */
export function* blockedTunnel(of: Case, kind: TunnelKind): Iterable<Hypothesis> {
  for (const tunnel of tunnelsOf(of)) {
    if (kindOf(tunnel) !== kind) continue;
    const { from, to, port } = tunnel;
    const { allowed, blockedBy } = connectionAllowed(of.mesh, { from, to, port: HBONE_PORT });
    if (allowed) continue;
    // Where the application's port is closed too, the policies do not want the caller at all.
    if (port !== undefined && !connectionAllowed(of.mesh, { from, to, port }).allowed) continue;
    const objects = blockedBy.map(({ policy, direction }) =>
      resourceOf(policy, `spec.${direction}`)
    );
    const ports = [{ port: HBONE_PORT, protocol: "TCP" }];
    yield {
      objects: [...objects, resourceOf(to)],
      title: `${objects.map(label).join(" and ")} does not let HBONE (port ${HBONE_PORT}) from ` +
        `${from.namespace}/${from.name} through to ${to.namespace}/${to.name}`,
      facts: [
        ...blockedBy.map(({ policy, direction, reason }) => ({
          weight: "proven" as const,
          source: `NetworkPolicy ${policy.namespace}/${policy.name} spec.${direction}`,
          detail: reason,
        })),
        ...timeouts(of),
      ],
      remedy: {
        title: `Add port ${HBONE_PORT} beside the application's port`,
        ...together(
          onePerEnd(blockedBy).map(({ policy, direction }) => {
            const item = direction === "ingress" ? { from: [peerOf(from)] } : { to: [peerOf(to)] };
            const list = policy.spec[direction];
            return appending(policy, `spec.${direction}`, { list, item: { ...item, ports } });
          }),
        ),
      },
    };
    return;
  }
}

/** Connections that ztunnel or a waypoint could not open in time. */
export function timeouts(of: Case): Fact[] {
  return [
    ...logged(of, { transport: /NetworkPolicy is blocking HBONE|timed out|deadline has elapsed/ }),
    ...logged(of, { flags: ["UF", "UT"], details: /timeout/ }),
  ];
}

function kindOf({ from, to }: Tunnel): TunnelKind {
  const isIn = [from, to].every((pod) => isAmbient(pod) || isWaypoint(pod));
  return isIn ? "ambient" : "mixed";
}

/** A policy for each end whose policies drop the packets: one that lets them through is enough there. */
function onePerEnd(votes: readonly NetworkPolicyVote[]): NetworkPolicyVote[] {
  return [...new Map(votes.toReversed().map((each) => [each.direction, each])).values()];
}

function peerOf({ namespace }: Tunnel["from"]): object {
  return { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } } };
}
