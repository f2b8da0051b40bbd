/** Rows of slowness: CPU and memory of proxies, gateways and ztunnels. @module */
import type { CaseParts } from "../../cases/case_of.ts";
import { object, pod } from "../../cases/objects.ts";
import { GATEWAY_POD, meshWith, SLEEP, WEB, WEB_SERVICE } from "../row.ts";
import {
  answer,
  behindGateway,
  FAST,
  type Files,
  ISTIO_PROXY,
  limited,
  LOST_ON_THE_WAY,
  podMetrics,
  SLEEP_100M,
  SLEEP_100MI,
  SLOW_APPLICATION,
  type SlownessRow,
} from "./requests.ts";

const SLEEP_10M = limited("client/sleep-1", "10.0.0.1", { cpu: "10m" });

function gatewayPod(limits: object): object {
  return pod("istio-system/istio-ingressgateway-1", {
    ip: "10.0.0.8",
    gateway: true,
    labels: { istio: "ingressgateway" },
    spec: { containers: [{ ...ISTIO_PROXY, args: ["proxy", "router"], resources: { limits } }] },
  });
}

const THROTTLED_QUERY = "rate(container_cpu_cfs_throttled_periods_total[5m]) / " +
  "rate(container_cpu_cfs_periods_total[5m])";

function throttled(share: string): Files {
  const labels = { namespace: "shop", pod: "web-1", container: "istio-proxy" };
  return { "prometheus/throttled.json": answer(THROTTLED_QUERY, [labels, share]) };
}

/** The autoscaler of a workload. */
function autoscaler(id: string, spec: object, status: object = {}): object {
  return { ...object(`autoscaling/v2 HorizontalPodAutoscaler ${id}`, spec), status };
}

const BY_POD_CPU = autoscaler("shop/web", {
  scaleTargetRef: { kind: "ReplicaSet", name: "web" },
  metrics: [{
    type: "Resource",
    resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 60 } },
  }],
});

/** A server whose application has a small share of the CPU that its pod requests. */
function scaled(usage: Readonly<Record<string, string>>): CaseParts {
  const resources = (cpu: string) => ({ resources: { requests: { cpu }, limits: { cpu } } });
  const web = pod("shop/web-1", {
    ip: "10.0.0.2",
    spec: {
      containers: [
        { name: "app", image: "app", ...resources("200m") },
        { ...ISTIO_PROXY, ...resources("1") },
      ],
    },
  });
  return {
    objects: [SLEEP, web, WEB_SERVICE, BY_POD_CPU, podMetrics("shop/web-1", usage)],
    logs: SLOW_APPLICATION,
  };
}

/** A proxy with so many Envoy clusters and so much memory. */
function memory(clusters: number, bytes: number): CaseParts {
  return {
    objects: [SLEEP_100MI, WEB, WEB_SERVICE],
    logs: FAST,
    proxy: (parts) => {
      for (let i = 0; i < clusters; i++) parts.clusters.set(`outbound|80||other-${i}.test`, {});
    },
    files: {
      "proxies/client/sleep-1/stats.json": {
        stats: [{ name: "server.memory_allocated", value: bytes }],
      },
    },
  };
}

/** An ambient node whose ztunnel uses so much of its CPU. */
function ztunnel(cpu: string): CaseParts {
  const node = { nodeName: "node-1" };
  const limits = { resources: { limits: { cpu: "200m" } } };
  return {
    objects: [
      SLEEP,
      pod("shop/web-1", { ip: "10.0.0.2", spec: node }),
      WEB_SERVICE,
      pod("istio-system/ztunnel-abcde", {
        ip: "10.0.0.6",
        proxy: false,
        labels: { app: "ztunnel" },
        spec: { ...node, containers: [{ ...ISTIO_PROXY, ...limits }] },
      }),
      podMetrics("istio-system/ztunnel-abcde", { "istio-proxy": cpu }),
    ],
    logs: FAST,
  };
}

/** The rows. */
export const rows: readonly SlownessRow[] = [
  {
    cause: "MM-P01",
    fires: {
      objects: [
        SLEEP_100M,
        WEB,
        WEB_SERVICE,
        podMetrics("client/sleep-1", { "istio-proxy": "95m" }),
      ],
      logs: LOST_ON_THE_WAY,
    },
    object: "ReplicaSet/client/sleep",
    near: {
      objects: [
        SLEEP_100M,
        WEB,
        WEB_SERVICE,
        podMetrics("client/sleep-1", { "istio-proxy": "20m" }),
      ],
      logs: LOST_ON_THE_WAY,
    },
    nearly: "the proxy uses little of its limit",
  },
  {
    cause: "MM-P01",
    when: "and Prometheus saw it throttled",
    fires: { objects: meshWith(), logs: FAST, files: throttled("0.4") },
    object: "Pod/shop/web-1",
    near: { objects: meshWith(), logs: FAST, files: throttled("0.02") },
    nearly: "it is throttled now and then",
  },
  {
    cause: "MM-P01",
    when: "and nobody measured, but hardly any CPU is allowed",
    fires: { objects: [SLEEP_10M, WEB, WEB_SERVICE], logs: LOST_ON_THE_WAY },
    object: "Pod/client/sleep-1",
    near: { objects: [SLEEP_10M, WEB, WEB_SERVICE], logs: FAST },
    nearly: "it is fast all the same",
  },
  {
    cause: "MM-P07",
    fires: memory(600, 95 * 2 ** 20),
    object: "Pod/client/sleep-1",
    near: memory(600, 40 * 2 ** 20),
    nearly: "there is memory left",
  },
  {
    cause: "MM-P12",
    fires: scaled({ app: "190m", "istio-proxy": "50m" }),
    object: "HorizontalPodAutoscaler/shop/web",
    near: scaled({ app: "190m", "istio-proxy": "900m" }),
    nearly: "the target is reached, so that pods are added",
  },
  {
    cause: "MM-P16",
    fires: behindGateway(
      gatewayPod({ cpu: "1" }),
      podMetrics("istio-system/istio-ingressgateway-1", { "istio-proxy": "950m" }),
    ),
    object: "ReplicaSet/istio-system/istio-ingressgateway",
    near: behindGateway(GATEWAY_POD),
    nearly: "nothing says that its pods are at their limit",
  },
  {
    cause: "MM-P18",
    fires: ztunnel("190m"),
    object: "Node//node-1",
    near: ztunnel("20m"),
    nearly: "it has CPU left",
  },
];
