import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { CHAIN, ROOT } from "../certificate_fixture.ts";
import { ConfigDump } from "../dump/config_dump.ts";
import { diffConfigDumps } from "./diff_dumps.ts";
import { formatDumpDiff } from "./diff_text.ts";
import { differencesOf } from "./differences.ts";

const ADMIN = "type.googleapis.com/envoy.admin.v3";

interface Parts {
  readonly clusters?: readonly object[];
  readonly routes?: readonly object[];
  readonly pem?: string;
  readonly version?: string;
}

function dump({ clusters = [], routes = [], pem = CHAIN, version = "1" }: Parts): ConfigDump {
  return new ConfigDump({
    configs: [
      {
        "@type": `${ADMIN}.ClustersConfigDump`,
        version_info: version,
        dynamic_active_clusters: clusters.map((cluster) => ({ version_info: version, cluster })),
      },
      {
        "@type": `${ADMIN}.RoutesConfigDump`,
        dynamic_route_configs: routes.map((route_config) => ({
          last_updated: version,
          route_config,
        })),
      },
      {
        "@type": `${ADMIN}.SecretsConfigDump`,
        dynamic_active_secrets: [{
          name: "default",
          secret: {
            tls_certificate: {
              certificate_chain: { inline_bytes: btoa(pem) },
              private_key: { inline_bytes: btoa(version) },
            },
          },
        }],
      },
    ],
  });
}

const CLUSTERS = [{ name: "a", connect_timeout: "1s" }, { name: "b", lb_policy: "RANDOM" }];

const ROUTES = [
  { virtual_hosts: [{ name: "x", domains: ["x", "y"], routes: [{ name: "1" }, { name: "2" }] }] },
  { virtual_hosts: [{ name: "z" }] },
];

Deno.test("dumps that differ in order, versions, times and keys only have no difference", () => {
  const left = dump({ clusters: CLUSTERS, routes: ROUTES });
  const right = dump({
    clusters: [{ lb_policy: "RANDOM", name: "b" }, { connect_timeout: "1s", name: "a" }],
    routes: [
      ROUTES[1] as object,
      {
        virtual_hosts: [{ routes: [{ name: "1" }, { name: "2" }], domains: ["y", "x"], name: "x" }],
      },
    ],
    version: "2",
  });
  const diff = diffConfigDumps(left, right);
  deepStrictEqual(diff.changes, []);
  strictEqual(formatDumpDiff(diff), "Clusters match\nRoutes match\nSecrets match\n");
});

Deno.test("the order of routes counts, and every place of a change is named", () => {
  const left = dump({ clusters: CLUSTERS, routes: ROUTES.slice(0, 1) });
  const right = dump({
    clusters: [{ name: "a", connect_timeout: "2s" }, { name: "c" }],
    routes: [{
      virtual_hosts: [{ name: "x", domains: ["x"], routes: [{ name: "2" }, { name: "1" }] }],
    }],
  });
  strictEqual(
    formatDumpDiff(diffConfigDumps(left, right)),
    `Clusters differ
  ~ a
    - connect_timeout: "1s"
    + connect_timeout: "2s"
  - b
  + c
Routes differ
  ~ (without a name)
    - virtual_hosts.x.domains.y: "y"
    - virtual_hosts.x.routes[0].name: "1"
    + virtual_hosts.x.routes[0].name: "2"
    - virtual_hosts.x.routes[1].name: "2"
    + virtual_hosts.x.routes[1].name: "1"
Secrets match
`,
  );
});

Deno.test("certificates count by what they say, and keys are not shown", () => {
  const diff = diffConfigDumps(dump({}), dump({ pem: ROOT, version: "other key" }));
  deepStrictEqual(diff.changes.map(({ kind, name, change }) => [kind, name, change]), [
    ["secret", "default", "changed"],
  ]);
  ok(!JSON.stringify(diff).includes(btoa("other key")));
});

Deno.test("parts that only one dump has are named, not compared", () => {
  const diff = diffConfigDumps(dump({}), new ConfigDump({ configs: [] }));
  deepStrictEqual([diff.compared, diff.uncompared], [[], ["cluster", "route", "secret"]]);
});

Deno.test("differencesOf() finds none in a shuffled copy and one in a changed value", () => {
  const value = fc.jsonValue().map((json) => ({ json }));
  fc.assert(fc.property(value, value, (left, right) => {
    deepStrictEqual(differencesOf(left, shuffled(left)), []);
    const isEqual = JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
    strictEqual(differencesOf(left, right).length === 0, isEqual);
  }));
});

Deno.test("endpoints and filter chains are compared by address and by match", () => {
  const endpoint = (port_value: number, weight: number) => ({
    endpoint: { address: { socket_address: { address: "10.0.0.1", port_value } } },
    load_balancing_weight: weight,
  });
  const chain = (destination_port: number, name: string) => ({
    name: "c",
    filter_chain_match: { destination_port },
    metadata: { name },
  });
  const left = {
    endpoints: [{ lb_endpoints: [endpoint(1, 1), endpoint(2, 1)] }],
    filter_chains: [chain(1, "x"), chain(2, "y")],
  };
  const right = {
    endpoints: [{ lb_endpoints: [endpoint(2, 5), endpoint(1, 1)] }],
    filter_chains: [chain(2, "y"), chain(1, "z")],
  };
  deepStrictEqual(differencesOf(left, right), [
    {
      path: 'endpoints["///0"].lb_endpoints["10.0.0.1:2"].load_balancing_weight',
      left: 1,
      right: 5,
    },
    { path: 'filter_chains["c Addr: *:1"].metadata.name', left: "x", right: "z" },
  ]);
});

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([k, v]) => [k, shuffled(v)]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([k, v]) => [k, sorted(v)]),
  );
}
