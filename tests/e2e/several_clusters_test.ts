/** Several clusters at once: one that answers, the same under another name, and one that is down. @module */
import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { createUser, EVERYTHING, kubeconfig } from "../../scripts/testbed/mod.ts";
import { LIVE } from "./cluster.ts";
import { LiveRecording } from "./live_recording.ts";

const QUESTION = ["--from", "sleep.client", "--to", "reviews.bookinfo:9080"];

let mesh: LiveRecording;
let file: string;

Deno.test.beforeAll(async () => {
  mesh = await LiveRecording.start("missing-subset");
  const { server } = mesh.bed;
  const credentials = { token: await createUser(server, "operator", EVERYTHING) };
  const own = { server: server.url, ca: server.authority.cert, credentials };
  file = await mesh.file(kubeconfig(
    { ...own, name: "east" },
    { ...own, name: "twin" },
    { ...own, name: "down", server: "https://127.0.0.1:1" },
  ));
});
Deno.test.afterAll(async () => {
  await mesh[Symbol.asyncDispose]();
});

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
