import {
  destinationRuleIndex,
  exportedTo,
  exportTargets,
  fqdn,
  type Mesh,
  parseServiceHost,
  type Resource,
} from "../../../mesh/mod.ts";
import { type Fix, nearest } from "../../../core/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { type Routed, routedDestinations } from "./_routes.ts";

/** Every subset that a VirtualService routes to is defined by a DestinationRule for the host. */
export const subsetNotDefined = defineRule({
  code: "IST0101",
  name: "subset-not-defined",
  title: "Route leads to a subset that no DestinationRule defines",
  severity: "error",
  since: "0.1.0",
  inputs: ["VirtualService", "DestinationRule"],
  reads: ["Service", "ServiceEntry"],
  equivalents: ["KIA1107"],
  peer: "virtualservice.DestinationRuleAnalyzer",
  docs: {
    why:
      "Subsets exist only where a DestinationRule for the same host defines them. istiod builds no " +
      "cluster for any other, so every request on the route fails with 503 and the flag NC.",
    remedy:
      "Add the subset to the DestinationRule of the host, or correct its name. The rule must be " +
      "visible where the clients are: see its `exportTo`.",
    links: ["https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset"],
  },

  *check({ mesh, compat }) {
    for (const to of mesh.once(routedDestinations)) {
      if (to.subset === undefined) continue;
      const known = compat ? undefined : subsetsFor(mesh.once(destinationRuleIndex), to);
      const isDefined = known
        ? known.subsets.includes(to.subset)
        : mesh.once(peerSubsets).has(peerKey(to.host, to.vs.namespace, to.subset));
      // Of a host that nobody serves and no rule is for, its absence is the defect.
      const isGhost = known !== undefined && known.rules === 0 && !to.ports;
      if (isDefined || isGhost) continue;
      const what = to.isMirror ? "mirror+subset" : "host+subset";
      yield {
        on: to.vs,
        at: [...to.path, "subset"],
        message: `Referenced ${what} in destinationrule not found: "${to.host}+${to.subset}"`,
        fix: known && intendedSubset(to, known.subsets),
      };
    }
  },
});

/** The rules for the host that the VirtualService's own namespace or its audience may see. */
function subsetsFor(
  index: ReturnType<typeof destinationRuleIndex>,
  { host, vs }: Routed,
): { readonly rules: number; readonly subsets: readonly string[] } {
  const audience = exportTargets(vs.spec.exportTo, vs.namespace);
  const isVisible = (dr: Resource<"DestinationRule">) => {
    if (audience.includes("*")) return true;
    const targets = exportTargets(dr.spec.exportTo, dr.namespace);
    return audience.some((namespace) => exportedTo(targets, namespace));
  };
  const rules = [...index.covering(fqdn(host, vs.namespace))].flat().filter(isVisible);
  return {
    rules: rules.length,
    subsets: rules.flatMap(({ spec }) => (spec.subsets ?? []).map(({ name = "" }) => name)),
  };
}

function intendedSubset({ path, subset = "" }: Routed, known: readonly string[]): Fix | undefined {
  // Short names such as v1 and v2 are all near each other.
  const intended = known.length === 1
    ? known[0]
    : subset.length > 3
    ? nearest(subset, known)
    : undefined;
  return intended === undefined
    ? undefined
    : replacement([...path, "subset"], intended, `Route to subset "${intended}"`);
}

/** The subsets as istioctl keeps them: by host and by the namespace of the rule or of the service. */
function peerSubsets(mesh: Mesh): ReadonlySet<string> {
  return new Set(
    mesh.list("DestinationRule").flatMap(({ namespace, spec: { host = "", subsets = [] } }) =>
      subsets.map(({ name = "" }) => peerKey(host, namespace, name))
    ),
  );
}

function peerKey(host: string, namespace: string, subset: string): string {
  const service = parseServiceHost(host) ?? { name: host, namespace };
  return JSON.stringify([service.namespace, service.name, subset]);
}
