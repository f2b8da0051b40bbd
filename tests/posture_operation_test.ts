/** Posture of the mesh's own parts: istiod, gateways, webhooks, and objects that keep them busy. @module */
import { deepStrictEqual } from "node:assert/strict";
import { NOW } from "./cases/case_of.ts";
import { object, pod, service } from "./cases/objects.ts";
import { found, policy, SAFE } from "./cases/safe_mesh.ts";

const ISTIOD = (name: string, revision: string, replicas = 2, minor = 32): readonly object[] => [
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: {
      namespace: "istio-system",
      name,
      labels: { app: "istiod", "istio.io/rev": revision },
    },
    spec: { replicas, template: { metadata: { labels: { app: "istiod" } } } },
    status: { readyReplicas: replicas },
  },
  pod(`istio-system/${name}-1`, {
    ip: "10.0.0.20",
    proxy: false,
    labels: { app: "istiod", "istio.io/rev": revision },
    spec: { containers: [{ name: "discovery", image: `istio/pilot:1.${minor}.0` }] },
  }),
];
const BUDGET = object("policy/v1 PodDisruptionBudget istio-system/istiod", {
  selector: { matchLabels: { app: "istiod" } },
});

Deno.test("one replica, or several without budget, is found where budgets are known", async () => {
  const other = object("policy/v1 PodDisruptionBudget shop/web", { selector: {} });
  deepStrictEqual(await found({ objects: [...SAFE, ...ISTIOD("istiod", "default")] }), []);
  deepStrictEqual(await found({ objects: [...SAFE, ...ISTIOD("istiod", "default", 1)] }), [
    "MM-X12 medium",
  ]);
  deepStrictEqual(await found({ objects: [...SAFE, ...ISTIOD("istiod", "default"), other] }), [
    "MM-X12 medium",
  ]);
  deepStrictEqual(await found({ objects: [...SAFE, ...ISTIOD("istiod", "default"), BUDGET] }), []);
  const scaler = object("autoscaling/v2 HorizontalPodAutoscaler istio-system/istiod", {
    scaleTargetRef: { kind: "Deployment", name: "istiod" },
    minReplicas: 2,
  });
  deepStrictEqual(
    await found({ objects: [...SAFE, ...ISTIOD("istiod", "default", 1), BUDGET, scaler] }),
    [],
    "the autoscaler keeps two",
  );
  const gateway = [
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { namespace: "edge", name: "gateway" },
      spec: { replicas: 1 },
    },
    {
      apiVersion: "apps/v1",
      kind: "ReplicaSet",
      metadata: {
        namespace: "edge",
        name: "gateway",
        ownerReferences: [{ kind: "Deployment", name: "gateway", controller: true }],
      },
    },
    pod("edge/gateway-1", { ip: "10.0.0.21", gateway: true }),
  ];
  deepStrictEqual(await found({ objects: [...SAFE, ...gateway] }), ["MM-G17 medium"]);
});

Deno.test("proxies that istiod does not support are found", async () => {
  const cluster = "type.googleapis.com/envoy.config.cluster.v3.Cluster";
  const resources = { [cluster]: { sent: "1", acked: "1" } };
  const proxies = (version: string) =>
    found({
      objects: [...SAFE, ...ISTIOD("istiod", "default")],
      files: {
        "istiod/debug/syncz.json": [{ proxy: "web-1.shop", istio_version: version, resources }],
      },
    });
  deepStrictEqual(await proxies("1.31.1"), []);
  deepStrictEqual(await proxies("1.30.1"), ["MM-I13 medium"]);
  deepStrictEqual(await proxies("1.33.0"), ["MM-I13 medium"]);
  deepStrictEqual(await proxies("custom-build"), []);
});

Deno.test("two revisions with proxies of their own, and namespaces that name two, are found", async () => {
  const old = pod("shop/old-1", { ip: "10.0.0.5", labels: { app: "old", "istio.io/rev": "old" } });
  const both = [...ISTIOD("istiod-old", "old"), ...ISTIOD("istiod", "default")];
  deepStrictEqual(await found({ objects: [...SAFE, ...both] }), []);
  deepStrictEqual(await found({ objects: [...SAFE, ...both, old] }), ["MM-X13 medium"]);
  const namespace = (labels: Record<string, string>) => object("v1 Namespace shop", {}, { labels });
  const enabled = { "istio-injection": "enabled" };
  deepStrictEqual(await found({ objects: [...SAFE, namespace(enabled)] }), []);
  deepStrictEqual(
    await found({ objects: [...SAFE, namespace({ ...enabled, "istio.io/rev": "canary" })] }),
    ["MM-I02 medium"],
  );
});

