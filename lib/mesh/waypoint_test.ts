import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { meshOf } from "../../tests/mesh_of.ts";
import { isWaypointGateway, waypointBindingOf, waypointOf, ztunnelOf } from "./mod.ts";

function namespace(name: string, labels = "{}"): string {
  return `
---
apiVersion: v1
kind: Namespace
metadata: {name: ${name}, labels: ${labels}}
`;
}

function gateway(name: string, { labels = "{}", routes = "", status = "{}" } = {}): string {
  const listener = `{name: mesh, port: 15008, protocol: HBONE${routes}}`;
  return `
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: ${name}, namespace: shop, labels: ${labels}}
spec: {gatewayClassName: istio-waypoint, listeners: [${listener}]}
status: ${status}
`;
}

function service(labels: string, home = "shop"): string {
  return `
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: ${home}, labels: ${labels}}
`;
}

function binding(yaml: string, home = "shop"): string {
  const mesh = meshOf(yaml);
  const found = waypointBindingOf(mesh, mesh.get("Service", home, "web")!);
  return found
    ? `${found.by.kind} ${found.namespace}/${found.name} ${found.problem ?? "used"}`
    : "none";
}

const SHOP = namespace("shop", "{istio.io/use-waypoint: wp}");

Deno.test("waypointBindingOf() asks the object first and its namespace then", () => {
  const rows: [yaml: string, expected: string][] = [
    [namespace("shop") + service("{}") + gateway("wp"), "none"],
    [SHOP + service("{}") + gateway("wp"), "Namespace shop/wp used"],
    [SHOP + service("{istio.io/use-waypoint: none}") + gateway("wp"), "none"],
    [SHOP + service("{istio.io/use-waypoint: own}") + gateway("wp"), "Service shop/own missing"],
    [
      SHOP + service("{istio.io/use-waypoint: own}") + gateway("wp") + gateway("own"),
      "Service shop/own used",
    ],
    [
      SHOP + service("{gateway.istio.io/managed: istio.io-mesh-controller}") + gateway("wp"),
      "none",
    ],
  ];
  for (const [yaml, expected] of rows) strictEqual(binding(yaml), expected);
});

Deno.test("waypointBindingOf() says why a waypoint is not used", () => {
  const conditions = "conditions: [{type: Programmed, status: 'False'}]";
  const pending = gateway("wp", { status: `{${conditions}}` });
  const ready = gateway("wp", { status: `{${conditions}, addresses: [{value: 10.0.0.5}]}` });
  const workloads = gateway("wp", { labels: "{istio.io/waypoint-for: workload}" });
  const rows: [gateway: string, expected: string][] = [
    ["", "missing"],
    [pending, "not ready"],
    [ready, "used"],
    [workloads, "other traffic"],
    [gateway("wp", { labels: "{istio.io/waypoint-for: all}" }), "used"],
  ];
  for (const [yaml, expected] of rows) {
    strictEqual(binding(SHOP + service("{}") + yaml), `Namespace shop/wp ${expected}`);
  }
});

Deno.test("a waypoint of another namespace must take its routes", () => {
  const labels = "{istio.io/use-waypoint: wp, istio.io/use-waypoint-namespace: shop}";
  const home = namespace("shop") + namespace("front", "{team: a}") + service(labels, "front");
  const from = (text: string) =>
    gateway("wp", { routes: `, allowedRoutes: {namespaces: ${text}}` });
  const rows: [gateway: string, expected: string][] = [
    [gateway("wp"), "not allowed"],
    [from("{from: Same}"), "not allowed"],
    [from("{from: All}"), "used"],
    [from("{from: Selector, selector: {matchLabels: {team: a}}}"), "used"],
    [from("{from: Selector, selector: {matchLabels: {team: b}}}"), "not allowed"],
  ];
  for (const [yaml, expected] of rows) {
    strictEqual(binding(home + yaml, "front"), `Service shop/wp ${expected}`);
  }
});

Deno.test("a waypoint for services does not stand before a pod's own address", () => {
  const pod = `
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
`;
  const mesh = (more: string) => meshOf(SHOP + pod + gateway("wp", { labels: more }));
  const at = (labels: string) => waypointOf(mesh(labels), mesh(labels).get("Pod", "shop", "web")!);
  strictEqual(at("{}"), undefined);
  strictEqual(at("{istio.io/waypoint-for: workload}")?.name, "wp");
});

Deno.test("a GatewayClass of the mesh controller makes waypoints, and says for which traffic", () => {
  const yaml = `
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: own, labels: {istio.io/waypoint-for: workload}}
spec: {controllerName: istio.io/mesh-controller}
`;
  const mesh = meshOf(
    SHOP + service("{}") + yaml + gateway("wp").replace("istio-waypoint", "own") +
      gateway("edge").replace("istio-waypoint", "istio"),
  );
  const isOne = (name: string) =>
    isWaypointGateway(mesh, mesh.get("KubernetesGateway", "shop", name)!);
  deepStrictEqual([isOne("wp"), isOne("edge")], [true, false]);
  strictEqual(
    waypointBindingOf(mesh, mesh.get("Service", "shop", "web")!)?.problem,
    "other traffic",
  );
});

Deno.test("ztunnelOf() finds the ztunnel on a pod's node", () => {
  const pod = (name: string, node: string, app: string) => `
---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: shop, labels: {app: ${app}}}
spec: {nodeName: ${node}}
`;
  const mesh = meshOf(
    pod("web", "n1", "web") + pod("api", "n2", "api") + pod("ztunnel-a", "n1", "ztunnel"),
  );
  strictEqual(ztunnelOf(mesh, mesh.get("Pod", "shop", "web")!)?.name, "ztunnel-a");
  strictEqual(ztunnelOf(mesh, mesh.get("Pod", "shop", "api")!), undefined);
});
