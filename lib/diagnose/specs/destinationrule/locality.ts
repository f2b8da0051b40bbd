import type { Path } from "../../../core/mod.ts";
import type {
  DestinationRuleTrafficPolicyLoadBalancerLocalityLbSetting as LocalitySetting,
} from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";

const TOPOLOGY = [
  "topology.kubernetes.io/region",
  "topology.kubernetes.io/zone",
  "topology.istio.io/subzone",
];

/** Checks how requests are shared between localities; as istiod, up to the first wrong sum. */
export function checkLocality(
  setting: LocalitySetting | undefined,
  hasOutlierDetection: boolean,
  at: Path,
  say: Say,
): void {
  if (!setting) return;
  const { distribute = [], failover = [], failoverPriority = [] } = setting;
  if (distribute.length > 0 && (failover.length > 0 || failoverPriority.length > 0)) {
    return say(at, "can not simultaneously specify 'distribute' and 'failover(failoverPriority)'");
  }
  if (failover.length > 0 && failoverPriority.some((label) => TOPOLOGY.includes(label))) {
    say(at, "can not simultaneously set 'failover' and topology label 'failoverPriority'");
  }
  for (const [i, { to = {} }] of distribute.entries()) {
    const place = [...at, "distribute", i, "to"];
    const weights = Object.values(to);
    if (weights.some((weight) => weight <= 0 || weight > 100)) {
      return say(place, "locality weight must be in range [1, 100]");
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (total !== 100) return say(place, `total locality weight ${total} != 100`);
    checkOverlap(Object.keys(to), place, say);
  }
  checkOverlap(distribute.map(({ from = "" }) => from), [...at, "distribute"], say);
  if ((failover.length > 0 || failoverPriority.length > 0) && !hasOutlierDetection) {
    say(at, "outlier detection policy must be provided for failover", "warning");
  }
  for (const [i, { from = "", to = "" }] of failover.entries()) {
    const place = [...at, "failover", i];
    if (from === to) say(place, "locality lb failover settings must specify different regions");
    if (from.includes("/") || to.includes("/")) {
      say(place, "locality lb failover only specify region");
    }
    if (from.includes("*") || to.includes("*")) {
      say(place, "locality lb failover region should not contain '*' wildcard");
    }
  }
}

/** Localities as `region/zone/subzone` do not lie within each other; up to the first mistake. */
function checkOverlap(localities: readonly string[], at: Path, say: Say): void {
  const seen: string[][] = [];
  for (const locality of localities) {
    const stars = locality.split("*").length - 1;
    if (stars > 1 || stars === 1 && !locality.endsWith("*")) {
      return say(
        at,
        `locality ${locality} wildcard '*' number can not exceed 1 and must be in the end`,
      );
    }
    const parts = locality.split("/");
    if (parts.includes("")) {
      return say(at, `locality ${locality} must not contain empty region/zone/subzone info`);
    }
    if (seen.some((other) => areNested(other, parts))) {
      return say(at, `locality ${locality} overlap with previous specified ones`);
    }
    seen.push(parts);
  }
}

function areNested(a: readonly string[], b: readonly string[]): boolean {
  const isWithin = (wide: readonly string[], narrow: readonly string[]) =>
    wide.every((part, i) => part === "*" || part === narrow[i]);
  return isWithin(a, b) || isWithin(b, a);
}
