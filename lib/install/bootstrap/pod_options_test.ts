import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { meshOf } from "../../../tests/mesh_of.ts";
import type { BootstrapOptions } from "./bootstrap_options.ts";
import { optionsOfPod } from "./pod_options.ts";

const MESH = `
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    trustDomain: corp.example
    defaultConfig:
      discoveryAddress: istiod-blue.istio-system.svc:15012
      tracing: { zipkin: { address: "zipkin.obs:9411" } }
      proxyStatsMatcher: { inclusionPrefixes: [upstream] }
---
apiVersion: v1
kind: Pod
metadata:
  name: cart-1
  namespace: shop
  labels: { app: cart, istio-locality: region1.zone1, pod-template-hash: abc }
  annotations: ANNOTATIONS
spec:
  serviceAccountName: cart
  nodeName: node-1
  containers:
    - { name: cart, image: cart, ports: [{ containerPort: 8080 }] }
    - name: istio-proxy
      image: proxyv2
      args: [proxy, sidecar, --domain, $(POD_NAMESPACE).svc.corp.example]
      env:
        - { name: ISTIO_META_CLUSTER_ID, value: east }
        - { name: ISTIO_META_POD_PORTS, value: '[ {"containerPort": 8080} ]' }
        - { name: ISTIO_META_NODE_NAME, valueFrom: { fieldRef: { fieldPath: spec.nodeName } } }
        - { name: ISTIO_META_DNS_CAPTURE, value: "true" }
status: { podIPs: [{ ip: 10.0.0.7 }] }
`;

function options(annotations: Readonly<Record<string, string>> = {}): BootstrapOptions {
  const mesh = meshOf(MESH.replace("ANNOTATIONS", JSON.stringify(annotations)));
  const pod = mesh.get("Pod", "shop", "cart-1");
  ok(pod);
  return optionsOfPod(pod, mesh);
}

Deno.test("optionsOfPod() reads the agent's arguments and environment", () => {
  const { type, clusterDomain, clusterId, metadata } = options();
  deepStrictEqual({ type, clusterDomain, clusterId, metadata }, {
    type: "sidecar",
    clusterDomain: "corp.example",
    clusterId: "east",
    metadata: { POD_PORTS: '[{"containerPort":8080}]', DNS_CAPTURE: "true" },
  });
});

Deno.test("optionsOfPod() reads the pod", () => {
  const { labels, locality, serviceAccount, nodeName, appContainers, ips } = options();
  deepStrictEqual({ labels, locality, serviceAccount, nodeName, appContainers, ips }, {
    labels: { app: "cart", "istio-locality": "region1.zone1" },
    locality: { region: "region1", zone: "zone1", subZone: "" },
    serviceAccount: "cart",
    nodeName: "node-1",
    appContainers: ["cart"],
    ips: ["10.0.0.7"],
  });
});

Deno.test("optionsOfPod() takes settings of the mesh, and those of the pod before them", () => {
  const mesh = options();
  strictEqual(mesh.meshId, "corp.example");
  strictEqual(mesh.discoveryAddress, "istiod-blue.istio-system.svc:15012");
  deepStrictEqual(mesh.tracing, { provider: "zipkin", host: "zipkin.obs", port: 9411 });
  deepStrictEqual(mesh.stats?.inclusionPrefixes, ["upstream"]);
  const own = options({
    "proxy.istio.io/config": "discoveryAddress: other:15012\nconcurrency: 4",
    "sidecar.istio.io/statsInclusionPrefixes": "a,b",
    "sidecar.istio.io/interceptionMode": "TPROXY",
  });
  strictEqual(own.discoveryAddress, "other:15012");
  strictEqual(own.concurrency, 4);
  strictEqual(own.interceptionMode, "TPROXY");
  deepStrictEqual(own.stats?.inclusionPrefixes, ["a", "b"]);
});

Deno.test("optionsOfPod() names the service as the settings say", () => {
  const config = (text: string) => options({ "proxy.istio.io/config": text }).serviceCluster;
  strictEqual(config("serviceCluster: basket"), "basket");
  strictEqual(config("tracingServiceName: CANONICAL_NAME_ONLY"), "cart");
  strictEqual(config("tracingServiceName: CANONICAL_NAME_AND_NAMESPACE"), "cart.shop");
  strictEqual(options().serviceCluster, undefined);
});

Deno.test("optionsOfPod() survives settings that are none", () => {
  for (const text of ["{", "- a", "proxyStatsMatcher: 7", "tracing: { zipkin: { address: [] } }"]) {
    strictEqual(options({ "proxy.istio.io/config": text }).workload, "cart-1");
  }
});
