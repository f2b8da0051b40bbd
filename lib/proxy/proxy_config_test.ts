import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { Failure } from "../core/mod.ts";
import { CHAIN } from "./certificate_fixture.ts";
import { proxyConfigDocument } from "./document/document.ts";
import type { ProxyConfigFilters, TableOptions } from "./table/filters.ts";
import { envoyApi } from "./document/envoy_api.ts";
import { formatAllTables, proxyConfigTable, type TableKind } from "./proxy_config.ts";
import { parseProxySource } from "./source.ts";
import { formatTable } from "./table/text_table.ts";

const ADMIN = "type.googleapis.com/envoy.admin.v3";
const NETWORK = "type.googleapis.com/envoy.extensions.filters.network";
const ISTIO = "/apis/networking.istio.io/v1/namespaces/shop";

const OPTIONS: TableOptions = {
  filters: {},
  verbose: true,
  wide: false,
  named: false,
  now: new Date("2026-11-23T00:00:00Z"),
};

const DUMP = {
  configs: [
    {
      "@type": `${ADMIN}.BootstrapConfigDump`,
      bootstrap: {
        node: {
          id: "sidecar~10.0.0.1~cart.shop~shop.svc.cluster.local",
          metadata: { ISTIO_VERSION: "1.32", ISTIO_PROXY_SHA: "istio-proxy:abc" },
          user_agent_build_version: {
            version: { major_number: 1, minor_number: 40 },
            metadata: { "revision.status": "Clean", "build.type": "RELEASE" },
          },
        },
      },
    },
    {
      "@type": `${ADMIN}.ClustersConfigDump`,
      static_clusters: [{ cluster: { name: "agent", type: "STATIC" } }],
      dynamic_active_clusters: [
        {
          cluster: {
            name: "outbound|8080|blue|cart.shop.svc.cluster.local",
            type: "EDS",
            connect_timeout: "2.5s",
            metadata: { filter_metadata: { istio: { config: `${ISTIO}/destination-rule/cart` } } },
          },
        },
        { cluster: { name: "outbound|8080||cart.shop.svc.cluster.local", type: "EDS" } },
        { cluster: { name: "inbound|8080||", type: "ORIGINAL_DST" } },
      ],
    },
    {
      "@type": `${ADMIN}.ListenersConfigDump`,
      dynamic_listeners: [{
        active_state: {
          listener: {
            "@type": "type.googleapis.com/envoy.config.listener.v3.Listener",
            name: "0.0.0.0_8080",
            address: { socket_address: { address: "0.0.0.0", port_value: 8080 } },
            additional_addresses: [{
              address: { socket_address: { address: "::", port_value: 8080 } },
            }],
            filter_chains: [{
              filter_chain_match: {
                transport_protocol: "raw_buffer",
                application_protocols: ["http/1.0", "http/1.1", "h2c"],
              },
              filters: [{
                name: "envoy.filters.network.http_connection_manager",
                typed_config: {
                  "@type": `${NETWORK}.http_connection_manager.v3.HttpConnectionManager`,
                  rds: { route_config_name: "8080" },
                },
              }],
            }],
            default_filter_chain: {
              name: "PassthroughFilterChain",
              filters: [{
                name: "envoy.filters.network.tcp_proxy",
                typed_config: {
                  "@type": `${NETWORK}.tcp_proxy.v3.TcpProxy`,
                  cluster: "PassthroughCluster",
                },
              }],
            },
          },
        },
      }],
    },
    {
      "@type": `${ADMIN}.RoutesConfigDump`,
      dynamic_route_configs: [{
        route_config: {
          name: "8080",
          virtual_hosts: [
            {
              name: "cart.shop.svc.cluster.local:8080",
              domains: [
                "cart.shop.svc.cluster.local",
                "cart.shop.svc.cluster.local:8080",
                "cart.shop.svc",
                "cart.shop",
                "10.0.0.9",
                "[fd00:10::9]",
              ],
              routes: [{
                match: { path_separated_prefix: "/v2" },
                metadata: {
                  filter_metadata: { istio: { config: `${ISTIO}/virtual-service/cart` } },
                },
                route: {
                  weighted_clusters: {
                    clusters: [{ name: "a", weight: 90 }, { name: "b", weight: 10 }],
                  },
                  timeout: "3s",
                  retry_policy: { num_retries: 2 },
                  prefix_rewrite: "/",
                },
              }],
            },
            { name: "none", domains: ["*"] },
            {
              name: "allow_any",
              domains: ["x"],
              routes: [{ match: { prefix: "/" }, route: { cluster: "PassthroughCluster" } }],
            },
          ],
        },
      }],
    },
    {
      "@type": `${ADMIN}.SecretsConfigDump`,
      dynamic_active_secrets: [{
        name: "default",
        secret: {
          tls_certificate: {
            certificate_chain: { inline_bytes: btoa(CHAIN) },
            private_key: { inline_bytes: "c2VjcmV0" },
          },
        },
      }],
    },
  ],
};

