import { effectiveMtls, policiesFor, requestAuthenticationsFor } from "../../auth/mod.ts";
import type { ServiceSecurity } from "../../core/mod.ts";
import { hasProxy, isAmbient, isWaypoint, type Mesh, podsSelected } from "../../mesh/mod.ts";

/**
 * Who may call each service with proxies or in ambient mode, and how: by PeerAuthentications and
 * AuthorizationPolicies.
 */
export function serviceSecurityOf(mesh: Mesh): ServiceSecurity[] {
  return mesh.list("Service").flatMap(({ cluster, namespace, name, spec }) => {
    const server = podsSelected(mesh, spec.selector, namespace).find((pod) =>
      pod.cluster === cluster && (hasProxy(pod) && !isWaypoint(pod) || isAmbient(pod))
    );
    if (!server) return [];
    const { allow, deny, custom, dryRun } = policiesFor(mesh, server);
    const policies = [...custom, ...deny, ...allow].map((each) => `${each.namespace}/${each.name}`);
    const checksTokens = requestAuthenticationsFor(mesh, server).length > 0;
    return [{
      service: `${name}.${namespace}`,
      ...(mesh.clusters.length > 1 ? { cluster } : {}),
      mtls: effectiveMtls(mesh, server).mode,
      callers: allow.length > 0
        ? "those that a policy allows"
        : deny.length + custom.length > 0
        ? "all but those that a policy denies"
        : "anybody",
      policies,
      ...(dryRun.length > 0
        ? { dryRun: dryRun.map((each) => `${each.namespace}/${each.name}`) }
        : {}),
      checksTokens,
    }];
  });
}
