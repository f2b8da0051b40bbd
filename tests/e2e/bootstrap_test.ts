import { strictEqual } from "node:assert/strict";
import { type BootstrapOptions, ConfigGenerator } from "../../lib/install/mod.ts";
import { installEnvoy, lacks } from "../../scripts/testbed/mod.ts";

const BASE: BootstrapOptions = {
  name: "cart-1",
  namespace: "shop",
  ips: ["10.0.0.7", "fd00::7"],
  labels: { app: "cart" },
  workload: "cart",
  serviceAccount: "cart",
};

const VARIANTS: Readonly<Record<string, Partial<BootstrapOptions>>> = {
  sidecar: { concurrency: 2, locality: { region: "r", zone: "z", subZone: "s" } },
  router: { type: "router", xds: "GRPC" },
  waypoint: { type: "waypoint", network: "east" },
  zipkin: { tracing: { provider: "zipkin", host: "zipkin.istio-system", port: 9411 } },
  "IPv6 and OTLP": {
    isIpv6: true,
    tracing: { provider: "otlp", host: "collector.obs", port: 4317 },
  },
  statistics: {
    stats: {
      inclusionPrefixes: ["http."],
      inclusionSuffixes: ["_rq_total"],
      inclusionRegexps: [".*rq.*"],
      extraTags: ["source_app"],
      histogramBuckets: { istio_request: [1, 10, 100] },
      flushIntervalSeconds: 10,
      statsd: "127.0.0.1:8125",
    },
  },
  override: {
    runtime: { "overload.global_downstream_max_connections": "50000" },
    override: {
      admin: { address: { socket_address: { port_value: 15999 } } },
      static_resources: {
        clusters: [{ name: "extra", connect_timeout: "1s", type: "STATIC" }],
      },
    },
  },
};

for (const [name, options] of Object.entries(VARIANTS)) {
  Deno.test({
    name: `Envoy accepts the bootstrap for ${name}`,
    ignore: lacks("envoy"),
    async fn() {
      const file = await Deno.makeTempFile({ suffix: ".json" });
      const bootstrap = ConfigGenerator.buildBootstrap({ ...BASE, ...options });
      await Deno.writeTextFile(file, JSON.stringify(bootstrap));
      const { code, stderr } = await new Deno.Command(await installEnvoy(), {
        args: ["--mode", "validate", "--log-level", "error", "-c", file],
      }).output();
      await Deno.remove(file);
      strictEqual(code, 0, new TextDecoder().decode(stderr));
    },
  });
}
