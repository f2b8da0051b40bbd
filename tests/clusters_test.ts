/** Meshes of several clusters: each control plane sees its own configuration, and everybody's workloads. @module */
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { diagnoseConnectivity, investigate, Mesh, parseQuestion, type Recording } from "../mod.ts";
import { JoinedRecording } from "../lib/source/cluster/joined_recording.ts";
import { type LogLine, logLine, meshOfObjects, NOW, recordingOf } from "./cases/case_of.ts";
import { object, pod, service } from "./cases/objects.ts";
import { configDump, plainProxy } from "./cases/proxy_files.ts";
import { cli } from "./cli.ts";

const { signal } = new AbortController();
const ISTIOD = pod("istio-system/istiod-1", { labels: { app: "istiod" }, proxy: false });
const WEB = service("shop/web");
const ROUTE = object("networking.istio.io/v1 VirtualService shop/web", {
  hosts: ["web.shop.svc.cluster.local"],
  http: [{ fault: { abort: { httpStatus: 503, percentage: { value: 100 } } } }],
});

/** A caller in both clusters; only the control plane of the west has a route. */
function bothClusters(): Mesh {
  const [home, west] = ["10.0.0", "10.8.0"].map((net) => [
    ISTIOD,
    WEB,
    pod("client/sleep-1", { ip: `${net}.1` }),
    pod("shop/web-1", { ip: `${net}.2` }),
  ]);
  return meshOfObjects(home!, { west: [...west!, ROUTE] });
}

Deno.test("a control plane sees the configuration of its own cluster, and the workloads of all", () => {
  const mesh = bothClusters();
  const [home, west] = ["", "west"].map((cluster) => mesh.seenFrom(cluster));
  deepStrictEqual(home!.list("VirtualService"), []);
  deepStrictEqual(west!.list("VirtualService").map(({ cluster }) => cluster), ["west"]);
  deepStrictEqual(west!.list("Pod", "shop").map(({ cluster }) => cluster), ["west", ""]);
  strictEqual(west!.get("Pod", "shop", "web-1")?.cluster, "west");
  strictEqual(west!.get("Pod", "shop", "web-1", "")?.cluster, "");
  strictEqual(west!.home, "west");
  strictEqual(mesh.home, "");
});

Deno.test("a mesh of one cluster is what its control plane sees", () => {
  const mesh = meshOfObjects([ISTIOD, WEB]);
  strictEqual(mesh.seenFrom("anywhere"), mesh);
});

Deno.test("recordings of several clusters are joined as a snapshot has them", async () => {
  const west = {
    ...recordingOf(new Map([["proxies/shop/web-1/stats.json", "west"]]), named("west")),
  };
  const home = recordingOf(new Map([["proxies/shop/web-1/stats.json", "home"]]), named("home"));
  const joined = new JoinedRecording(home, [
    { ...west, manifest: { ...west.manifest, gaps: [{ what: "istiod", reason: "forbidden" }] } },
  ]);
  deepStrictEqual(await joined.list("clusters", signal), ["west"]);
  deepStrictEqual(await joined.list("clusters/west/proxies", signal), ["shop"]);
  strictEqual(await joined.read("proxies/shop/web-1/stats.json", signal), "home");
  strictEqual(await joined.read("clusters/west/proxies/shop/web-1/stats.json", signal), "west");
  strictEqual(await joined.read("clusters/east/proxies/shop/web-1/stats.json", signal), undefined);
  deepStrictEqual(joined.manifest.gaps, [{ what: "clusters/west/istiod", reason: "forbidden" }]);
});

Deno.test("of a caller that several clusters run, that is examined whose requests fail", async () => {
  const mesh = bothClusters();
  const recording = recordingInTwo(mesh, [{}], [{
    code: 503,
    flags: ["FI"],
    details: "fault_filter_abort",
  }]);
  const question = parseQuestion({ from: "sleep.client", to: "web.shop:80", namespace: "default" });
  const of = await investigate(question, { mesh, recording, now: NOW, signal });
  deepStrictEqual(of.caller.pods.map(({ cluster }) => cluster), ["west"]);
  strictEqual(of.mesh.home, "west");
  strictEqual(of.client?.folder, "clusters/west/proxies/client/sleep-1");
  const report = await diagnoseConnectivity(question, { mesh, recording, now: NOW, signal });
  deepStrictEqual(report.findings.map(({ cause }) => cause), ["MM-C31"]);
  deepStrictEqual(report.findings[0]?.resources[0]?.cluster, "west");
});

