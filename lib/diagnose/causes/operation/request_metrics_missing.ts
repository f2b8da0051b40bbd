import { defineOperationCause } from "../../operation/case.ts";

const METRIC = "istio_requests_total";

/** Prometheus has no request metrics although requests are made. */
export const requestMetricsMissing = defineOperationCause({
  id: "MM-O03",
  name: "request-metrics-missing",
  title: "Prometheus has no metrics of the mesh's requests",
  category: "logs",
  severity: "medium",
  docs: {
    why:
      "Dashboards, canary analysis and alerts live on istio_requests_total. It is missing where Prometheus " +
      "does not scrape the proxies (port 15020 or 15090), or where the ports are not HTTP for the mesh.",
    symptom: "Queries for istio_requests_total give no series while access logs show requests.",
    remedy:
      "Scrape the pods, by the prometheus.io annotations or a PodMonitor; name the ports http.",
    verify: "The query count(istio_requests_total) gives a number.",
    links: ["https://istio.io/latest/docs/ops/integrations/prometheus/"],
  },

  *consider({ survey, answers }) {
    const asked = answers.filter(({ query }) => query.includes(METRIC));
    const requests = survey.edges.reduce((sum, edge) => sum + edge.requests, 0);
    if (asked.length === 0 || requests === 0) return;
    if (asked.some(({ series }) => series.length > 0)) return;
    yield {
      isSilent: true,
      objects: [],
      title: `Prometheus has no ${METRIC}, while ${requests} requests are in the access logs`,
      facts: [
        ...asked.slice(0, 3).map(({ file, query }) => ({
          weight: "proven" as const,
          source: file,
          detail: `no series for ${query}`,
        })),
        {
          weight: "proven",
          source: "access logs",
          detail: `${requests} requests between ${survey.edges.length} pairs`,
        },
      ],
      remedy: { title: "Let Prometheus scrape the proxies on port 15020" },
    };
  },
});
