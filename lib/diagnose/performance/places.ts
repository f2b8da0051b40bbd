import type { CauseResource } from "../../core/mod.ts";
import { byName, type Mesh, type Resource, workloadOf } from "../../mesh/mod.ts";
import { type Timing, upstreamOf } from "../../traffic/mod.ts";
import { resourceOf } from "../case/objects.ts";
import type { PerformanceCase } from "./case.ts";

/** Some requests that one workload or one pod answered. */
export interface Place {
  /** What answered them, as it stands in a finding. */
  readonly object: CauseResource;
  /** Pods that took part. */
  readonly pods: readonly Resource<"Pod">[];
  /** The requests. */
  readonly timings: readonly Timing[];
}

/** The pod that answered a request; `undefined` where no log says, or it is outside. */
export function podOf(mesh: Mesh, timing: Timing): Resource<"Pod"> | undefined {
  const ip = upstreamOf(timing);
  return timing.server?.proxy.pod ?? (ip === undefined ? undefined : mesh.podAt(ip));
}

/** The requests of a case by the workload that answered them, in order of name. */
export function byWorkload({ mesh, timings }: Pick<PerformanceCase, "mesh" | "timings">): Place[] {
  return placesOf(mesh, timings, (pod) => {
    const { kind, namespace, name } = workloadOf(mesh, pod);
    return { kind, namespace, name };
  });
}

/** Requests by the pod that answered them, in order of name. */
export function byPod(mesh: Mesh, timings: readonly Timing[]): Place[] {
  return placesOf(mesh, timings, (pod) => resourceOf(pod));
}

function placesOf(
  mesh: Mesh,
  timings: readonly Timing[],
  objectOf: (pod: Resource<"Pod">) => CauseResource,
): Place[] {
  const places = new Map<
    string,
    { object: CauseResource; pods: Set<Resource<"Pod">>; timings: Timing[] }
  >();
  for (const timing of timings) {
    const pod = podOf(mesh, timing);
    if (!pod) continue;
    const object = objectOf(pod);
    const key = `${object.namespace}/${object.name}/${object.kind}`;
    const place = places.get(key) ?? { object, pods: new Set(), timings: [] };
    place.pods.add(pod);
    place.timings.push(timing);
    places.set(key, place);
  }
  return [...places].sort(([a], [b]) => a < b ? -1 : 1)
    .map(([, { pods, ...place }]) => ({
      ...place,
      pods: [...pods].sort(byName),
    }));
}
