import type { Fix } from "../../../core/mod.ts";
import { fqdn, type Resource } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule, type RuleMesh } from "../../analysis/rule.ts";
import { intendedHost } from "../_hosts.ts";
import { servicesFor } from "./_host.ts";

/** The host of a DestinationRule is that of a service of the mesh. */
export const unknownHost = defineRule({
  code: "IST0174",
  name: "unknown-destination-rule-host",
  title: "DestinationRule is for a host that nothing serves",
  severity: "warning",
  since: "0.1.0",
  inputs: ["DestinationRule", "Service", "ServiceEntry"],
  equivalents: ["KIA0202"],
  peer: "destinationrule.SubsetSelectPodAnalyzer",
  docs: {
    why:
      "A DestinationRule says how to reach a service that is there. For a host that nothing serves " +
      "it has no effect: no subset, no TLS setting and no limit of it applies.",
    remedy:
      "Correct the host. A short name means a service in the namespace of the DestinationRule.",
  },

  *check({ mesh, compat }) {
    for (const dr of mesh.list("DestinationRule")) {
      const { host = "" } = dr.spec;
      const isKnown = compat && host.startsWith("*")
        ? mesh.services.find(host, dr.namespace) !== undefined
        : servicesFor(mesh, dr).length > 0;
      // A rule without a host breaks a rule of the API, which IST0106 reports.
      if (isKnown || !compat && host === "") continue;
      yield {
        on: dr,
        at: ["spec", "host"],
        message: `The host ${compat ? host : fqdn(host, dr.namespace)} defined in the ` +
          "DestinationRule does not match any services in the mesh.",
        fix: cureOf(mesh, dr),
      };
    }
  },
});

function cureOf(mesh: RuleMesh<"Service">, dr: Resource<"DestinationRule">): Fix | undefined {
  const intended = intendedHost(mesh, dr.spec.host ?? "", dr.namespace);
  return intended === undefined
    ? undefined
    : replacement(["spec", "host"], intended, `Write the host "${intended}"`);
}
