import { servicesOf } from "../../../mesh/mod.ts";
import { serviceOf } from "../../case/case_facts.ts";
import { label, resourceOf, workloadsOf } from "../../case/objects.ts";
import { linesWith, summarize } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** Requests still come to a pod that no Service selects any more, so that its proxy has no cluster for them. */
export const podWithoutService = defineCause({
  id: "MM-R04",
  name: "pod-without-service",
  title: "A pod gets requests and no Service selects it any more",
  category: "configuration",
  severity: "high",
  explains: ["MM-C46", "MM-C54", "MM-R03"],
  docs: {
    why:
      "A proxy has an inbound cluster for each port that Services send to its pod. When the last Service " +
      "lets go of the pod, the cluster goes at once, while callers still send requests there.",
    symptom: "503 NC at the server's own proxy; callers see 503 via_upstream.",
    remedy: "Keep a Service that selects the old pods until no caller sends there any more.",
    verify: "NC lines of the server's proxy stop.",
  },

  *consider(of) {
    const found = linesWith(of, { side: "server", flags: ["NC"] });
    for (const [proxy, some] of Map.groupBy(found, ({ line }) => line.proxy)) {
      const { pod, folder } = proxy;
      if (!pod) continue;
      const selecting = servicesOf(of.mesh, pod);
      const service = serviceOf(of);
      const object = resourceOf(pod, "metadata.labels");
      yield {
        objects: [
          object,
          ...(service ? [resourceOf(service, "spec.selector")] : []),
          ...workloadsOf(of.mesh, [pod]),
        ],
        title: selecting.length === 0
          ? `requests come to ${label(object)}, which no Service selects any more`
          : `requests come to ${label(object)} on a port that no Service sends to it`,
        facts: [
          {
            weight: "decisive",
            source: `${folder}/access.log`,
            detail: summarize(some.map(({ line }) => line)),
            explains: [...new Set(some.map(({ exchange }) => exchange))],
          },
          ...(selecting.length === 0
            ? [{
              weight: "proven" as const,
              source: label(object),
              detail: `no selector matches ${JSON.stringify(pod.labels)}`,
            }]
            : []),
        ],
        remedy: {
          title: "Keep a Service that selects these pods until callers have let go of them",
        },
      };
    }
  },
});