const SOURCE = parseProxySource(JSON.stringify(DUMP), "dump.json");

function rows(kind: TableKind, options: Partial<TableOptions> = {}) {
  return proxyConfigTable(kind, SOURCE, { ...OPTIONS, ...options }).rows;
}

function names(filters: ProxyConfigFilters) {
  return rows("cluster", { filters }).map(([host, , subset]) => `${host} ${subset}`);
}

Deno.test("clusters are sorted by host and show who made them", () => {
  deepStrictEqual(rows("cluster"), [
    ["", "8080", "-", "inbound", "ORIGINAL_DST", ""],
    ["agent", "-", "-", "-", "STATIC", ""],
    ["cart.shop.svc.cluster.local", "8080", "-", "outbound", "EDS", ""],
    ["cart.shop.svc.cluster.local", "8080", "blue", "outbound", "EDS", "cart.shop"],
  ]);
  strictEqual(rows("cluster", { wide: true })[3]?.at(-1), "DestinationRule shop/cart");
});

Deno.test("clusters are filtered by parts of their name", () => {
  deepStrictEqual(names({ fqdn: "cart", subset: "blue" }), ["cart.shop.svc.cluster.local blue"]);
  deepStrictEqual(names({ direction: "inbound", port: 8080 }), [" -"]);
  deepStrictEqual(names({ port: 80 }), []);
});

Deno.test("listeners show matches and destinations, all addresses, and their type", () => {
  deepStrictEqual(rows("listener"), [
    ["0.0.0.0,::", "8080", "Trans: raw_buffer; App: HTTP", "Route: 8080"],
    ["0.0.0.0,::", "8080", "ALL", "PassthroughCluster"],
  ]);
  deepStrictEqual(rows("listener", { verbose: false }), [["0.0.0.0,::", "8080", "HTTP+TCP"]]);
  strictEqual(rows("listener", { filters: { type: "tcp" } }).length, 0);
  strictEqual(rows("listener", { filters: { address: "::", port: 8080 } }).length, 2);
});

Deno.test("routes shorten domains, hide pass-through and show virtual hosts without routes", () => {
  deepStrictEqual(rows("route"), [
    [
      "8080",
      "cart.shop.svc.cluster.local:8080",
      "cart.shop, 10.0.0.9 + 1 more...",
      "PathPrefix:/v2",
      "cart.shop",
    ],
    ["8080", "none", "*", "/*", "404"],
  ]);
  deepStrictEqual(rows("route", { verbose: false }), [["8080", "3"]]);
  deepStrictEqual(rows("route", { wide: true })[0]?.slice(5), [
    "a=90,b=10",
    "3s",
    "2",
    "path /",
    "-",
    "VirtualService shop/cart",
  ]);
});

Deno.test("secrets show certificates and judge them by the given time", () => {
  const [cells] = rows("secret", { wide: true });
  deepStrictEqual(cells?.slice(0, 4), ["default", "Cert Chain", "ACTIVE", "true"]);
  deepStrictEqual(cells?.slice(5), [
    "2026-11-23T17:17:15Z",
    "2026-11-22T17:15:15Z",
    "0",
    "ok",
    "spiffe://cluster.local/ns/client/sa/sleep",
    "-",
    "O=cluster.local",
  ]);
  strictEqual(rows("secret", { now: new Date("2026-12-01T00:00:00Z") })[0]?.[3], "false");
});

Deno.test("the bootstrap shows versions", () => {
  deepStrictEqual(rows("bootstrap"), [
    ["Istio Version:", "1.32"],
    ["Istio Proxy Version:", "abc"],
    ["Envoy Version:", "1.40.0/Clean/RELEASE"],
  ]);
});

Deno.test("endpoints come from /clusters or from a dump, told apart by content", () => {
  const host = {
    address: { socket_address: { address: "10.0.0.7", port_value: 8080 } },
    health_status: { eds_health_status: "HEALTHY", failed_outlier_check: true },
  };
  const pipe = { address: { pipe: { path: "./etc/xds" } } };
  const statuses = [{ name: "c", host_statuses: [host, pipe] }];
  const clusters = parseProxySource(
    JSON.stringify({ cluster_statuses: statuses }),
    "clusters.json",
  );
  deepStrictEqual(proxyConfigTable("endpoint", clusters, OPTIONS).rows, [
    ["10.0.0.7:8080", "HEALTHY", "FAILED", "c"],
    ["unix://./etc/xds", "UNKNOWN", "OK", "c"],
  ]);
  const filters = { address: "10.0.0.7", status: "healthy", cluster: "C", port: 8080 };
  strictEqual(proxyConfigTable("endpoint", clusters, { ...OPTIONS, filters }).rows.length, 1);
  const dump = parseProxySource(
    JSON.stringify({
      configs: [{
        "@type": `${ADMIN}.EndpointsConfigDump`,
        dynamic_endpoint_configs: [{
          endpoint_config: {
            cluster_name: "c",
            endpoints: [{
              locality: { region: "r", zone: "z" },
              lb_endpoints: [{ endpoint: { address: host.address }, health_status: "DRAINING" }],
            }],
          },
        }],
      }],
    }),
    "dump.json",
  );
  deepStrictEqual(proxyConfigTable("endpoint", dump, OPTIONS).rows, [
    ["10.0.0.7:8080", "DRAINING", "r/z", "c"],
  ]);
});

