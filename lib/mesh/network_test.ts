import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { meshOfObjects } from "../../tests/cases/case_of.ts";
import { object, pod, service } from "../../tests/cases/objects.ts";
import { networkGatewayServices, networkOf } from "./network.ts";

const LABEL = "topology.istio.io/network";

Deno.test("networkOf() takes the pod's label, then that of its cluster's control plane namespace, then meshNetworks", () => {
  const networks = { "net-3": { endpoints: [{ fromRegistry: "east" }] } };
  const mesh = meshOfObjects([{
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { namespace: "istio-system", name: "istio" },
    data: { meshNetworks: JSON.stringify({ networks }) },
  }], {
    west: [
      pod("shop/own-1", { labels: { [LABEL]: "net-1" } }),
      pod("shop/plain-1"),
      object("v1 Namespace istio-system", {}, { labels: { [LABEL]: "net-2" } }),
    ],
    east: [pod("shop/east-1")],
    north: [pod("shop/north-1")],
  });
  const networkOfPod = (name: string) => networkOf(mesh, mesh.get("Pod", "shop", name)!);
  deepStrictEqual(["own-1", "plain-1", "east-1", "north-1"].map(networkOfPod), [
    "net-1",
    "net-2",
    "net-3",
    "",
  ]);
});

Deno.test("networkGatewayServices() finds the Services that are labelled, or have a gateway's port", () => {
  const labelled = service("istio-system/labelled", { ports: [{ port: 443 }] }, {
    labels: { [LABEL]: "net-1", "networking.istio.io/gatewayPort": "443" },
  });
  const waiting = service("istio-system/waiting", { ports: [{ name: "tls", port: 15443 }] });
  const mesh = meshOfObjects([
    { ...labelled, status: { loadBalancer: { ingress: [{ ip: "203.0.113.7" }] } } },
    waiting,
    service("shop/web"),
  ]);
  deepStrictEqual(
    networkGatewayServices(mesh).map(({ service: { name }, network, port, addresses }) => [
      name,
      network,
      port,
      addresses,
    ]),
    [["labelled", "net-1", 443, ["203.0.113.7"]], ["waiting", "", 15443, []]],
  );
});

Deno.test("a pod of the named cluster is found where several clusters give the same address", () => {
  const mesh = meshOfObjects([pod("shop/home-1", { ip: "10.0.0.2" })], {
    west: [pod("shop/west-1", { ip: "10.0.0.2" })],
  });
  strictEqual(mesh.podAt("10.0.0.2", "west")?.name, "west-1");
  strictEqual(mesh.podAt("10.0.0.2", "unknown")?.name, "home-1");
});
