import { type Resource, workloadOf } from "../../../mesh/mod.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import type { Fact } from "../../cause.ts";
import type { PerformanceCase } from "../../performance/case.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { podOf } from "../../performance/places.ts";
import { ownMs, slowIn } from "../../performance/slowness.ts";
import { type ContainerUsage, cpuShortage } from "../../performance/usage.ts";

/** The autoscaler takes the proxy's CPU for the application's, and adds no pods although the application needs them. */
export const autoscalerCountsProxy = definePerformanceCause({
  id: "MM-P12",
  name: "autoscaler-counts-proxy",
  title: "The autoscaler counts the proxy's CPU as the application's",
  category: "configuration",
  severity: "medium",
  explains: ["MM-P02", "MM-C55"],
  docs: {
    why:
      "A metric of type Resource compares the CPU of all containers with the requests of all containers. A " +
      "proxy with a large request and little use hides that the application has none left, and no pod is added.",
    symptom:
      "The application is at its CPU limit and slow; the pods as a whole are below the autoscaler's target.",
    remedy: "Use a metric of type ContainerResource for the application's container.",
    verify: "Replicas follow the application's CPU.",
    links: [
      "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#container-resource-metrics",
    ],
  },

  *consider(of) {
    const namespaces = new Set(of.pods.map(({ namespace }) => namespace));
    const autoscalers = [...namespaces].flatMap((each) =>
      of.mesh.list("HorizontalPodAutoscaler", each)
    );
    for (const autoscaler of autoscalers) {
      const target = targetOf(autoscaler);
      const containers = scaledBy(of, autoscaler);
      const used = utilizationOf(containers);
      if (target === undefined || used === undefined || used >= target) continue;
      const short = containers.filter(({ container }) => container !== "istio-proxy")
        .flatMap(cpuShortage);
      if (short.length === 0) continue;
      const pods = new Set(containers.map(({ pod }) => pod));
      const theirs = of.timings.filter((timing) => pods.has(podOf(of.mesh, timing)!));
      const object = resourceOf(autoscaler, "spec.metrics");
      const decision: Fact = {
        weight: "decisive",
        source: `${label(object)} ${object.path}`,
        detail:
          `with the proxies the pods use ${Math.round(used)} % of the CPU that they request; ` +
          `pods are added from ${target} %`,
        explains: slowIn(theirs, ownMs).map(({ exchange }) => exchange),
      };
      yield {
        isSilent: true,
        objects: [object],
        title: `${label(object)} adds no pods, because it counts the idle proxies, ` +
          "while the application has no CPU left",
        facts: [decision, ...short],
        remedy: { title: "Scale by the application's container", action: edit(object) },
      };
    }
  },
});

/** The use of all containers from which an autoscaler adds pods, in per cent of what they request. */
function targetOf({ spec }: Resource<"HorizontalPodAutoscaler">): number | undefined {
  const metric = (spec.metrics ?? []).find(({ type, resource }) =>
    type === "Resource" && resource?.name === "cpu"
  );
  return metric?.resource?.target?.averageUtilization;
}

/** The containers of the pods that an autoscaler scales. */
function scaledBy(
  { mesh, pods, usage }: PerformanceCase,
  { namespace, spec: { scaleTargetRef } }: Resource<"HorizontalPodAutoscaler">,
): ContainerUsage[] {
  const scaled = new Set(pods.filter((pod) => {
    const workload = workloadOf(mesh, pod);
    return pod.namespace === namespace && workload.kind === scaleTargetRef?.kind &&
      workload.name === scaleTargetRef.name;
  }));
  return usage.filter(({ pod, cpu }) => scaled.has(pod) && cpu !== undefined);
}

/** What containers use of what they request, in per cent; `undefined` where one requests nothing. */
function utilizationOf(containers: readonly ContainerUsage[]): number | undefined {
  const requested = containers.map(({ cpuRequest }) => cpuRequest ?? NaN);
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const all = sum(requested);
  return all > 0 ? 100 * sum(containers.map(({ cpu = 0 }) => cpu)) / all : undefined;
}
