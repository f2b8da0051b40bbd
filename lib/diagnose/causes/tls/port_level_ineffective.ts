import type { Case } from "../../../connectivity/mod.ts";
import { formatPath } from "../../../core/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { serviceOf } from "../../case/case_facts.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { changing, creating } from "../../case/cure.ts";
import { refusedMode } from "../../case/tls_edges.ts";
import type { ServerMode } from "../../case/tls_modes.ts";
import { defineCause, type Remedy } from "../../cause.ts";

/** A PeerAuthentication sets another mode for the port, and has no effect on it. */
export const portLevelIneffective = defineCause({
  id: "MM-T06",
  name: "port-level-mtls-ineffective",
  title: "portLevelMtls has no effect on the port",
  category: "security",
  severity: "high",
  explains: ["MM-T01", "MM-T02", "MM-T21", "MM-I01"],
  docs: {
    why:
      "portLevelMtls counts only in a policy with a selector, in the workload's own namespace, and by the port " +
      "of the container, not of the Service. Otherwise the port keeps the mode of the workload.",
    symptom:
      "NR filter_chain_not_found on a port for which a PeerAuthentication seems to allow plain text.",
    remedy: "Write the container's port, in a policy with the workload's labels in its namespace.",
    verify: "Requests pass.",
    links: ["https://istio.io/latest/docs/reference/config/security/peer_authentication/"],
  },

  *consider(of) {
    const refused = refusedMode(of);
    if (!refused) return;
    const { server } = refused;
    for (const { policy, reason, key } of ineffective(of, server)) {
      const mode = policy.spec.portLevelMtls?.[key]?.mode;
      if (mode === undefined || mode === "UNSET" || mode === server.mtls.mode) continue;
      const object = resourceOf(policy, formatPath(["spec", "portLevelMtls", key]));
      yield {
        objects: [
          object,
          ...(server.mtls.from ? [resourceOf(server.mtls.from, formatPath(server.mtls.path))] : []),
          resourceOf(server.pod),
        ],
        title: `${label(object)} sets ${mode} for port ${key}, but port ${server.port} of ` +
          `${server.pod.namespace}/${server.pod.name} stays ${server.mtls.mode}: ${reason}`,
        facts: [{ weight: "proven", source: label(object), detail: reason }, ...refused.facts],
        remedy: {
          title: `Set ${mode} for container port ${server.port}`,
          ...modeOf(of, policy, server, mode),
        },
      };
      return;
    }
  },
});

interface Ineffective {
  readonly policy: Resource<"PeerAuthentication">;
  readonly key: string;
  readonly reason: string;
}

/** Settings that were meant for a server's port, with the reason why they do not count. */
function* ineffective(of: Case, { mtls, port }: ServerMode): Iterable<Ineffective> {
  const servicePort = of.destination.servicePort?.port ?? of.destination.port;
  const root = of.mesh.config.rootNamespace;
  for (const { policy, tier, isUsed } of mtls.considered) {
    const { portLevelMtls = {}, selector } = policy.spec;
    const hasSelector = Object.keys(selector?.matchLabels ?? {}).length > 0;
    if (Object.hasOwn(portLevelMtls, port)) {
      const reason = !hasSelector
        ? "the policy has no selector"
        : policy.namespace === root && tier === "workload" && !isUsed
        ? "a selector has no effect in the root namespace"
        : undefined;
      if (reason) yield { policy, key: String(port), reason };
    } else if (
      servicePort !== undefined && servicePort !== port && Object.hasOwn(portLevelMtls, servicePort)
    ) {
      const reason = `${servicePort} is the Service's port, and ${port} the container's`;
      yield { policy, key: String(servicePort), reason };
    }
  }
}

/** The mode for the container's port: in the policy where it selects the workload, else in one that does. */
function modeOf(
  of: Case,
  policy: Resource<"PeerAuthentication">,
  { pod, port }: ServerMode,
  mode: string,
): Partial<Remedy> {
  const { selector, mtls, portLevelMtls } = policy.spec;
  const isOwn = policy.namespace === pod.namespace;
  const hasSelector = Object.keys(selector?.matchLabels ?? {}).length > 0;
  if (isOwn && hasSelector) {
    const value = { ...portLevelMtls, [port]: { mode } };
    return changing(policy, [{ op: "add", path: "/spec/portLevelMtls", value }]);
  }
  const matchLabels = hasSelector ? selector?.matchLabels : serviceOf(of)?.spec.selector;
  if (!matchLabels) return { action: edit(resourceOf(policy)) };
  return creating({
    apiVersion: "security.istio.io/v1",
    kind: "PeerAuthentication",
    metadata: { name: `${policy.name}-${port}`, namespace: pod.namespace },
    spec: { selector: { matchLabels }, mtls, portLevelMtls: { [port]: { mode } } },
  }, policy.cluster);
}
