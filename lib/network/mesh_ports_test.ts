import assert from "node:assert/strict";
import { meshOf } from "../../tests/mesh_of.ts";
import { meshPortsBlocked } from "./mod.ts";

function pod(name: string, namespace: string, labels: string, rest = ""): string {
  return `
---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: ${namespace}, labels: ${labels}${rest}}
spec: {containers: [{name: app}, {name: ${name === "web" ? "istio-proxy" : "other"}, image: proxy}]}
status: {podIP: 10.0.0.1}
`;
}

const MESH = pod("web", "shop", "{app: web}") + pod("plain", "shop", "{app: plain}") +
  pod(
    "captured",
    "shop",
    "{app: captured}",
    ", annotations: {ambient.istio.io/redirection: enabled}",
  ) +
  pod("istiod", "istio-system", "{app: istiod}") +
  pod("dns", "kube-system", "{k8s-app: kube-dns}") +
  pod("prometheus", "monitoring", "{app: prometheus}");

function policy(spec: string, namespace = "shop"): string {
  return `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: ${namespace}}
spec: ${spec}
`;
}

function blocked(name: string, policies: string): string[] {
  const mesh = meshOf(MESH + policies);
  const found = mesh.list("Pod").find((pod) => pod.name === name);
  assert.ok(found);
  return meshPortsBlocked(mesh, found).map(({ port, protocol, direction, isVital }) =>
    `${direction} ${protocol} ${port}${isVital ? "!" : ""}`
  );
}

const NO_EGRESS = policy("{policyTypes: [Egress]}");
const NO_INGRESS = policy("{policyTypes: [Ingress]}");
const DNS_ONLY = policy("{policyTypes: [Egress], egress: [{ports: [{port: 53, protocol: UDP}]}]}");

Deno.test("meshPortsBlocked() finds what a proxy needs and cannot reach", () => {
  assert.deepEqual(blocked("web", ""), []);
  assert.deepEqual(blocked("web", NO_EGRESS), [
    "egress TCP 15012!",
    "egress UDP 53!",
    "egress TCP 53",
  ]);
  assert.deepEqual(blocked("web", DNS_ONLY), ["egress TCP 15012!", "egress TCP 53"]);
  assert.deepEqual(blocked("web", NO_INGRESS), ["ingress TCP 15020", "ingress TCP 15090"]);
  assert.deepEqual(blocked("web", policy("{podSelector: {}}", "istio-system")), [
    "egress TCP 15012!",
  ]);
  assert.deepEqual(blocked("plain", NO_EGRESS + NO_INGRESS), []);
});

Deno.test("meshPortsBlocked() finds a captured pod that takes no HBONE", () => {
  const app = "{ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 8080}]}]}";
  assert.deepEqual(blocked("captured", policy(app)), ["ingress TCP 15008!"]);
  const both =
    "{ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 8080}, {port: 15008}]}]}";
  assert.deepEqual(blocked("captured", policy(both)), []);
});

Deno.test("meshPortsBlocked() finds an istiod that the API server cannot call", () => {
  const proxies = "{ingress: [{ports: [{port: 15012}]}]}";
  assert.deepEqual(blocked("istiod", policy(proxies, "istio-system")), ["ingress TCP 15017!"]);
  const selected =
    "{ingress: [{ports: [{port: 15012}]}, {from: [{namespaceSelector: {}}], ports: [{port: 15017}]}]}";
  assert.deepEqual(blocked("istiod", policy(selected, "istio-system")), []);
  const slice = `
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: kubernetes, namespace: default, labels: {kubernetes.io/service-name: kubernetes}}
addressType: IPv4
endpoints: [{addresses: [172.18.0.2]}]
`;
  assert.deepEqual(
    blocked("istiod", slice + policy(selected, "istio-system")),
    ["ingress TCP 15017!"],
    "no selector finds the API server",
  );
});
