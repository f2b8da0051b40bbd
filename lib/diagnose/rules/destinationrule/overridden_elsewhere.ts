import {
  destinationRuleIndex,
  type DestinationRuleTrafficPolicyTls,
  destinationsOf,
  exportedTo,
  exportTargets,
  fqdn,
  type Mesh,
  type Resource,
} from "../../../mesh/mod.ts";
import type { Fix, PatchOperation } from "../../../core/mod.ts";
import { setField } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";

type Rule = Resource<"DestinationRule">;

/** A DestinationRule that takes the place of another one says all that the other one says. */
export const overriddenElsewhere = defineRule({
  code: "MM0202",
  name: "destination-rule-overrides",
  title: "DestinationRule drops settings of one further along the lookup path",
  severity: "warning",
  since: "0.1.0",
  inputs: ["DestinationRule", "Service", "ServiceEntry", "VirtualService"],
  equivalents: ["KIA0204"],
  mode: "default",
  docs: {
    why:
      "For each client istiod looks for DestinationRules of a host in the client's namespace, then in " +
      "the service's, then in the root namespace, and takes those of the first alone: nothing is " +
      "merged. Subsets and TLS settings that only the others have are unknown to the client: " +
      "requests that a VirtualService routes to such a subset fail with 503 and the flag NC.",
    remedy:
      "Repeat the subsets and the TLS settings, or keep one DestinationRule in the namespace " +
      "of the service.",
    links: [
      "https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration",
    ],
  },

  *check({ mesh }) {
    const followers = mesh.once(furtherAlong);
    for (const winner of mesh.list("DestinationRule")) {
      if (winner.spec.workloadSelector) continue;
      for (const loser of followers(winner)) {
        const lost = mesh.once(lostSettings)(winner, loser);
        const what = [
          ...(lost.subsets.length > 0 ? [`subset ${lost.subsets.join(", ")}`] : []),
          ...(lost.tls ? [`TLS mode ${lost.tls.mode ?? "DISABLE"}`] : []),
        ];
        if (what.length === 0) continue;
        yield {
          on: winner,
          at: ["spec", "host"],
          message: `For clients of namespace ${winner.namespace} it takes the place of ` +
            `DestinationRule ${formatName(loser)}, without its ${what.join(" and ")}`,
          fix: repetition(winner, loser, lost),
        };
        break;
      }
    }
  },
});

/** The rules that clients of a rule's namespace would get for its host, were it not there. */
function furtherAlong(mesh: Mesh): (rule: Rule) => readonly Rule[] {
  const index = mesh.once(destinationRuleIndex);
  const root = mesh.config.rootNamespace;
  return (winner) => {
    const { namespace, cluster } = winner;
    const host = fqdn(winner.spec.host ?? "", namespace);
    if (host.startsWith("*") || namespace === root) return [];
    const home = mesh.services.find(host, namespace)?.namespace;
    const next = [home, root].filter((one) => one !== namespace);
    const visible = [...index.covering(host)].flat().filter((rule) =>
      rule.cluster === cluster && !rule.spec.workloadSelector && next.includes(rule.namespace) &&
      exportedTo(exportTargets(rule.spec.exportTo, rule.namespace), namespace)
    );
    return visible.toSorted((a, b) => next.indexOf(a.namespace) - next.indexOf(b.namespace));
  };
}

interface Lost {
  /** Names of subsets. */
  readonly subsets: readonly string[];
  /** Settings of TLS for all ports. */
  readonly tls: DestinationRuleTrafficPolicyTls | undefined;
}

/**
 * Finds what of the loser gets lost: subsets that routes lead to, and TLS that Istio does not start by
 * itself. Other settings are preferences of the one who wrote them.
 */
function lostSettings(mesh: Mesh): (winner: Rule, loser: Rule) => Lost {
  const index = mesh.once(destinationRuleIndex);
  const routes = mesh.once(routesToSubsets);
  const isRouted = (host: string, subset: string, namespace: string) =>
    (routes.get(`${host} ${subset}`) ?? []).some((targets) => exportedTo(targets, namespace));
  return (winner, loser) => {
    const host = fqdn(winner.spec.host ?? "", winner.namespace);
    // Rules of one namespace for the very same host are merged.
    const merged = index.get(host).filter(({ namespace }) => namespace === winner.namespace);
    const names = new Set(merged.flatMap(({ spec }) => spec.subsets ?? []).map(({ name }) => name));
    const subsets = (loser.spec.subsets ?? []).flatMap(({ name = "" }) =>
      !names.has(name) && isRouted(host, name, winner.namespace) ? [name] : []
    );
    const { tls } = loser.spec.trafficPolicy ?? {};
    const isAutomatic = tls?.mode === "ISTIO_MUTUAL" && mesh.config.enableAutoMtls;
    const isSet = merged.some(({ spec }) => spec.trafficPolicy?.tls);
    return { subsets, tls: isSet || isAutomatic ? undefined : tls };
  };
}

/** Who sees the routes that lead to a subset of a host: for each the namespaces that it is exported to. */
function routesToSubsets(mesh: Mesh): ReadonlyMap<string, readonly (readonly string[])[]> {
  const defaults = mesh.config.defaultVirtualServiceExportTo;
  const routes = new Map<string, (readonly string[])[]>();
  for (const vs of mesh.list("VirtualService")) {
    const targets = exportTargets(vs.spec.exportTo, vs.namespace, defaults);
    for (const { host, subset } of destinationsOf(vs)) {
      if (subset === undefined) continue;
      const key = `${fqdn(host, vs.namespace)} ${subset}`;
      const same = routes.get(key);
      if (same) same.push(targets);
      else routes.set(key, [targets]);
    }
  }
  return routes;
}

/** Writes into the winner what of the loser gets lost. */
function repetition(winner: Rule, loser: Rule, { subsets, tls }: Lost): Fix {
  const added = (loser.spec.subsets ?? []).filter(({ name = "" }) => subsets.includes(name));
  const patch: PatchOperation[] = [
    ...(added.length === 0
      ? []
      : winner.spec.subsets === undefined
      ? [{ op: "add" as const, path: "/spec/subsets", value: added }]
      : added.map((value) => ({ op: "add" as const, path: "/spec/subsets/-", value }))),
    ...(tls ? setField(winner.object, ["spec", "trafficPolicy", "tls"], tls) : []),
  ];
  return { applicability: "manual", title: `Repeat what ${formatName(loser)} says`, patch };
}