Deno.test("a validation webhook without anybody behind it is found", async () => {
  const webhook = (failurePolicy: string) => ({
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingWebhookConfiguration",
    metadata: { name: "istio-validator" },
    webhooks: [{
      name: "rev.validation.istio.io",
      failurePolicy,
      clientConfig: { service: { namespace: "istio-system", name: "istiod" } },
    }],
  });
  const istiod = service("istio-system/istiod", { selector: { app: "istiod" } });
  const served = [...SAFE, istiod, ...ISTIOD("istiod", "default")];
  deepStrictEqual(await found({ objects: [...served, webhook("Fail")] }), []);
  deepStrictEqual(await found({ objects: [...SAFE, istiod, webhook("Fail")] }), ["MM-X09 high"]);
  deepStrictEqual(await found({ objects: [...SAFE, webhook("Fail")] }), ["MM-X09 high"]);
  deepStrictEqual(await found({ objects: [...SAFE, webhook("Ignore")] }), []);
});

Deno.test("endpoints that somebody wrote and no pod has are found", async () => {
  const slice = (address: string, labels: Record<string, string> = {}) => ({
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: {
      namespace: "shop",
      name: "web-own",
      labels: { "kubernetes.io/service-name": "web", ...labels },
    },
    endpoints: [{ addresses: [address] }],
  });
  deepStrictEqual(await found({ objects: [...SAFE, slice("10.0.0.2")] }), []);
  deepStrictEqual(await found({ objects: [...SAFE, slice("10.9.9.9")] }), ["MM-X10 medium"]);
  const managed = { "endpointslice.kubernetes.io/managed-by": "endpointslice-controller.k8s.io" };
  deepStrictEqual(await found({ objects: [...SAFE, slice("10.9.9.9", managed)] }), []);
});

Deno.test("what istiod counts tells whether it has too much to do", async () => {
  const counting = (...lines: string[]) =>
    found({ objects: SAFE, files: { "istiod/metrics.prom": `${lines.join("\n")}\n` } });
  const times = (within: number) => [
    `pilot_proxy_convergence_time_bucket{le="10"} ${within}`,
    'pilot_proxy_convergence_time_bucket{le="20"} 100',
    'pilot_proxy_convergence_time_bucket{le="+Inf"} 100',
    "pilot_proxy_convergence_time_count 100",
    "pilot_proxy_convergence_time_sum 1",
  ];
  deepStrictEqual(await counting(...times(100)), []);
  deepStrictEqual(await counting(...times(90)), ["MM-X05 high"]);
  const sizes = (within: number) => [
    `pilot_xds_config_size_bytes_bucket{type="x",le="1e+07"} ${within}`,
    'pilot_xds_config_size_bytes_bucket{type="x",le="+Inf"} 50',
    'pilot_xds_config_size_bytes_count{type="x"} 50',
  ];
  deepStrictEqual(await counting(...sizes(50)), []);
  deepStrictEqual(await counting(...sizes(47)), ["MM-X06 medium"]);
  const updates = (count: number) => [
    `process_start_time_seconds ${NOW.getTime() / 1000 - 1000}`,
    `pilot_inbound_updates{type="eds"} ${count}`,
  ];
  deepStrictEqual(await counting(...updates(4000)), []);
  deepStrictEqual(await counting(...updates(6000)), ["MM-X08 medium"]);
});

Deno.test("an object that is rewritten all the time is found", async () => {
  const written = (generation: number, creationTimestamp: string) =>
    found({
      objects: [
        ...SAFE,
        object("networking.istio.io/v1 VirtualService shop/web", { hosts: ["web"] }, {
          generation,
          creationTimestamp,
        }),
      ],
    });
  deepStrictEqual(await written(500, "2026-01-01T11:00:00Z"), ["MM-X07 medium"]);
  deepStrictEqual(await written(500, "2025-01-01T11:00:00Z"), [], "in the course of a year");
  deepStrictEqual(await written(20, "2026-01-01T11:59:00Z"), [], "while it was made");
});

Deno.test("a rule that a dash has split, and servers that are not verified, are found", async () => {
  const from = [{ source: { namespaces: ["client"] } }];
  const to = [{ operation: { paths: ["/admin"] } }];
  deepStrictEqual(await found({ objects: [...SAFE, policy({ rules: [{ from }, { to }] })] }), [
    "MM-A09 high",
  ]);
  deepStrictEqual(await found({ objects: [...SAFE, policy({ rules: [{ from, to }] })] }), []);
  const rule = (tls: object) =>
    object("networking.istio.io/v1 DestinationRule shop/api", {
      host: "api.example.com",
      subsets: [{ name: "a", trafficPolicy: { tls: { mode: "SIMPLE", ...tls } } }],
    });
  deepStrictEqual(await found({ objects: [...SAFE, rule({ insecureSkipVerify: true })] }), [
    "MM-T16 medium",
  ]);
  deepStrictEqual(await found({ objects: [...SAFE, rule({})] }), []);
  const old = [...SAFE, rule({}), ...ISTIOD("istiod", "default", 2, 19)];
  deepStrictEqual(await found({ objects: old }), ["MM-T16 medium", "MM-I13 medium"]);
});
