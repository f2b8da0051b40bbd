/** Several clusters at once: two meshes, one of them under two names, a cluster that is down and one that is shut. @module */
import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import {
  createUser,
  EVERYTHING,
  kubeconfig,
  type KubeObject,
  type PolicyRule,
} from "../../scripts/testbed/mod.ts";
import { LIVE, signal } from "./cluster.ts";
import { LiveRecording } from "./live_recording.ts";

const QUESTION = ["--from", "sleep.client", "--to", "reviews.bookinfo:9080"];

/** The proxy that the second replica of istiod serves. */
const MOVED = "sleep-58fc88fbf7-lbwpl.client";

let mesh: LiveRecording;
let west: LiveRecording;
let file: string;
let replica: Deno.HttpServer<Deno.NetAddr>;

Deno.test.beforeAll(async () => {
  mesh = await LiveRecording.start("missing-subset", { altered: withoutMoved });
  west = await LiveRecording.start("healthy", {
    altered: (path, text) =>
      path === "resources" || path.startsWith("istiod/debug/")
        ? text.replaceAll('"Kubernetes"', '"west"')
        : text,
    etcd: mesh.bed.etcd,
  });
  const own = await contextOf(mesh, "operator", EVERYTHING);
  file = await mesh.file(kubeconfig(
    { ...own, name: "east" },
    { ...own, name: "twin" },
    { ...own, name: "down", server: "https://127.0.0.1:1" },
    { ...await contextOf(west, "operator", EVERYTHING), name: "west" },
    { ...await contextOf(west, "nobody", []), name: "shut" },
  ));
  await addReplica();
});
Deno.test.afterAll(async () => {
  await replica?.shutdown();
  await west?.[Symbol.asyncDispose]();
  await mesh?.[Symbol.asyncDispose]();
});

async function contextOf(
  { bed: { server } }: LiveRecording,
  user: string,
  rules: readonly PolicyRule[],
) {
  const credentials = { token: await createUser(server, user, rules) };
  return { server: server.url, ca: server.authority.cert, credentials };
}

/** What the first replica of istiod says, which does not serve every proxy. */
function withoutMoved(path: string, text: string): string {
  if (path !== "istiod/debug/syncz.json") return text;
  const clients = JSON.parse(text) as { proxy: string }[];
  return JSON.stringify(clients.filter(({ proxy }) => proxy !== MOVED));
}

/** A second replica of istiod, which serves one proxy. */
async function addReplica(): Promise<void> {
  const { recordings: [recording], resources } = mesh.snapshot;
  const text = await recording.read("istiod/debug/syncz.json", signal);
  const clients = JSON.parse(text ?? "[]") as { proxy: string }[];
  const options = { hostname: "127.0.0.1", port: 0, onListen: () => undefined };
  replica = Deno.serve(
    options,
    ({ url }) =>
      url.endsWith("/debug/syncz")
        ? Response.json(clients.filter(({ proxy }) => proxy === MOVED))
        : new Response("it is busy", { status: 503 }),
  );
  const first = resources.find(({ identifier, labels }) =>
    identifier === "Pod" && labels["app"] === "istiod"
  )!;
  const { uid: _, resourceVersion: _version, ...metadata } = first.object.metadata as KubeObject[
    "metadata"
  ];
  const pod = { ...first.object, metadata: { ...metadata, name: "istiod-second" } };
  await mesh.bed.server.api.put(pod as KubeObject);
  const { port } = replica.addr;
  await mesh.bed.kwok.forward(first.namespace, "istiod-second", 15014, port);
}

function at(...contexts: readonly string[]): string[] {
  return ["--kubeconfig", file, ...contexts.flatMap((name) => ["--context", name])];
}

Deno.test({
  ...LIVE,
  name: "a cluster that is down does not spoil the analysis of another, and is a gap",
  async fn() {
    const alone = await mesh.report("analyze", ...at("east"));
    const both = await mesh.report("analyze", ...at("east", "down"));
    deepStrictEqual(both.findings, alone.findings);
    strictEqual(both.source.detail, "east, down");
    const [gap] = both.gaps;
    strictEqual(gap.what, "cluster down");
    match(gap.reason, /127\.0\.0\.1:1/);
    const strict = await mesh.cli(["analyze", ...at("east", "down"), "--strict"]);
    strictEqual(strict.status, 3);
  },
});

Deno.test({
  ...LIVE,
  name: "a diagnosis names the cluster that is down beside what it found",
  async fn() {
    const argv = [...QUESTION, "--since", mesh.since];
    const { verdict, gaps } = await mesh.report(
      "diagnose",
      "connectivity",
      ...argv,
      ...at("down", "east"),
    );
    strictEqual(verdict, "broken");
    ok(gaps.some(({ what }: { what: string }) => what === "cluster down"));
  },
});

Deno.test({
  ...LIVE,
  name: "where no cluster answers, that is said",
  async fn() {
    const { status, stdout, stderr } = await mesh.cli(["analyze", ...at("down")]);
    deepStrictEqual([status, stdout], [3, ""]);
    match(stderr, /127\.0\.0\.1:1/);
  },
});

Deno.test({
  ...LIVE,
  name:
    "proxies of the same name are shown for each cluster, and clusters with one name are told apart",
  async fn() {
    const { proxies, gaps } = await mesh.report("proxy-status", ...at("east", "twin", "down"));
    const alone = await mesh.report("proxy-status", ...at("east"));
    strictEqual(proxies.length, 2 * alone.proxies.length);
    const clusters = new Set(proxies.map(({ cluster }: { cluster: string }) => cluster));
    ok(clusters.has("twin"), [...clusters].join());
    deepStrictEqual(gaps.map(({ what }: { what: string }) => what), ["cluster down"]);
    const { meshVersion, dataPlaneVersion } = await mesh.report("version", ...at("east", "twin"));
    strictEqual(meshVersion.length, 2);
    strictEqual(dataPlaneVersion.at(-1).cluster, "twin");
  },
});

