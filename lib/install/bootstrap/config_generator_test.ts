import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { BootstrapOptions } from "./bootstrap_options.ts";
import { ConfigGenerator } from "./config_generator.ts";
import type { JsonMap } from "./merge.ts";

const OPTIONS: BootstrapOptions = {
  name: "cart-1",
  namespace: "shop",
  ips: ["10.0.0.7", "10.0.0.8"],
  serviceAccount: "cart",
  workload: "cart",
  meshId: "mesh1",
};

const NONE: unknown = undefined;

/** The value at a path of names and indexes. */
function at(path: string, options: BootstrapOptions = OPTIONS): unknown {
  let value: unknown = ConfigGenerator.buildBootstrap(options);
  for (const name of path.split(" ")) value = (value as JsonMap | undefined)?.[name];
  return value;
}

function names(path: string, options: BootstrapOptions = OPTIONS): unknown[] {
  return (at(path, options) as JsonMap[]).map(({ name }) => name);
}

Deno.test("buildBootstrap() names the proxy as istiod knows it", () => {
  strictEqual(at("node id"), "sidecar~10.0.0.7~cart-1.shop~shop.svc.cluster.local");
  strictEqual(
    at("node id", { ...OPTIONS, type: "router", clusterDomain: "corp.example", ips: [] }),
    "router~127.0.0.1~cart-1.shop~shop.svc.corp.example",
  );
});

Deno.test("buildBootstrap() tells istiod who runs the proxy", () => {
  strictEqual(at("node metadata SERVICE_ACCOUNT"), "cart");
  strictEqual(at("node metadata WORKLOAD_NAME"), "cart");
  strictEqual(at("node metadata MESH_ID"), "mesh1");
  strictEqual(at("node metadata INSTANCE_IPS"), "10.0.0.7,10.0.0.8");
  deepStrictEqual(at("node metadata PILOT_SAN", { ...OPTIONS, discoveryAddress: "d.x:1" }), [
    "d.x",
  ]);
});

Deno.test("buildBootstrap() leaves out what is not known", () => {
  const { metadata } = at("node") as { metadata: JsonMap };
  strictEqual("NETWORK" in metadata, false);
  strictEqual("OWNER" in metadata, false);
});

Deno.test("buildBootstrap() has traffic captured for sidecars only", () => {
  strictEqual(at("node metadata INTERCEPTION_MODE"), "REDIRECT");
  strictEqual(at("node metadata INTERCEPTION_MODE", { ...OPTIONS, type: "router" }), NONE);
});

Deno.test("buildBootstrap() names the service after the app label, else after the workload", () => {
  strictEqual(at("node cluster", { ...OPTIONS, labels: { app: "basket" } }), "basket.shop");
  strictEqual(at("node cluster"), "cart.shop");
  strictEqual(at("node cluster", { name: "a", namespace: "b", ips: [] }), "istio-proxy.b");
});

Deno.test("buildBootstrap() opens the administration interface on loopback only", () => {
  const address = "admin address socket_address";
  deepStrictEqual(at(address), { address: "127.0.0.1", port_value: 15000 });
  deepStrictEqual(at(address, { ...OPTIONS, isIpv6: true, adminPort: 9000 }), {
    address: "::1",
    port_value: 9000,
  });
});

Deno.test("buildBootstrap() adds a cluster for the collector of spans", () => {
  const tracing = { provider: "otlp", host: "collector.obs", port: 4317 } as const;
  deepStrictEqual(names("static_resources clusters"), [
    "prometheus_stats",
    "agent",
    "sds-grpc",
    "xds-grpc",
  ]);
  const { 4: collector } = names("static_resources clusters", { ...OPTIONS, tracing });
  const path = "tracing http typed_config grpc_service envoy_grpc cluster_name";
  strictEqual(at(path, { ...OPTIONS, tracing }), collector);
});

Deno.test("buildBootstrap() keeps the wanted statistics beside Istio's own", () => {
  const stats = { inclusionRegexps: ["a.*"], extraTags: ["x.y"], statsd: "[::1]:8125" };
  const path = "stats_config stats_matcher inclusion_list patterns";
  const patterns = at(path, { ...OPTIONS, stats }) as JsonMap[];
  deepStrictEqual(patterns[0], { prefix: "reporter=" });
  deepStrictEqual(patterns.at(-1), { safe_regex: { regex: "a.*" } });
  const tags = at("stats_config stats_tags", { ...OPTIONS, stats }) as JsonMap[];
  deepStrictEqual(tags.at(-1), { tag_name: "x.y", regex: "(x\\.y\\.=\\.(.*?);\\.)" });
  deepStrictEqual(
    at("stats_sinks 0 typed_config address socket_address", { ...OPTIONS, stats }),
    { protocol: "UDP", address: "::1", port_value: 8125 },
  );
});

Deno.test("buildBootstrap() sets and takes away values of the runtime", () => {
  const runtime = { "re2.max_program_size.error_level": "", "a.b": "true", "c.d": "7" };
  deepStrictEqual(at("layered_runtime layers 0 static_layer", { ...OPTIONS, runtime }), {
    "envoy.reloadable_features.http_reject_path_with_fragment": false,
    "a.b": true,
    "c.d": "7",
  });
});

Deno.test("buildBootstrap() merges an override in last", () => {
  const override = {
    admin: { address: { socket_address: { port_value: 1 } } },
    static_resources: { clusters: [{ name: "more" }] },
  };
  strictEqual(at("admin address socket_address address", { ...OPTIONS, override }), "127.0.0.1");
  strictEqual(at("admin address socket_address port_value", { ...OPTIONS, override }), 1);
  strictEqual(names("static_resources clusters", { ...OPTIONS, override }).at(-1), "more");
});
