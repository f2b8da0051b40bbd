import { destinationsOf, type Mesh, type Resource } from "../../../mesh/mod.ts";
import { fqdn, gatewaysOf } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";

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
    const routed = mesh.once(hostsRoutedToSubsets);
    for (const vs of mesh.list("VirtualService")) {
      const isAtGateway = compat
        ? (vs.spec.gateways ?? []).length > 0
        : gatewaysOf(vs).some((gateway) => gateway !== "mesh");
      if (!isAtGateway) continue;
      for (const { host, subset, isMirror, protocol, path } of destinationsOf(vs)) {
        if (isMirror || protocol !== "http" || subset !== undefined) continue;
        const others = compat
          ? routed.asWritten.get(host)
          : routed.byHost.get(fqdn(host, vs.namespace));
        for (const other of others ?? []) {
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

interface RoutedHosts {
  readonly asWritten: ReadonlyMap<string, readonly Resource<"VirtualService">[]>;
  readonly byHost: ReadonlyMap<string, readonly Resource<"VirtualService">[]>;
}

/** The VirtualServices that route a host of theirs to subsets of it. */
function hostsRoutedToSubsets(mesh: Mesh): RoutedHosts {
  const found = mesh.list("VirtualService").flatMap((vs) => {
    const hosts = new Set(vs.spec.hosts ?? []);
    const subsets = destinationsOf(vs).filter(({ host, subset, isMirror, protocol }) =>
      !isMirror && protocol === "http" && subset !== undefined && hosts.has(host)
    );
    return [...new Set(subsets.map(({ host }) => host))].map((host) => ({ vs, host }));
  });
  return {
    asWritten: groupBy(found, ({ host }) => host),
    byHost: groupBy(found, ({ vs, host }) => fqdn(host, vs.namespace)),
  };
}

function groupBy(
  found: readonly { vs: Resource<"VirtualService">; host: string }[],
  key: (one: { vs: Resource<"VirtualService">; host: string }) => string,
): Map<string, Resource<"VirtualService">[]> {
  return new Map([...Map.groupBy(found, key)].map(([k, all]) => [k, all.map(({ vs }) => vs)]));
}
