/** Who called whom, as Istio labels it. */
const EDGE = [
  "reporter",
  "source_workload",
  "source_workload_namespace",
  "destination_workload",
  "destination_workload_namespace",
  "destination_service_name",
  "destination_service_namespace",
].join(", ");
const CONTAINER = "namespace, pod, container";

/**
 * The questions that performance is judged by, each under the name of its answer's file, over `window`
 * (`5m`). The metrics are those of https://istio.io/latest/docs/reference/config/metrics/, of istiod and of
 * the kubelet's cAdvisor.
 */
export function queriesOver(window: string): ReadonlyMap<string, string> {
  const sum = (by: string, metric: string) => `sum by (${by}) (rate(${metric}[${window}]))`;
  const latency = (share: number) =>
    `histogram_quantile(${share}, ${
      sum(`le, ${EDGE}`, "istio_request_duration_milliseconds_bucket")
    })`;
  const p99 = (metric: string) => `histogram_quantile(0.99, ${sum("le", `${metric}_bucket`)})`;
  return new Map([
    ["latency_p50_ms", latency(0.5)],
    ["latency_p90_ms", latency(0.9)],
    ["latency_p99_ms", latency(0.99)],
    ["requests_increase", `sum by (${EDGE}) (increase(istio_requests_total[${window}]))`],
    [
      "cpu_throttled",
      `${sum(CONTAINER, "container_cpu_cfs_throttled_periods_total")} / ` +
      sum(CONTAINER, "container_cpu_cfs_periods_total"),
    ],
    ["cpu_cores", sum(CONTAINER, 'container_cpu_usage_seconds_total{container!=""}')],
    ["memory_bytes", `max by (${CONTAINER}) (container_memory_working_set_bytes{container!=""})`],
    ["pilot_convergence_p99", p99("pilot_proxy_convergence_time")],
    ["pilot_queue_p99", p99("pilot_proxy_queue_time")],
    ["pilot_push_p99", p99("pilot_xds_push_time")],
    ["coredns_p99", p99("coredns_dns_request_duration_seconds")],
  ]);
}
