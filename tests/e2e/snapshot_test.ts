import { deepStrictEqual, doesNotMatch, match, ok, strictEqual } from "node:assert/strict";
import { load } from "js-yaml";
import { realWorld } from "../../lib/io/mod.ts";
import { openSnapshot } from "../../lib/source/mod.ts";
import {
  EVERYTHING,
  type KubeObject,
  type PolicyRule,
  userName,
} from "../../scripts/testbed/mod.ts";
import { CANARY, CANARY_FORMS, OBJECTS } from "./canary.ts";
import { LIVE, signal } from "./cluster.ts";
import { LiveRecording } from "./live_recording.ts";

const QUESTION = [
  "diagnose",
  "connectivity",
  "--from",
  "sleep.client",
  "--to",
  "reviews.bookinfo:9080",
];

let mesh: LiveRecording;
let kubeconfig: string;

Deno.test.beforeAll(async () => {
  mesh = await LiveRecording.start("missing-subset");
  kubeconfig = await mesh.kubeconfig("operator", EVERYTHING);
});
Deno.test.afterAll(async () => {
  await mesh[Symbol.asyncDispose]();
});

/** Plants the canary in objects, and in the log of an application. */
async function plantCanaries(): Promise<void> {
  const { api } = mesh.bed.server;
  for (const object of OBJECTS) await api.apply(object);
  const line = (text: string) => `2026-01-01T00:00:00.000000000Z stdout F ${text}\n`;
  const log = await mesh.file(line(`password is ${CANARY}`) + line(`GET /?token=${CANARY}`));
  const [pod] = (await api.send("GET", "/api/v1/namespaces/legacy/pods")).body
    .items as KubeObject[];
  await mesh.bed.kwok.serveLog("legacy", pod?.metadata.name ?? "", "legacy", log);
}

async function capture(...argv: readonly string[]) {
  const path = `${mesh.bed.folder}/${crypto.randomUUID()}.tar.gz`;
  const report = await mesh.report("snapshot", "capture", path, ...argv);
  return { path, report };
}

Deno.test({
  ...LIVE,
  name: "a captured snapshot gives the same diagnosis and findings as the live mesh",
  async fn() {
    const { path, report } = await capture("--kubeconfig", kubeconfig, "--since", mesh.since);
    const gaps = report.gaps.filter(({ what }: { what: string }) => !what.endsWith("stats.prom"));
    deepStrictEqual(gaps, []);
    const live = ["--kubeconfig", kubeconfig, "--since", mesh.since];
    const told = ({ verdict, headline, findings, hops }: Record<string, unknown>) => {
      return { verdict, headline, findings, hops };
    };
    const recorded = await mesh.report(...QUESTION, "--snapshot", path);
    strictEqual(recorded.verdict, "broken");
    deepStrictEqual(told(recorded), told(await mesh.report(...QUESTION, ...live)));
    const findings = async (...argv: string[]) => (await mesh.report("analyze", ...argv)).findings;
    deepStrictEqual(await findings("--snapshot", path), await findings("--kubeconfig", kubeconfig));
    const { altered, clusters } = await mesh.report("snapshot", "inspect", path);
    deepStrictEqual(altered, []);
    strictEqual(clusters[0].proxies, 8);
  },
});

