import type { Mesh } from "./mesh.ts";
import type { Resource } from "./resource.ts";
import { includesLabels, type Labels } from "./selector.ts";

/** Finds the Services of a namespace that select pods with some labels. */
export type ServiceSelection = (
  labels: Labels,
  namespace: string,
) => readonly Resource<"Service">[];

/**
 * Indexes Services by a pair of their selector, so that those of a pod are found by its labels. A Service
 * without selector selects nothing.
 */
export function serviceSelection(mesh: Mesh): ServiceSelection {
  const byPair = new Map<string, Resource<"Service">[]>();
  for (const service of mesh.list("Service")) {
    const [pair] = Object.entries(service.spec.selector ?? {});
    if (!pair) continue;
    const key = `${service.namespace} ${pair[0]}=${pair[1]}`;
    const same = byPair.get(key);
    if (same) same.push(service);
    else byPair.set(key, [service]);
  }
  return (labels, namespace) =>
    Object.entries(labels).flatMap(([key, value]) =>
      (byPair.get(`${namespace} ${key}=${value}`) ?? []).filter(({ spec }) =>
        includesLabels(labels, spec.selector)
      )
    );
}
