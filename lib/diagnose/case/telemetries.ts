import { includesLabels, type Mesh, type Resource } from "../../mesh/mod.ts";

/**
 * The Telemetries for a pod's proxy, the one that decides first: with a selector, then of its namespace,
 * then of the root namespace. See https://istio.io/latest/docs/reference/config/telemetry/.
 */
export function telemetriesFor(mesh: Mesh, pod: Resource<"Pod">): Resource<"Telemetry">[] {
  const { rootNamespace } = mesh.config;
  const own = mesh.list("Telemetry", pod.namespace).filter(({ spec }) =>
    !spec.targetRef && (spec.targetRefs ?? []).length === 0 &&
    includesLabels(pod.labels, spec.selector?.matchLabels)
  );
  const root = pod.namespace === rootNamespace
    ? []
    : mesh.list("Telemetry", rootNamespace).filter(({ spec }) => spec.selector === undefined);
  const isSpecific = ({ spec }: Resource<"Telemetry">) => Number(spec.selector !== undefined);
  return [...own.sort((a, b) => isSpecific(b) - isSpecific(a)), ...root];
}