Deno.test({
  ...LIVE,
  name: "a snapshot of several clusters keeps each under its name",
  async fn() {
    const path = `${mesh.bed.folder}/both.tar.gz`;
    const captured = await mesh.cli(["snapshot", "capture", path, ...at("east", "twin", "down")]);
    strictEqual(captured.status, 0, captured.stderr);
    const { clusters, gaps } = await mesh.report("snapshot", "inspect", path);
    strictEqual(clusters[1].manifest.clusterName, "twin");
    strictEqual(clusters[0].proxies, clusters[1].proxies);
    ok(gaps.some(({ what }: { what: string }) => what === "cluster down"));
    const graph = await mesh.report("graph", ...at("east", "twin"));
    ok(graph.nodes.length > 0);
  },
});

Deno.test({
  ...LIVE,
  name: "every replica of istiod is asked for the proxies that only it serves",
  async fn() {
    const { proxies } = await mesh.report("proxy-status", ...at("east"));
    const moved = proxies.find(({ pod }: { pod: string }) => MOVED.startsWith(`${pod}.`));
    strictEqual(moved?.isConnected, true, JSON.stringify(moved));
  },
});

Deno.test({
  ...LIVE,
  name: "findings of different meshes bear the name of their cluster",
  async fn() {
    const [east, both] = [
      await mesh.report("analyze", ...at("east")),
      await mesh.report("analyze", ...at("east", "west")),
    ];
    const broken = ({ findings }: { findings: Found[] }) =>
      findings.filter(({ code }) => code === "IST0101").map(({ resource: { cluster, name } }) =>
        `${cluster}/${name}`
      );
    deepStrictEqual(broken(both), ["Kubernetes/reviews"]);
    strictEqual(broken(east).length, 1);
    const clusters = new Set(both.findings.map(({ resource }: Found) => resource.cluster));
    deepStrictEqual([...clusters].sort(), ["Kubernetes", "west"]);
    deepStrictEqual(both.gaps, east.gaps);
  },
});

interface Found {
  readonly code: string;
  readonly resource: { readonly cluster: string; readonly name: string };
}

Deno.test({
  ...LIVE,
  name: "proxies and nodes of different meshes are told apart by their cluster",
  async fn() {
    const { proxies } = await mesh.report("proxy-status", ...at("east", "west"));
    const alone = await mesh.report("proxy-status", ...at("west"));
    const ofWest = proxies.filter(({ cluster }: { cluster: string }) => cluster === "west");
    strictEqual(ofWest.length, alone.proxies.length);
    ok(proxies.length > ofWest.length);
    const { nodes } = await mesh.report("graph", ...at("east", "west"));
    const clusters = new Set(nodes.map(({ cluster = "" }) => cluster));
    ok(clusters.has("west") && clusters.has("Kubernetes"), [...clusters].join());
    const diagnosed = await mesh.report(
      ...["diagnose", "connectivity", ...QUESTION, "--since", mesh.since],
      ...at("east", "west"),
    );
    strictEqual(diagnosed.verdict, "broken");
  },
});

Deno.test({
  ...LIVE,
  name: "a cluster that nothing may be read of is a gap with its name, as one that is down",
  async fn() {
    for (const argv of [["analyze"], ["proxy-status"], ["check"], ["graph"]]) {
      const { gaps } = await mesh.report(...argv, ...at("east", "shut", "down"));
      const reasons = new Map<string, string>(
        gaps.map(({ what, reason }: { what: string; reason: string }) => [what, reason]),
      );
      match(reasons.get("cluster shut") ?? "", /cannot list/, argv.join());
      match(reasons.get("cluster down") ?? "", /refused/, argv.join());
    }
    const strict = await mesh.cli(["analyze", ...at("east", "shut"), "--strict"]);
    strictEqual(strict.status, 3);
  },
});

Deno.test({
  ...LIVE,
  name: "a mesh, a snapshot of it and its objects as files give the same findings",
  async fn() {
    const told = ({ findings }: { findings: readonly Told[] }) =>
      findings.map(({ code, message, resource: { kind, namespace, name } }) =>
        [code, kind, namespace, name, message].join(" ")
      ).sort();
    for (const [name, each] of [["east", mesh], ["west", west]] as const) {
      const folder = await Deno.makeTempDir({ dir: each.bed.folder });
      const snapshot = `${folder}/mesh.tar.gz`;
      const { status } = await each.cli(["snapshot", "capture", snapshot, ...at(name)]);
      strictEqual(status, 0);
      await new Deno.Command("tar", { args: ["xzf", snapshot, "-C", folder] }).output();
      const live = await each.report("analyze", ...at(name));
      deepStrictEqual(told(await each.report("analyze", "--snapshot", snapshot)), told(live));
      deepStrictEqual(told(await each.report("analyze", `${folder}/resources`)), told(live));
      const question = ["diagnose", "all", "--since", each.since];
      const diagnosed = await each.report(...question, ...at(name));
      const recorded = await each.report(...question, "--snapshot", snapshot);
      strictEqual(diagnosed.verdict, recorded.verdict);
      deepStrictEqual(diagnosed.findings, recorded.findings);
    }
  },
});

interface Told {
  readonly code: string;
  readonly message: string;
  readonly resource: { readonly kind: string; readonly namespace: string; readonly name: string };
}
