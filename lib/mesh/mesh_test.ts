import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { meshOf, resourcesOf } from "../../tests/mesh_of.ts";
import { destinationRulesFor } from "./destination_rule.ts";
import { Mesh } from "./mesh.ts";
import { podsNamed, workloadOf } from "./workload.ts";

const SHOP = `
{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}}
---
{apiVersion: v1, kind: Service, metadata: {name: hidden, namespace: shop, annotations: {networking.istio.io/exportTo: .}}, spec: {ports: [{port: 80}]}}
---
{apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: ext, namespace: shop}, spec: {hosts: ["*.example.com", api.example.com], ports: [{number: 443, name: tls, protocol: TLS}]}}
---
{apiVersion: v1, kind: Pod, metadata: {name: web-1, namespace: shop, labels: {app: web, pod-template-hash: abc}, ownerReferences: [{kind: ReplicaSet, name: web-v1-abc, controller: true}]}, status: {podIP: 10.0.0.1}}
---
{apiVersion: v1, kind: Pod, metadata: {name: api-1, namespace: shop, labels: {app: api}}, status: {podIP: 10.0.0.2}}
`;

Deno.test("Mesh finds by kind, namespace, name, labels and address", () => {
  const mesh = meshOf(SHOP);
  deepStrictEqual(mesh.list("Service", "shop").map((s) => s.name), ["hidden", "web"]);
  strictEqual(mesh.get("Pod", "shop", "web-1")?.labels["app"], "web");
  deepStrictEqual(mesh.select("Pod", { app: "api" }).map((p) => p.name), ["api-1"]);
  strictEqual(mesh.podAt("10.0.0.2")?.name, "api-1");
  strictEqual(mesh.size, 5);
});

Deno.test("Mesh keeps the last of two objects with one name", () => {
  const mesh = meshOf(`
{apiVersion: v1, kind: Service, metadata: {name: a, namespace: x}, spec: {ports: [{port: 1}]}}
---
{apiVersion: v1, kind: Service, metadata: {name: a, namespace: x}, spec: {ports: [{port: 2}]}}
`);
  strictEqual(mesh.size, 1);
  strictEqual(mesh.get("Service", "x", "a")?.spec.ports?.[0]?.port, 2);
});

Deno.test("a mesh lists the same whatever order its objects came in", () => {
  const resources = resourcesOf(SHOP);
  const listed = (mesh: Mesh) => mesh.kinds.map((kind) => mesh.list(kind).map(({ name }) => name));
  const expected = listed(new Mesh(resources));
  const order = fc.shuffledSubarray(resources, { minLength: resources.length });
  fc.assert(
    fc.property(order, (shuffled) => deepStrictEqual(listed(new Mesh(shuffled)), expected)),
  );
});

Deno.test("services resolve as the caller writes them, and only where they are exported", () => {
  const { services } = meshOf(SHOP);
  strictEqual(services.resolve("web", "shop")?.host, "web.shop.svc.cluster.local");
  strictEqual(services.resolve("web", "other"), undefined);
  strictEqual(services.resolve("web.shop", "other")?.namespace, "shop");
  strictEqual(services.resolve("web.shop.svc", "other")?.namespace, "shop");
  strictEqual(services.resolve("hidden.shop", "other"), undefined);
  strictEqual(services.resolve("hidden", "shop")?.namespace, "shop");
  strictEqual(services.resolve("api.example.com", "shop")?.host, "api.example.com");
  strictEqual(services.resolve("www.example.com", "shop")?.host, "*.example.com");
  strictEqual(services.resolve("example.com", "shop"), undefined);
});

Deno.test("the DestinationRule of the caller's namespace goes before the service's and the root's", () => {
  const rule = (namespace: string, host = "web.shop.svc.cluster.local") =>
    `\n---\n{apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: dr, namespace: ${namespace}}, spec: {host: ${host}}}\n`;
  const find = (yaml: string) => {
    const found = destinationRulesFor(meshOf(SHOP + yaml), "web.shop.svc.cluster.local", "client");
    return [found.tier, ...found.rules.map(({ namespace }) => namespace)];
  };
  deepStrictEqual(find(""), ["none"]);
  deepStrictEqual(find(rule("istio-system")), ["root", "istio-system"]);
  deepStrictEqual(find(rule("istio-system") + rule("shop")), ["service", "shop"]);
  deepStrictEqual(find(rule("istio-system") + rule("shop") + rule("client")), ["client", "client"]);
  deepStrictEqual(find(rule("client", "web")), ["none"]);
});

Deno.test("podsNamed() finds by pod, workload, label and Service, and workloadOf() names the owner", () => {
  const mesh = meshOf(SHOP);
  for (const name of ["web-1", "web-v1", "web"]) {
    deepStrictEqual(podsNamed(mesh, name, "shop").map((p) => p.name), ["web-1"], name);
  }
  deepStrictEqual(podsNamed(mesh, "nobody", "shop"), []);
  deepStrictEqual(workloadOf(mesh, mesh.get("Pod", "shop", "web-1")!), {
    kind: "Deployment",
    namespace: "shop",
    name: "web-v1",
    cluster: "",
  });
  strictEqual(workloadOf(mesh, mesh.get("Pod", "shop", "api-1")!).kind, "Pod");
});

Deno.test("mesh settings come from the ConfigMap, and broken ones leave Istio's defaults", () => {
  const configMap = (mesh: string) =>
    meshOf(
      `{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: ${
        JSON.stringify(mesh)
      }}}`,
    ).config;
  strictEqual(
    configMap("rootNamespace: mesh-config\ntrustDomain: corp.internal").trustDomain,
    "corp.internal",
  );
  strictEqual(configMap("rootNamespace: mesh-config").rootNamespace, "mesh-config");
  strictEqual(configMap("a: [").trustDomain, "cluster.local");
  strictEqual(meshOf("").config.source, "defaults");
});
