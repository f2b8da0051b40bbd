import { newestValue } from "../../../evidence/mod.ts";
import { defineOperationCause } from "../../operation/case.ts";

const METRIC = "istio_requests_total";

/** Metrics do not say where requests go. */
export const unknownDestination = defineOperationCause({
  id: "MM-O04",
  name: "unknown-destination-in-metrics",
  title: "Metrics of requests do not name their destination",
  category: "logs",
  severity: "low",
  docs: {
    why:
      "A proxy that cannot tell the service behind an address counts the request with the destination " +
      "unknown: for requests to bare pod addresses, to hosts that nobody declared, and to workloads without " +
      "proxy. Graphs and alerts leave it out.",
    symptom: 'istio_requests_total with destination_service="unknown".',
    remedy:
      "Call Services by name, declare hosts outside as ServiceEntries, and bring the workloads in.",
    verify: "No series has the destination unknown.",
    links: ["https://istio.io/latest/docs/reference/config/metrics/"],
  },

  *consider({ answers }) {
    for (const { file, query, series } of answers) {
      if (!query.includes(METRIC)) continue;
      const unknown = series.filter((each) =>
        each.labels["reporter"] === "source" && isUnknown(each.labels) &&
        (newestValue(each) ?? 0) > 0
      );
      if (unknown.length === 0) continue;
      const sources = [...new Set(unknown.map(({ labels }) => labels["source_workload"] ?? "?"))];
      yield {
        isSilent: true,
        objects: [],
        title: `metrics do not name where requests of ${sources.slice(0, 3).join(", ")} go`,
        facts: [{
          weight: "proven",
          source: file,
          detail: `${unknown.length} of ${series.length} series have the destination unknown`,
        }],
        remedy: { title: "Call Services by their names, and declare the hosts outside" },
      };
      return;
    }
  },
});

function isUnknown(labels: Readonly<Record<string, string>>): boolean {
  const named = [labels["destination_service"], labels["destination_service_name"]]
    .filter((label) => label !== undefined);
  return named.length > 0 && named.every((label) => label === "unknown");
}
