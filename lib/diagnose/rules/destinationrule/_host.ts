import { exportTargets, fqdn, type MeshService, type Resource } from "../../../mesh/mod.ts";
import type { RuleMesh } from "../../analysis/rule.ts";

/**
 * The services that a DestinationRule is for: the one of its host as its own namespace, or those that it
 * is exported to, see it; for a wildcard host every service that it covers.
 */
export function servicesFor(
  { services }: RuleMesh<never>,
  dr: Resource<"DestinationRule">,
): readonly MeshService[] {
  const host = fqdn(dr.spec.host ?? "", dr.namespace);
  if (host.startsWith("*")) {
    const covered = services.coveredBy(host);
    if (covered.length > 0) return covered;
  }
  for (const target of exportTargets(dr.spec.exportTo, dr.namespace)) {
    const service = services.find(host, target === "*" ? dr.namespace : target);
    if (service) return [service];
  }
  return [];
}
