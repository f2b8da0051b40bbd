import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { run } from "../lib/cli/mod.ts";
import { type FakeOutside, fakeWorld } from "./fake_world.ts";

const ADMIN = "type.googleapis.com/envoy.admin.v3";

const DUMP = JSON.stringify({
  configs: [
    {
      "@type": `${ADMIN}.BootstrapConfigDump`,
      bootstrap: { node: { metadata: { ISTIO_VERSION: "1.32.0" } } },
    },
    {
      "@type": `${ADMIN}.ClustersConfigDump`,
      dynamic_active_clusters: [
        { cluster: { name: "outbound|80||cart.shop.svc.cluster.local", type: "EDS" } },
        { cluster: { name: "outbound|81||cart.shop.svc.cluster.local", type: "EDS" } },
      ],
    },
    {
      "@type": `${ADMIN}.SecretsConfigDump`,
      dynamic_active_secrets: [{
        name: "default",
        secret: { tls_certificate: { private_key: { inline_bytes: "c2VjcmV0" } } },
      }],
    },
  ],
});

const CLUSTERS = JSON.stringify({
  cluster_statuses: [{
    name: "outbound|80||cart.shop.svc.cluster.local",
    host_statuses: [{
      address: { socket_address: { address: "10.0.0.7", port_value: 8080 } },
      health_status: { eds_health_status: "UNHEALTHY" },
    }],
  }],
});

const SNAPSHOT = {
  "/repo/mesh/manifest.json": JSON.stringify({ format: 1, clusterName: "c" }),
  "/repo/mesh/proxies/shop/cart-v1-abc/config_dump.json": DUMP,
  "/repo/mesh/proxies/shop/cart-v1-abc/clusters.json": CLUSTERS,
  "/repo/mesh/proxies/shop/web-v1-abc/config_dump.json": DUMP,
};

const FILES = { "/repo/dump.json": DUMP, "/repo/clusters.json": CLUSTERS, ...SNAPSHOT };

async function cli(argv: string, outside: FakeOutside = { files: FILES }) {
  const { world, out } = fakeWorld(outside);
  const signal = new AbortController().signal;
  const status = await run(argv.split(" "), { world, signal });
  return { status, ...out };
}

const TABLE =
  `SERVICE FQDN                    PORT     SUBSET     DIRECTION     TYPE     DESTINATION RULE
cart.shop.svc.cluster.local     81       -          outbound      EDS      
`;

Deno.test("proxy-config reads a file, stdin or a proxy of a snapshot, and answers alike", async () => {
  const filter = "--fqdn cart --port 81";
  strictEqual((await cli(`proxy-config cluster --file dump.json ${filter}`)).stdout, TABLE);
  strictEqual((await cli(`pc c -f - ${filter}`, { stdin: DUMP })).stdout, TABLE);
  for (const name of ["cart-v1-abc.shop", "deploy/cart-v1.shop", "cart-v1 -n shop"]) {
    const { stdout, status } = await cli(`pc clusters ${name} --snapshot mesh ${filter}`);
    deepStrictEqual([status, stdout], [0, TABLE], name);
  }
});

Deno.test("proxy-config endpoint takes hosts from /clusters, also of a snapshot", async () => {
  const row = /^10\.0\.0\.7:8080 +UNHEALTHY +OK +outbound\|80\|\|cart/m;
  match((await cli("pc endpoints --file clusters.json --status unhealthy")).stdout, row);
  match((await cli("pc ep cart-v1.shop --snapshot mesh")).stdout, row);
});

Deno.test("proxy-config prints documents and never a key", async () => {
  const cluster = JSON.parse((await cli("pc cluster -f dump.json -o json --port 80")).stdout);
  deepStrictEqual(cluster, [{ name: "outbound|80||cart.shop.svc.cluster.local", type: "EDS" }]);
  for (
    const kind of ["secret -o json", "secret -o yaml", "all -o json", "all -o yaml", "config_dump"]
  ) {
    const { stdout, status } = await cli(`pc ${kind} -f dump.json`);
    strictEqual(status, 0, kind);
    ok(stdout.includes("default") && !stdout.includes("c2VjcmV0"), `${kind}: ${stdout}`);
  }
});

Deno.test("proxy-config prints what it can and exits 3 where a part is missing", async () => {
  const { status, stdout, stderr } = await cli("pc all -f dump.json");
  strictEqual(status, 3);
  match(stdout, /^Istio Version: 1\.32\.0\n/);
  match(stdout, /^cluster\/outbound\|80/m);
  match(stderr, /config dump has no configuration type .*ListenersConfigDump/);
});