Deno.test("proxies of two clusters with the same name are told apart by proxy-status and version", async () => {
  const mesh = bothClusters();
  const sync = (cluster: string, acked: string) => [{
    proxy: "sleep-1.client",
    cluster_id: cluster,
    istio_version: cluster === "home" ? "1.31.0" : "1.30.0",
    resources: { "type.googleapis.com/envoy.config.cluster.v3.Cluster": { sent: "2", acked } },
  }];
  const files = snapshotOf(mesh, {
    "istiod/version.json": "1.31.0",
    "istiod/debug/syncz.json": JSON.stringify(sync("home", "2")),
    "clusters/west/istiod/version.json": "1.30.0",
    "clusters/west/istiod/debug/syncz.json": JSON.stringify(sync("west", "1")),
  });
  const status = JSON.parse((await cli("proxy-status --snapshot mesh -o json", { files })).stdout);
  const states = status.proxies.filter(({ pod }: { pod: string }) => pod === "sleep-1")
    .map((
      { cluster, types, isSkewed }: {
        cluster: string;
        types: { state: string }[];
        isSkewed: boolean;
      },
    ) => [cluster, types[0]?.state, isSkewed]);
  deepStrictEqual(states, [["home", "SYNCED", false], ["west", "STALE", false]]);
  const { stdout } = await cli("version --snapshot mesh", { files });
  ok(stdout.includes("1.31.0 (home, revision default), 1.30.0 (west, revision default)"), stdout);
  ok(stdout.includes("1.31.0 (home: 1 proxy), 1.30.0 (west: 1 proxy)"), stdout);
});

Deno.test("analyze judges the clusters of a snapshot one by one", async () => {
  const files = snapshotOf(bothClusters(), {});
  const { stdout } = await cli("analyze --snapshot mesh -o json --only IST0101,IST0109", { files });
  deepStrictEqual(JSON.parse(stdout).findings, []);
});

function named(clusterName: string) {
  return { clusterName };
}

/** A recording of two clusters with the logs of the caller in each. */
function recordingInTwo(mesh: Mesh, home: readonly LogLine[], west: readonly LogLine[]): Recording {
  const upstreamCluster = "outbound|80||web.shop.svc.cluster.local";
  const log = (lines: readonly LogLine[]) =>
    lines.map((line, i) =>
      logLine(
        { authority: "web.shop", upstreamCluster, downstreamLocal: "10.1.0.1:80", ...line },
        i,
      )
    ).join("\n");
  const parts = plainProxy(mesh);
  const config = "/apis/networking.istio.io/v1/namespaces/shop/virtual-service/web";
  for (const { routes } of parts.routes.get("80") ?? []) {
    for (const route of routes) route["metadata"] = { filter_metadata: { istio: { config } } };
  }
  const dump = configDump(parts);
  return recordingOf(
    new Map([
      ["proxies/client/sleep-1/config_dump.json", dump],
      ["proxies/client/sleep-1/access.log", log(home)],
      ["clusters/west/proxies/client/sleep-1/config_dump.json", dump],
      ["clusters/west/proxies/client/sleep-1/access.log", log(west)],
    ]),
  );
}

/** The files of a snapshot of the mesh in the folder `mesh`. */
function snapshotOf(mesh: Mesh, further: Readonly<Record<string, string>>): Record<string, string> {
  const lists = ["", "west"].flatMap((cluster) =>
    mesh.kinds.map((kind) => {
      const items = mesh.list(kind).filter((each) => each.cluster === cluster)
        .map(({ object }) => object);
      const folder = cluster === "" ? "" : `clusters/${cluster}/`;
      return [
        `${folder}resources/${kind}.json`,
        JSON.stringify({ apiVersion: "v1", kind: "List", items }),
      ] as const;
    })
  );
  const manifest = JSON.stringify({
    format: 1,
    clusterName: "home",
    capturedAt: NOW.toISOString(),
  });
  const all = [...lists, ["manifest.json", manifest] as const, ...Object.entries(further)];
  return Object.fromEntries(all.map(([path, text]) => [`/repo/mesh/${path}`, text]));
}
