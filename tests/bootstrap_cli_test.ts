import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { load } from "js-yaml";
import { run } from "../lib/cli/mod.ts";
import { fakeWorld } from "./fake_world.ts";

const POD = `
apiVersion: v1
kind: Pod
metadata: { name: cart-1, namespace: shop, labels: { app: cart } }
spec:
  containers: [{ name: cart, image: cart }, { name: istio-proxy, image: proxyv2 }]
status: { podIPs: [{ ip: 10.0.0.7 }] }
`;

const FILES = {
  "/repo/pod.yaml": POD,
  "/repo/override.yaml": "admin: { address: { socket_address: { port_value: 9000 } } }",
  "/repo/list.yaml": "[1]",
};

async function bootstrap(...args: string[]) {
  const { world, out } = fakeWorld({ files: FILES });
  const { signal } = new AbortController();
  const status = await run(["bootstrap", ...args], { world, signal });
  return { status, ...out };
}

Deno.test("bootstrap describes a proxy by flags alone", async () => {
  const { status, stdout } = await bootstrap("vm.shop", "--ip", "10.0.0.9", "--type", "router");
  strictEqual(status, 0);
  strictEqual(JSON.parse(stdout).node.id, "router~10.0.0.9~vm.shop~shop.svc.cluster.local");
});

Deno.test("bootstrap reads the pod of a mesh, and flags count before it", async () => {
  const { stdout } = await bootstrap("cart-1.shop", "-f", "/repo/pod.yaml", "--mesh-id", "m");
  const { node } = JSON.parse(stdout);
  strictEqual(node.id, "sidecar~10.0.0.7~cart-1.shop~shop.svc.cluster.local");
  deepStrictEqual([node.cluster, node.metadata.MESH_ID], ["cart.shop", "m"]);
});

Deno.test("bootstrap merges a file in and writes YAML", async () => {
  const { stdout } = await bootstrap("vm", "--override", "/repo/override.yaml", "-o", "yaml");
  const { admin } = load(stdout) as { admin: { address: { socket_address: object } } };
  deepStrictEqual(admin.address.socket_address, { address: "127.0.0.1", port_value: 9000 });
});

Deno.test("bootstrap says what is wrong with what it was given", async () => {
  const collector = await bootstrap("vm", "--tracing", "jaeger=a:1");
  strictEqual(collector.status, 2);
  match(collector.stderr, /zipkin=HOST:PORT/);
  const missing = await bootstrap("web.shop", "-f", "/repo/pod.yaml");
  strictEqual(missing.status, 2);
  match(missing.stderr, /Cannot find a pod for "web" in namespace "shop"/);
  const override = await bootstrap("vm", "--override", "/repo/list.yaml");
  strictEqual(override.status, 3);
  match(override.stderr, /it is no object/);
});
