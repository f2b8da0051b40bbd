import type { Case } from "../../../connectivity/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import type { Fact, Weight } from "../../cause.ts";
import { harmOfMissingProxy, podsOnTheWay } from "../../lifecycle/harm.ts";
import { type MissingProxy, missingProxy } from "../../lifecycle/missing_proxy.ts";

/** A pod on the way that has no proxy, with what shows that requests suffer from it. */
export interface BarePod {
  /** The pod. */
  readonly pod: Resource<"Pod">;
  /** Which end it is. */
  readonly side: "caller" | "server";
  /** Why it has none. */
  readonly missing: MissingProxy;
  /** What shows the harm. */
  readonly harm: readonly Fact[];
}

/** The first pod of each end that has no proxy for one of these reasons, where that harms requests. */
export function barePods(
  of: Case,
  reasons: readonly MissingProxy["why"][],
  weight: Weight = "decisive",
): BarePod[] {
  const ends = podsOnTheWay(of);
  return (["caller", "server"] as const).flatMap((side) => {
    for (const pod of ends[side]) {
      const missing = missingProxy(of.mesh, pod);
      if (!missing || !reasons.includes(missing.why)) continue;
      const harm = harmOfMissingProxy(of, side, weight);
      return harm.length > 0 ? [{ pod, side, missing, harm }] : [];
    }
    return [];
  });
}
