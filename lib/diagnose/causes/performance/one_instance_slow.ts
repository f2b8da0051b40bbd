import { label, resourceOf } from "../../case/objects.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { timed } from "../../performance/facts.ts";
import { byWorkload } from "../../performance/places.ts";
import { slowInstances, slowPlaces } from "../../performance/slow_places.ts";
import { ownMs, quantile } from "../../performance/slowness.ts";

/** One pod of a workload is slow, its siblings are not. */
export const oneInstanceSlow = definePerformanceCause({
  id: "MM-C55",
  name: "one-instance-slow",
  title: "One instance of several is slow",
  category: "application",
  severity: "medium",
  explains: ["MM-P02"],
  docs: {
    why:
      "Pods of one workload run the same program. Where only one of them is slow, that pod is sick, or its " +
      "node is: the tail of the service's latency is that pod's.",
    symptom: "p99 is high while p50 is fine; the slow requests all have the same UPSTREAM_HOST.",
    remedy:
      "Save the pod's logs, then delete it; look at its node if the next one there is slow too. Outlier " +
      "detection does not see slowness; least-request balancing sends a slow pod fewer requests.",
    verify: "p99 comes near p50.",
  },

  *consider(of) {
    for (const workload of slowPlaces(byWorkload(of))) {
      for (const instance of slowInstances(of.mesh, workload)) {
        const [pod] = instance.pods;
        const node = pod?.spec.nodeName;
        yield {
          objects: [
            ...instance.pods.map((pod) => resourceOf(pod)),
            workload.object,
            ...(node ? [{ kind: "Node", namespace: "", name: node }] : []),
          ],
          title: `${label(instance.object)} takes ${
            Math.round(quantile(instance.slow.map(ownMs), 0.5))
          } ms, its siblings ${
            Math.round(
              quantile(instance.faster.flatMap(({ timings }) => timings.map(ownMs)), 0.5),
            )
          } ms`,
          facts: [
            ...timed(instance.slow, {
              weight: "decisive",
              what: "in the application",
              msOf: ownMs,
            }),
            ...instance.faster.flatMap(({ timings }) =>
              timed(timings, { weight: "proven", what: "in a sibling", msOf: ownMs })
                .map(({ explains: _, ...fact }) => fact)
            ),
          ],
          remedy: {
            title: `Replace ${instance.object.name}`,
            action: `kubectl -n ${instance.object.namespace} delete pod ${instance.object.name}`,
          },
        };
      }
    }
  },
});
