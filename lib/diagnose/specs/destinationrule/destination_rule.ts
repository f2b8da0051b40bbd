import type { Resource } from "../../../mesh/mod.ts";
import { subsetNameProblem } from "../virtualservice/destination.ts";
import { checkExportTo, sayIf, wildcardDomainProblem } from "../values/names.ts";
import type { Say } from "../say.ts";
import { checkSelector } from "../values/selector.ts";
import { checkTrafficPolicy } from "./traffic_policy.ts";
import { checkLabels } from "../values/values.ts";

/** Checks a DestinationRule. */
export function checkDestinationRule(dr: Resource<"DestinationRule">, say: Say): void {
  const { host = "", trafficPolicy, subsets = [], exportTo = [], workloadSelector } = dr.spec;
  sayIf(say, ["spec", "host"], wildcardDomainProblem(host));
  checkTrafficPolicy(trafficPolicy, dr.namespace, ["spec", "trafficPolicy"], say);
  const names = new Set<string>();
  for (const [i, subset] of subsets.entries()) {
    const at = ["spec", "subsets", i];
    const { name = "" } = subset;
    if (names.has(name)) say([...at, "name"], `duplicate subset names: ${name}`);
    names.add(name);
    sayIf(say, [...at, "name"], subsetNameProblem(name));
    checkLabels(subset.labels, [...at, "labels"], say);
    checkTrafficPolicy(subset.trafficPolicy, dr.namespace, [...at, "trafficPolicy"], say);
  }
  checkExportTo(exportTo, dr.namespace, say, { isSelective: workloadSelector !== undefined });
  checkSelector(workloadSelector, ["spec", "workloadSelector"], say);
}
