import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { Failure } from "../../core/mod.ts";
import { endpointsOf } from "../request/endpoints.ts";
import { ConfigDump } from "./config_dump.ts";
import { parseConfigDump } from "./parse.ts";

const ADMIN = "type.googleapis.com/envoy.admin.v3";

const DUMP = {
  configs: [
    {
      "@type": `${ADMIN}.ClustersConfigDump`,
      static_clusters: [{ cluster: { name: "agent", type: "STATIC" } }],
      dynamic_active_clusters: [
        {
          version_info: "1",
          cluster: { name: "outbound|80||a", type: "EDS", connectTimeout: "1.5s" },
        },
        { error_state: { details: "no such thing", failed_configuration: { name: "broken" } } },
      ],
      dynamic_warming_clusters: [{ cluster: { name: "warming" } }],
    },
    {
      "@type": `${ADMIN}.ListenersConfigDump`,
      dynamic_listeners: [{
        name: "l",
        active_state: {
          version_info: "old",
          listener: {
            name: "l",
            address: { socket_address: { address: "0.0.0.0", port_value: 80 } },
          },
        },
        error_state: { details: "rejected: port in use", version_info: "new" },
      }],
    },
    {
      "@type": `${ADMIN}.EndpointsConfigDump`,
      dynamic_endpoint_configs: [{
        endpoint_config: {
          cluster_name: "outbound|80||a",
          endpoints: [{
            priority: 1,
            lb_endpoints: [{
              endpoint: { address: { socket_address: { address: "10.0.0.1", port_value: 8080 } } },
              health_status: "UNHEALTHY",
            }],
          }],
        },
      }],
    },
  ],
};

Deno.test("a dump finds what is in use by name and by address", () => {
  const dump = new ConfigDump(DUMP);
  strictEqual(dump.cluster("outbound|80||a")?.connectTimeoutMs, 1500);
  strictEqual(dump.cluster("agent")?.type, "STATIC");
  strictEqual(dump.cluster("warming"), undefined);
  strictEqual(dump.listenerAt("0.0.0.0:80")?.name, "l");
  strictEqual(dump.listener("nobody"), undefined);
});

Deno.test("a dump tells state, version and rejection of every entry", () => {
  const { clusters, listeners } = new ConfigDump(DUMP);
  deepStrictEqual(clusters.map(({ state, versionInfo }) => [state, versionInfo]), [
    ["static", ""],
    ["active", "1"],
    ["rejected", ""],
    ["warming", ""],
  ]);
  strictEqual(clusters[2]?.name, "broken");
  strictEqual(listeners[0]?.rejection?.details, "rejected: port in use");
  strictEqual(listeners[0]?.item?.name, "l");
});

Deno.test("endpoints carry health and priority", () => {
  const dump = new ConfigDump(DUMP);
  const cluster = dump.cluster("outbound|80||a");
  ok(cluster);
  const [endpoint] = endpointsOf(cluster, dump) ?? [];
  strictEqual(endpoint?.address, "10.0.0.1:8080");
  deepStrictEqual([endpoint?.isUsable, endpoint?.priority], [false, 1]);
  strictEqual(endpointsOf(cluster, new ConfigDump({ configs: [] })), undefined);
});

Deno.test("parseConfigDump() names what is no dump", () => {
  const failure = (dump: unknown, message: RegExp) =>
    throws(
      () => parseConfigDump(dump, "a.json"),
      (error) => error instanceof Failure && message.test(error.message),
    );
  failure("{", /Cannot read "a.json": no JSON/);
  failure("[]", /it is no Envoy config dump/);
  failure({}, /it is no Envoy config dump/);
  strictEqual(parseConfigDump('{"configs":[null,3,{}]}').clusters.length, 0);
});

Deno.test("reading a dump with odd values anywhere never throws", () => {
  const paths = [...pathsOf(DUMP)];
  fc.assert(fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, odd) => {
    const document = structuredClone(DUMP) as unknown;
    replace(document, path, odd);
    const dump = new ConfigDump(document);
    for (const { item } of dump.clusters) if (item) endpointsOf(item, dump);
    dump.listenerAt("0.0.0.0:80");
    dump.routeConfiguration("80");
  }));
});

function* pathsOf(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    yield [...path, key];
    yield* pathsOf(member, [...path, key]);
  }
}

function replace(root: unknown, path: readonly string[], value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>(
    (each, key) => (each as Record<string, unknown>)[key],
    root,
  );
  (parent as Record<string, unknown>)[path.at(-1) ?? ""] = value;
}
