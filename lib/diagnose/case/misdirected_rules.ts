import type { Case } from "../../connectivity/mod.ts";
import { typingErrors } from "../../core/mod.ts";
import { fqdn, parseServiceHost, type Resource } from "../../mesh/mod.ts";
import type { EnvoyClusterName } from "../../proxy/mod.ts";
import type { Fact } from "../cause.ts";
import { missingCluster } from "./missing_cluster.ts";
import { label, resourceOf } from "./objects.ts";

/** A DestinationRule that defines a subset which a case's route lacks, for a host that no service has. */
export interface MisdirectedRule {
  /** The rule. */
  readonly rule: Resource<"DestinationRule">;
  /** The Envoy cluster that the route names. */
  readonly parsed: EnvoyClusterName;
  /** What shows it. */
  readonly facts: readonly Fact[];
}

/** How many letters two hosts may differ in to be taken for the same one, mistyped. */
const MISTYPED = 2;

/** The rules that were meant for the service of a case's route, as their hosts and subsets tell. */
export function misdirectedRules(of: Case): MisdirectedRule[] {
  return missingCluster(of).flatMap(({ parsed, facts }) => {
    if (parsed.subset === "" || of.mesh.services.declarations(parsed.host).length === 0) return [];
    const rule = of.mesh.list("DestinationRule").find((each) =>
      each.spec.subsets?.some(({ name }) => name === parsed.subset) &&
      of.mesh.services.declarations(hostOf(each)).length === 0 && isLike(each, parsed.host)
    );
    if (!rule) return [];
    const meant: Fact = {
      weight: "proven",
      source: `${label(resourceOf(rule))} spec.host`,
      detail: `"${rule.spec.host}" means ${hostOf(rule)}, which no service has`,
    };
    return [{ rule, parsed, facts: [meant, ...facts] }];
  });
}

/** Whether a rule's host is the bare name of the wanted service, which means another namespace's. */
export function isShortHost({ rule, parsed }: MisdirectedRule): boolean {
  return rule.spec.host === parseServiceHost(parsed.host)?.name;
}

function hostOf({ spec, namespace }: Resource<"DestinationRule">): string {
  return fqdn(spec.host ?? "", namespace);
}

/** Whether a rule's host is the wanted one in another namespace, or mistyped. */
function isLike(rule: Resource<"DestinationRule">, wanted: string): boolean {
  const [own, other] = [parseServiceHost(hostOf(rule)), parseServiceHost(wanted)];
  return own !== undefined && own.name === other?.name ||
    typingErrors(hostOf(rule), wanted) <= MISTYPED;
}
