import type { ProxyObservation } from "../../../connectivity/mod.ts";
import type { Mesh, Resource } from "../../../mesh/mod.ts";
import { telemetriesFor } from "../../case/telemetries.ts";
import { edit, label, resourceOf, workloadsOf } from "../../case/objects.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { proxiesOf, proxyMemoryShortage } from "../../performance/memory.ts";

/** Series of Istio's metrics from which a proxy tells more callers, services and answers apart than there are. */
const MANY_SERIES = 2_000;

/** A proxy keeps a series for each value of a tag that has too many, and runs out of memory. */
export const metricsCardinality = definePerformanceCause({
  id: "MM-P08",
  name: "metrics-cardinality",
  title: "A proxy is near its memory limit, with metrics that tell too much apart",
  category: "configuration",
  severity: "medium",
  explains: ["MM-P07"],
  docs: {
    why:
      "A proxy keeps one series of each metric for every combination of tags that it ever saw. A tag with a " +
      "path, an id or a header as its value grows without end, in the proxy and in Prometheus.",
    symptom: "The proxy's memory is near its limit; it has thousands of istio_… series.",
    remedy: "Remove the tag from the Telemetry, or give it few values.",
    verify: "The number of series stays below some hundred for each pod.",
  },

  *consider(of) {
    for (const proxy of proxiesOf(of)) {
      const series = seriesOf(proxy);
      if (!proxy.pod || series < MANY_SERIES) continue;
      const full = proxyMemoryShortage(of, proxy);
      if (full.length === 0) continue;
      const [tags] = tagging(of.mesh, proxy.pod);
      yield {
        isSilent: true,
        objects: [
          ...(tags ? [tags] : []),
          ...workloadsOf(of.mesh, [proxy.pod]),
          resourceOf(proxy.pod),
        ],
        title: `the proxy of ${proxy.id} is near its memory limit and keeps ${series} series${
          tags ? `, with the tags of ${label(tags)}` : ""
        }`,
        facts: [...full, {
          weight: tags ? "proven" : "likely",
          source: `${proxy.folder}/stats.json`,
          detail: `${series} series of Istio's metrics`,
        }],
        remedy: {
          title: "Remove tags that have many values",
          ...(tags ? { action: edit(tags) } : {}),
        },
      };
    }
  },
});

/** How many series of Istio's metrics a proxy has; each tag is a part of the name of the counter. */
function seriesOf({ stats }: ProxyObservation): number {
  let count = 0;
  for (const name of stats?.keys() ?? []) if (name.includes("istio_requests_total")) count++;
  return count;
}

function tagging(mesh: Mesh, pod: Resource<"Pod">) {
  return telemetriesFor(mesh, pod).flatMap((telemetry) =>
    (telemetry.spec.metrics ?? []).flatMap(({ overrides = [] }, i) =>
      overrides.flatMap(({ tagOverrides = {} }, j) =>
        Object.values(tagOverrides).some(({ operation }) => operation !== "REMOVE")
          ? [resourceOf(telemetry, `spec.metrics[${i}].overrides[${j}].tagOverrides`)]
          : []
      )
    )
  );
}
