import { compare, type Fix, isRecord, type PatchOperation } from "../../../core/mod.ts";
import { fqdn, type Mesh, oldestFirst, type Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";

type Rule = Resource<"DestinationRule">;

/** One DestinationRule of a namespace is for a host. */
export const conflictingDestinationRules = defineRule({
  code: "MM0201",
  name: "conflicting-destination-rules",
  title: "Several DestinationRules of a namespace are for one host",
  severity: "warning",
  since: "0.1.0",
  inputs: ["DestinationRule"],
  equivalents: ["KIA0201"],
  docs: {
    why:
      "istiod merges them: subsets of all count, but the traffic policy is that of the oldest rule " +
      "that has one, and of two subsets with one name the older one. What the others say has no " +
      "effect, and which one is the oldest changes when one is created anew.",
    remedy: "Write one DestinationRule with all subsets and one traffic policy.",
    links: [
      "https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services",
    ],
  },

  *check({ mesh }) {
    for (const [host, group] of mesh.once(rulesByHost)) {
      const [first, ...others] = group.toSorted(oldestFirst);
      if (!first || others.length === 0) continue;
      const conflicts = others.filter((other) => overrules(first, other));
      if (conflicts.length === 0) continue;
      const names = [first, ...conflicts].map(formatName).sort(compare).join(", ");
      yield {
        on: conflicts[0]!,
        at: ["spec", "host"],
        message:
          `The DestinationRules ${names} are for the same host ${host}; where they differ, ` +
          `${formatName(first)} wins`,
        fix: conflicts.length === 1 && others.length === 1 ? merger(first, others[0]!) : undefined,
      };
    }
  },
});

/** The rules for the very same host and clients, by cluster, namespace and host. */
function rulesByHost(mesh: Mesh): readonly (readonly [string, readonly Rule[]])[] {
  const everywhere = mesh.list("DestinationRule").filter(({ spec }) => !spec.workloadSelector);
  const groups = Map.groupBy(
    everywhere,
    ({ cluster, namespace, spec: { host = "", exportTo = [] } }) =>
      JSON.stringify([cluster, namespace, fqdn(host, namespace), [...exportTo].sort()]),
  );
  return [...groups.values()].filter((group) => group.length > 1)
    .map((group) => [fqdn(group[0]!.spec.host ?? "", group[0]!.namespace), group] as const);
}

/** Whether something of the later rule has no effect: a policy, or a subset that the first has too. */
function overrules(first: Rule, later: Rule): boolean {
  const names = new Set((first.spec.subsets ?? []).map(({ name }) => name));
  return first.spec.trafficPolicy !== undefined && later.spec.trafficPolicy !== undefined ||
    (later.spec.subsets ?? []).some(({ name }) => names.has(name));
}

/** Puts into the first what of the later has an effect, and takes the later away: the mesh stays as it is. */
function merger(first: Rule, later: Rule): Fix | undefined {
  const names = new Set((first.spec.subsets ?? []).map(({ name }) => name));
  const written = isRecord(later.written) && isRecord(later.written.spec) ? later.written.spec : {};
  const subsets = Array.isArray(written.subsets) ? written.subsets : [];
  const added = subsets.filter((subset) => isRecord(subset) && !names.has(String(subset.name)));
  const policy = first.spec.trafficPolicy === undefined && written.trafficPolicy !== undefined;
  const patch: PatchOperation[] = [
    ...(policy
      ? [{ op: "add" as const, path: "/spec/trafficPolicy", value: written.trafficPolicy }]
      : []),
    ...(first.spec.subsets === undefined && added.length > 0
      ? [{ op: "add" as const, path: "/spec/subsets", value: added }]
      : added.map((value) => ({ op: "add" as const, path: "/spec/subsets/-", value }))),
  ];
  return {
    applicability: "unsafe",
    title: `Merge it into ${formatName(first)}`,
    patch: [{ op: "remove", path: "" }],
    ...(patch.length > 0 && { others: [{ resource: first.ref, patch }] }),
  };
}
