import type { Case } from "../../connectivity/mod.ts";
import { seenBy } from "../../mesh/mod.ts";
import type { Remedy } from "../cause.ts";
import { serviceOf } from "./case_facts.ts";
import { changing, creating } from "./cure.ts";
import type { ServerMode } from "./tls_modes.ts";

/**
 * The part of a remedy that lets one port of a server take plain text: in the PeerAuthentication of its
 * workload, else in one of its own, which `purpose` names. Nothing where no Service tells its labels.
 */
export function permissivePort(
  of: Case,
  { pod, port, mtls }: ServerMode,
  purpose: string,
): Partial<Remedy> {
  const own = mtls.considered.find(({ tier, isUsed }) => tier === "workload" && isUsed)?.policy;
  if (own) {
    return changing(own, [{
      op: "add",
      path: "/spec/portLevelMtls",
      value: { ...own.spec.portLevelMtls, [port]: { mode: "PERMISSIVE" } },
    }]);
  }
  const service = serviceOf(of);
  const { selector = {} } = service?.spec ?? {};
  if (!service || Object.keys(selector).length === 0) return {};
  return creating({
    apiVersion: "security.istio.io/v1",
    kind: "PeerAuthentication",
    metadata: { name: `${service.name}-${purpose}`, namespace: pod.namespace },
    spec: {
      selector: { matchLabels: selector },
      mtls: { mode: "STRICT" },
      portLevelMtls: { [port]: { mode: "PERMISSIVE" } },
    },
  }, seenBy(of.mesh, pod).home);
}
