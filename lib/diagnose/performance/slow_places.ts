import type { Timing } from "../../traffic/mod.ts";
import type { Mesh } from "../../mesh/mod.ts";
import { byPod, type Place } from "./places.ts";
import { APART_MS, isRegular, ownMs, quantile, slowIn } from "./slowness.ts";

/** A place whose own time is remarkable. */
export interface SlowPlace extends Place {
  /** The requests that took long there. */
  readonly slow: readonly Timing[];
  /** Those alike that are much faster; empty where it is the only one, or all are slow. */
  readonly faster: readonly Place[];
}

/** Fewest requests to a place before it is compared with others. */
const COMPARABLE = 3;

/**
 * The places that take long themselves: by a share of requests that is no coincidence, or because half of
 * their requests take much longer than at another place alike.
 */
export function slowPlaces(places: readonly Place[]): SlowPlace[] {
  const medians = new Map(places.map((place) => [place, medianOf(place)]));
  return places.flatMap((place) => {
    const median = medians.get(place)!;
    const faster = places.filter((other) =>
      other !== place && other.timings.length >= COMPARABLE &&
      median - medians.get(other)! >= APART_MS && median >= 2 * medians.get(other)!
    );
    const slow = slowIn(place.timings, ownMs);
    if (slow.length > 0) return [{ ...place, slow, faster }];
    const above = place.timings.filter((timing) => ownMs(timing) >= median);
    return faster.length > 0 && isRegular(above.length, place.timings.length)
      ? [{ ...place, slow: above, faster }]
      : [];
  });
}

function medianOf({ timings }: Place): number {
  return quantile(timings.map(ownMs), 0.5);
}

/**
 * The pods of a slow workload that are alone to blame: all of its slow requests went to them, and other
 * pods of the same workload are much faster. Empty where the workload as a whole is slow.
 */
export function slowInstances(mesh: Mesh, { slow, timings }: SlowPlace): SlowPlace[] {
  const instances = slowPlaces(byPod(mesh, timings)).filter(({ faster }) => faster.length > 0);
  const blamed = new Set(instances.flatMap((instance) => instance.slow));
  return slow.every((timing) => blamed.has(timing)) ? instances : [];
}