Deno.test("a missing part is a failure, and so is a text that is neither dump nor clusters", () => {
  const empty = parseProxySource('{"configs":[]}', "x");
  for (const kind of ["bootstrap", "cluster", "listener", "route", "secret", "ecds"] as const) {
    throws(() => proxyConfigTable(kind, empty, OPTIONS), Failure, kind);
  }
  throws(() => parseProxySource("{}", "x"), /Cannot read "x": it is no Envoy config dump/);
  throws(
    () => parseProxySource('{"workloads":[],"services":[],"policies":[]}', "x"),
    /Cannot show "x": a ztunnel is no Envoy/,
  );
});

Deno.test("everything is shown part by part, each row with its kind and name, up to what is missing", () => {
  const { text, failure } = formatAllTables(SOURCE, OPTIONS, true);
  strictEqual(failure, undefined);
  for (const heading of ["BOOTSTRAP", "CLUSTER", "LISTENER", "ROUTE", "SECRET", "ENDPOINTS"]) {
    ok(text.includes(`------ ${heading} INFO ------\n\n`), heading);
  }
  ok(text.includes("\ncluster/agent "), text);
  const partial = formatAllTables(parseProxySource('{"configs":[]}', "x"), OPTIONS, false);
  deepStrictEqual([partial.text, partial.failure instanceof Failure], ["", true]);
});

Deno.test("documents have protobuf's names in the order of declaration and no secrets", () => {
  const api = envoyApi();
  const [cluster] = proxyConfigDocument("cluster", SOURCE, { subset: "blue" }, api) as object[];
  deepStrictEqual(Object.keys(cluster ?? {}), ["name", "type", "connectTimeout", "metadata"]);
  deepStrictEqual(cluster, {
    name: "outbound|8080|blue|cart.shop.svc.cluster.local",
    type: "EDS",
    connectTimeout: "2.5s",
    metadata: { filterMetadata: { istio: { config: `${ISTIO}/destination-rule/cart` } } },
  });
  const secrets = JSON.stringify(proxyConfigDocument("secret", SOURCE, {}, api));
  ok(secrets.includes("certificateChain") && !secrets.includes("c2VjcmV0"), secrets);
  const bootstrap = JSON.stringify(proxyConfigDocument("bootstrap", SOURCE, {}, api));
  ok(bootstrap.includes('"ISTIO_VERSION":"1.32"') && bootstrap.includes("userAgentBuildVersion"));
});

Deno.test("a table is aligned as Go's tabwriter does it", () => {
  strictEqual(
    formatTable({ header: ["A", "BB", "C"], rows: [["aaa", "", "c"], ["é", "b", ""]], gap: 2 }),
    "A    BB  C\naaa      c\né    b   \n",
  );
});

Deno.test("a waypoint's chains show the way through its tree", () => {
  const chain = (name: string) => ({ name, filters: [] });
  const source = parseProxySource(
    JSON.stringify({
      configs: [{
        "@type": `${ADMIN}.ListenersConfigDump`,
        dynamic_listeners: [{
          active_state: {
            listener: {
              name: "main_internal",
              internal_listener: {},
              filter_chains: [chain("a"), chain("b"), chain("c")],
              filter_chain_matcher: {
                matcher_tree: {
                  input: { name: "ip" },
                  custom_match: {
                    typed_config: {
                      range_matchers: [{
                        ranges: [{ address_prefix: "10.0.0.1", prefix_len: 32 }],
                        on_match: {
                          matcher: {
                            matcher_tree: {
                              input: { name: "port" },
                              exact_match_map: { map: { "80": { action: { name: "a" } } } },
                            },
                          },
                        },
                      }],
                    },
                  },
                },
                on_no_match: { action: { name: "b" } },
              },
            },
          },
        }],
      }],
    }),
    "dump.json",
  );
  const { rows } = proxyConfigTable("listener", source, { ...OPTIONS, waypoint: true });
  deepStrictEqual(rows.map((cells) => cells.slice(0, 3)), [
    ["envoy://main_internal", "a", "ip=10.0.0.1 -> port=80"],
    ["envoy://main_internal", "b", "UNMATCHED"],
    ["envoy://main_internal", "c", "NONE"],
  ]);
});