Deno.test("proxy-config refuses what it cannot use, and says why", async () => {
  const rows: [string, number, RegExp][] = [
    ["pc cluster", 2, /Cannot tell which proxy to show/],
    ["pc cluster cart.shop -f dump.json", 2, /a proxy and a file at once/],
    ["pc cluster cart.shop", 2, /--snapshot PATH, or a cluster with --kubeconfig/],
    ["pc cluster nobody.shop --snapshot mesh", 2, /There are cart-v1-abc, web-v1-abc/],
    ["pc cluster -f dump.json --port x", 2, /whole number below 65536/],
    ["pc cluster -f dump.json --name x", 2, /unknown option '--name'/],
    ["pc nonsense", 2, /unknown command 'nonsense'/],
    ["pc cluster -f missing.json", 3, /missing\.json/],
    ["pc cluster -f mesh/manifest.json", 3, /it is no Envoy config dump/],
  ];
  for (const [argv, expected, message] of rows) {
    const { status, stdout, stderr } = await cli(argv);
    deepStrictEqual([status, stdout], [expected, ""], argv);
    match(stderr, message, argv);
  }
});

Deno.test("pc alone lists what can be shown", async () => {
  const { status, stdout } = await cli("pc");
  strictEqual(status, 0);
  match(stdout, /\n {2}cluster\|clusters +Show the clusters of a proxy/);
});

Deno.test("proxy-config diff compares two proxies or files and exits 1 where they differ", async () => {
  const other = DUMP.replace("outbound|81||", "outbound|82||");
  const files = { ...FILES, "/repo/other.json": other };
  const same = await cli("pc diff cart-v1.shop web-v1.shop --snapshot mesh");
  deepStrictEqual([same.status, same.stdout], [0, "Clusters match\nSecrets match\n"]);
  const changed = await cli("pc diff --file dump.json --file other.json", { files });
  strictEqual(changed.status, 1);
  match(changed.stdout, / {2}- outbound\|81.*\n {2}\+ outbound\|82/);
  const mixed = await cli("pc diff cart-v1.shop --file other.json --snapshot mesh -o json", {
    files,
  });
  strictEqual(JSON.parse(mixed.stdout).changes.length, 2);
  strictEqual((await cli("pc diff cart-v1.shop --snapshot mesh")).status, 2);
});

Deno.test("proxy-status judges all proxies of a mesh, and compares one with what istiod has", async () => {
  const listener = "type.googleapis.com/envoy.config.listener.v3.Listener";
  const syncz = JSON.stringify([{
    proxy: "cart-v1-abc.shop",
    resources: { [listener]: { sent: "2", acked: "1", lastError: "bad script" } },
  }]);
  const files = { ...FILES, "/repo/mesh/istiod/debug/syncz.json": syncz };
  const { status, stdout } = await cli("ps --snapshot mesh", { files });
  strictEqual(status, 1);
  match(stdout, /cart-v1-abc\.shop LDS REJECTED\n {2}bad script\n/);
  strictEqual((await cli("ps --snapshot mesh --exit-zero", { files })).status, 0);
  const report = JSON.parse((await cli("proxy-status --snapshot mesh -o json", { files })).stdout);
  deepStrictEqual([report.kind, report.version, report.proxies.length], [
    "ProxyStatusReport",
    1,
    1,
  ]);
  const expected = DUMP.replace("outbound|81||", "outbound|82||");
  const withIstiod = { ...files, "/repo/mesh/istiod/config_dump/shop/cart-v1-abc.json": expected };
  const one = await cli("ps cart-v1.shop --snapshot mesh", { files: withIstiod });
  match(one.stdout, /Clusters differ\n {2}\+ outbound\|81.*\n {2}- outbound\|82/);
  const unknown = await cli("ps cart-v1.shop --snapshot mesh", { files });
  match(unknown.stdout, /Not seen: istiod\/config_dump\/shop\/cart-v1-abc\.json: not recorded\n$/);
  const json = await cli("ps cart-v1.shop --snapshot mesh -o json", { files: withIstiod });
  strictEqual(JSON.parse(json.stdout).difference.changes.length, 2);
});

Deno.test("proxy-status without istiod's word reports a gap, never that all is well", async () => {
  const { status, stdout } = await cli("ps --snapshot mesh -o json --strict");
  strictEqual(status, 3);
  match(stdout, /"what": "istiod\/debug\/syncz\.json"/);
});
