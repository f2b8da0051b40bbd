import { fqdn, gatewaysOf, type Mesh, type Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { destinations } from "./_routes.ts";

/** A gateway that routes to a host also routes to the subsets that sidecars route it to. */
export const subsetIgnoredByGateway = defineRule({
  code: "IST0140",
  name: "subset-ignored-by-gateway",
  title: "Subset routing for sidecars has no effect on a gateway",
  severity: "warning",
  since: "0.1.0",
  inputs: ["VirtualService"],
  peer: "virtualservice.DestinationHostAnalyzer",
  docs: {
    why:
      "A gateway applies the VirtualServices that are bound to it and no other. Requests from outside " +
      "reach all versions of the service, whatever the VirtualService for sidecars says.",
    remedy:
      "Name the subset in the route of the gateway too, or bind both VirtualServices to the gateway.",
    links: ["https://istio.io/latest/docs/ops/common-problems/network-issues/"],
  },

  *check({ mesh, compat }) {
    const routed = mesh.once(compat ? routedAsWritten : routedByHost);
    for (const [vs, all] of mesh.once(destinations)) {
      const isAtGateway = compat
        ? (vs.spec.gateways ?? []).length > 0
        : gatewaysOf(vs).some((gateway) => gateway !== "mesh");
      if (!isAtGateway) continue;
      for (const { host, subset, isMirror, protocol, path } of all) {
        if (isMirror || protocol !== "http" || subset !== undefined) continue;
        const name = compat ? host : fqdn(host, vs.namespace);
        for (const other of routed.get(name) ?? []) {
          if (!compat && (other === vs || isBoundAlike(other, vs))) continue;
          yield {
            on: vs,
            at: [...path, "host"],
            message: `Subset in virtual service ${formatName(other)} has no effect on ingress ` +
              `gateway ${formatName(vs)} requests`,
          };
        }
      }
    }
  },
});

/** Whether one VirtualService is bound to every gateway that the other is bound to. */
function isBoundAlike(
  wide: Resource<"VirtualService">,
  narrow: Resource<"VirtualService">,
): boolean {
  const bound = new Set(gatewaysOf(wide));
  return gatewaysOf(narrow).every((gateway) => bound.has(gateway));
}

type VirtualServices = ReadonlySet<Resource<"VirtualService">>;

/** The VirtualServices that route a host of theirs to subsets of it, by that host as it is written. */
function routedAsWritten(mesh: Mesh): ReadonlyMap<string, VirtualServices> {
  return routedToSubsets(mesh, (host) => host);
}

/** The VirtualServices that route a host of theirs to subsets of it, by that host. */
function routedByHost(mesh: Mesh): ReadonlyMap<string, VirtualServices> {
  return routedToSubsets(mesh, fqdn);
}

function routedToSubsets(mesh: Mesh, nameOf: typeof fqdn): ReadonlyMap<string, VirtualServices> {
  const routed = new Map<string, Set<Resource<"VirtualService">>>();
  for (const [vs, all] of mesh.once(destinations)) {
    const hosts = new Set(vs.spec.hosts ?? []);
    for (const { host, subset, isMirror, protocol } of all) {
      if (isMirror || protocol !== "http" || subset === undefined || !hosts.has(host)) continue;
      const name = nameOf(host, vs.namespace);
      const same = routed.get(name);
      if (same) same.add(vs);
      else routed.set(name, new Set([vs]));
    }
  }
  return routed;
}