Deno.test({
  ...LIVE,
  name: "the rights that a dry run prints suffice for a capture, and nothing else is used",
  async fn() {
    const { stdout } = await mesh.cli([
      "snapshot",
      "capture",
      "--dry-run",
      "--kubeconfig",
      kubeconfig,
    ]);
    match(stdout, /^# proxies\/client\/sleep-.*\/config_dump\.json$/m);
    const role = load(stdout) as { kind: string; rules: PolicyRule[] };
    strictEqual(role.kind, "ClusterRole");
    const reader = await mesh.kubeconfig("reader", role.rules);
    const { report } = await capture("--kubeconfig", reader);
    doesNotMatch(JSON.stringify(report.gaps), /forbidden/);
    const audited = await mesh.bed.server.audit(userName("reader"));
    const odd = audited.filter(({ verb, uri }) =>
      !["get", "list"].includes(verb) && !/\/portforward\?/.test(uri)
    );
    deepStrictEqual(odd, []);
    ok(audited.filter(({ uri }) => uri.includes("/secrets?")).length > 0);
  },
});

Deno.test({
  ...LIVE,
  name: "partial rights give a partial snapshot that lists its gaps",
  async fn() {
    const rules = [{ apiGroups: [""], resources: ["pods", "services"], verbs: ["get", "list"] }];
    const poor = await mesh.kubeconfig("poor", rules);
    const { path, report } = await capture("--kubeconfig", poor);
    const reasons = new Map<string, string>(
      report.gaps.map(({ what, reason }: { what: string; reason: string }) => [what, reason]),
    );
    strictEqual(reasons.get("virtualservices.networking.istio.io"), "forbidden");
    strictEqual(reasons.get("istiod/istiod.log"), "forbidden");
    const { resources, gaps } = await openSnapshot(path, { world: realWorld(), signal });
    strictEqual(resources.filter(({ identifier }) => identifier === "Pod").length, 10);
    ok(gaps.some(({ what, reason }) => what === "istiod/istiod.log" && reason === "forbidden"));
  },
});

Deno.test({
  ...LIVE,
  name: "a snapshot is bounded in size and time, and can be of one pair",
  async fn() {
    const live = ["--kubeconfig", kubeconfig];
    const small = (await capture(...live, "--max-size", "0.5")).report;
    ok(small.bytes < 1_500_000, `${small.bytes} bytes`);
    match(JSON.stringify(small.gaps), /left out: the snapshot has reached 0\.5 MB/);
    const short = (await capture(...live, "--max-time", "1ms")).report;
    const isLate = ({ what, reason }: { what: string; reason: string }) =>
      what.endsWith("/config_dump.json") && reason === "left out: 0.001 s were over";
    strictEqual(short.gaps.filter(isLate).length, 8);
    const { path } = await capture(
      ...live,
      "--from",
      "sleep.client",
      "--to",
      "details.bookinfo:9080",
    );
    const { recordings: [recording] } = await openSnapshot(path, { world: realWorld(), signal });
    const pods: string[] = [];
    for (const namespace of await recording.list("proxies", signal)) {
      pods.push(...await recording.list(`proxies/${namespace}`, signal));
    }
    deepStrictEqual(pods.map((pod) => pod.split("-")[0]).sort(), ["details", "sleep"]);
  },
});

Deno.test({
  ...LIVE,
  name:
    "what is captured of one pair, also under other names, gives the diagnosis of the live mesh",
  async fn() {
    const live = ["--kubeconfig", kubeconfig, "--since", mesh.since];
    const pair = [...QUESTION.slice(2), ...live];
    const told = ({ verdict, findings }: { verdict: string; findings: { cause: string }[] }) => {
      return { verdict, causes: findings.map(({ cause }) => cause) };
    };
    const expected = told(await mesh.report(...QUESTION, ...live));
    const own = await capture(...pair);
    deepStrictEqual(told(await mesh.report(...QUESTION, "--snapshot", own.path)), expected);

    const names = await mesh.file("");
    const { path } = await capture(...pair, "--names-file", names);
    const table: [string, string][] = Object.entries(JSON.parse(await Deno.readTextFile(names)));
    const originals = new Map(table.map(([pseudonym, original]) => [original, pseudonym]));
    const asked = QUESTION.map((word) =>
      word.replace(/\w+/g, (name) => originals.get(name) ?? name)
    );
    strictEqual(asked.join(" ").includes("bookinfo"), false);
    deepStrictEqual(told(await mesh.report(...asked, "--snapshot", path)), expected);
  },
});

Deno.test({
  ...LIVE,
  name: "an interrupted capture leaves nothing behind",
  async fn() {
    const folder = await Deno.makeTempDir({ dir: mesh.bed.folder });
    const interrupt = new AbortController();
    const argv = ["snapshot", "capture", `${folder}/out.tar.gz`, "--kubeconfig", kubeconfig];
    const running = mesh.cli(argv, interrupt.signal);
    while ([...Deno.readDirSync(folder)].length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    interrupt.abort();
    strictEqual((await running).status, 130);
    deepStrictEqual([...Deno.readDirSync(folder)], []);
  },
});

Deno.test({
  ...LIVE,
  name: "a canary that is planted everywhere is in no output and no snapshot",
  async fn() {
    await plantCanaries();
    const live = ["--kubeconfig", kubeconfig];
    const { path } = await capture(...live);
    const { recordings: [recording], resources } = await openSnapshot(path, {
      world: realWorld(),
      signal,
    });
    // ConfigMaps of applications are not even listed.
    const kept = resources.filter(({ name }) => name === "canary").map(({ kind }) => kind).sort();
    const kinds = OBJECTS.map(({ kind }) => kind).filter((kind) => kind !== "ConfigMap").sort();
    deepStrictEqual(kept, kinds);
    const unpacked = new Deno.Command("tar", { args: ["xzOf", path] });
    const text = new TextDecoder().decode((await unpacked.output()).stdout);
    const found = (output: string) => CANARY_FORMS.some((form) => output.includes(form));
    ok(text.length > 1_000_000 && !found(text));
    deepStrictEqual(await recording.list("logs", signal), []);
    for (const argv of [["analyze"], QUESTION, ["proxy-status"], ["version"], ["logs"]]) {
      const { stdout, stderr } = await mesh.cli([...argv, ...live, "-v"]);
      ok(!found(stdout) && !found(stderr), argv.join(" "));
    }
  },
});
