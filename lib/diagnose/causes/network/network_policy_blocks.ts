import { connectionAllowed, type NetworkEndpoint } from "../../../network/mod.ts";
import { HBONE_PORT } from "../../../mesh/mod.ts";
import { tunnelsOf } from "../../case/ambient.ts";
import { serversOf } from "../../case/case_facts.ts";
import { appending } from "../../case/cure.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

const TIMED_OUT = /timeout|timed_out|110|113|No_route/i;

/** A NetworkPolicy of the caller or of the server drops the connection. */
export const networkPolicyBlocks = defineCause({
  id: "MM-C05",
  name: "network-policy-blocks",
  title: "A NetworkPolicy drops the connection",
  category: "network",
  severity: "critical",
  explains: ["MM-C24", "MM-C25", "MM-C52"],
  docs: {
    why:
      "As soon as a NetworkPolicy selects a pod for a direction, only what some policy allows passes. " +
      "Packets to the pod's port, after the Service was resolved, are dropped without an answer.",
    symptom:
      "Connects time out (10 s by default): 503 UF with connection_timeout at the caller's proxy, " +
      "or the caller gives up first. Nothing is logged at the server.",
    remedy:
      "Allow the caller's pods to reach that port, and the server's port in the caller's egress.",
    verify: "cx_connect_fail of the endpoint stops growing.",
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
  },

  *consider(of) {
    const from = callerEnd(of);
    if (from === undefined) return;
    const tunnelled = new Set(tunnelsOf(of).map(({ to }) => to));
    for (const { pod, port: target } of serversOf(of)) {
      // Inside of a tunnel the application's port is not seen; where only the tunnel's is closed, that is
      // another cause.
      const isTunnelled = tunnelled.has(pod);
      const own = connectionAllowed(of.mesh, { from, to: pod, port: target });
      const port = isTunnelled ? HBONE_PORT : target;
      const verdict = isTunnelled ? connectionAllowed(of.mesh, { from, to: pod, port }) : own;
      if (verdict.allowed || own.allowed) continue;
      // A request that this pod answered got through, whatever the policies say.
      if (linesWith(of, { details: /^via_upstream$/ }).some(({ line }) => line.proxy.pod === pod)) {
        continue;
      }
      const policies = verdict.blockedBy;
      const objects = policies.map(({ policy, direction }) =>
        resourceOf(policy, `spec.${direction}`)
      );
      const [first] = policies;
      if (!first) continue;
      yield {
        objects,
        title:
          `${objects.map(label).join(" and ")} drops ${of.caller.label}'s connections to port ` +
          `${port} of ${pod.namespace}/${pod.name}`,
        facts: [
          ...policies.map(({ policy, direction, reason }) => ({
            weight: "proven" as const,
            source: `NetworkPolicy ${policy.namespace}/${policy.name} spec.${direction}`,
            detail: reason,
          })),
          ...logged(of, { side: "client", flags: ["UF"], details: TIMED_OUT }),
          ...logged(of, { side: "client", flags: ["UF"], transport: TIMED_OUT }),
          ...logged(of, { side: "client", transport: /timed out|deadline has elapsed/ }),
          ...logged(of, { side: "client", flags: ["DC", "UT"] }, "likely"),
        ],
        remedy: {
          title: `Allow port ${port} (and 15008 where the mesh uses HBONE) from ${of.caller.label}`,
          ...appending(
            first.policy,
            `spec.${first.direction}`,
            first.direction === "ingress"
              ? {
                list: first.policy.spec.ingress,
                item: { from: [peerOf(of)], ports: [{ port, protocol: "TCP" }] },
              }
              : {
                list: first.policy.spec.egress,
                item: {
                  to: [{
                    podSelector: {
                      matchLabels: pod.labels["app"] ? { app: pod.labels["app"] } : {},
                    },
                  }],
                  ports: [{ port, protocol: "TCP" }],
                },
              },
          ),
        },
      };
      return;
    }
  },
});

function callerEnd(of: Parameters<typeof serversOf>[0]): NetworkEndpoint | undefined {
  return (of.onward ?? of.walk).proxy?.pod ?? of.caller.pods[0];
}

function peerOf({ caller }: Parameters<typeof serversOf>[0]): object {
  return {
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": caller.namespace } },
  };
}
