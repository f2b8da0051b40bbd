import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { run } from "../../lib/cli/mod.ts";
import type { World } from "../../lib/core/mod.ts";
import { realWorld } from "../../lib/io/mod.ts";
import { openSnapshot, type Snapshot } from "../../lib/source/mod.ts";
import {
  createUser,
  EVERYTHING,
  serveRecordedMesh,
  Testbed,
  userName,
} from "../../scripts/testbed/mod.ts";
import { LIVE, signal } from "./cluster.ts";

const SNAPSHOT = new URL("../../examples/missing-subset.tar.gz", import.meta.url).pathname;
const SLEEP = "client/sleep-58fc88fbf7-lbwpl";
const QUESTION = ["--from", "sleep.client", "--to", "reviews.bookinfo:9080"];

let bed: Testbed;
let mesh: AsyncDisposable;
let snapshot: Snapshot;
let kubeconfig: string;

Deno.test.beforeAll(async () => {
  bed = await Testbed.start({ meshCrds: true });
  snapshot = await openSnapshot(SNAPSHOT, { world: realWorld(), signal });
  const { resources, recordings: [recording] } = snapshot;
  mesh = await serveRecordedMesh(bed, { resources, recording });
  kubeconfig = await kubeconfigOf(await createUser(bed.server, "operator", EVERYTHING));
});
Deno.test.afterAll(async () => {
  await mesh[Symbol.asyncDispose]();
  await bed[Symbol.asyncDispose]();
});

async function kubeconfigOf(token: string): Promise<string> {
  const file = await Deno.makeTempFile({ dir: bed.folder });
  await Deno.writeTextFile(file, bed.server.kubeconfig({ token }));
  return file;
}

/** Runs a command line at the time of the recording. */
async function cli(...argv: string[]) {
  const out = { stdout: "", stderr: "" };
  const write = (name: keyof typeof out) => (text: string) =>
    Promise.resolve(void (out[name] += text));
  const real = realWorld();
  const now = new Date(snapshot.recordings[0].manifest.capturedAt);
  const world: World = {
    ...real,
    clock: { ...real.clock, now: () => now },
    stdout: { isTerminal: false, columns: 80, write: write("stdout") },
    stderr: { isTerminal: false, columns: 80, write: write("stderr") },
  };
  const status = await run(argv, { world, signal });
  return { status, ...out };
}

async function report(...argv: string[]) {
  const { stdout, stderr } = await cli(...argv, "-o", "json");
  strictEqual(stderr, "");
  return JSON.parse(stdout);
}

/** How far the recording's window reaches back. */
function since(): string {
  const { capturedAt, windowStart } = snapshot.recordings[0].manifest;
  return `${(Date.parse(capturedAt) - Date.parse(windowStart ?? "")) / 1000}s`;
}

Deno.test({
  ...LIVE,
  name: "a live mesh and a recording of it give the same diagnosis",
  async fn() {
    const recorded = await report("diagnose", "connectivity", ...QUESTION, "--snapshot", SNAPSHOT);
    const live = await report(
      ...["diagnose", "connectivity", ...QUESTION, "--kubeconfig", kubeconfig, "--since", since()],
    );
    strictEqual(live.verdict, "broken");
    // Live, only the kinds are listed that a cause may look at.
    const seen = ({ checked: [, ...others], ...rest }: { checked: string[] }) => {
      return { ...rest, checked: others, gaps: [] };
    };
    deepStrictEqual(seen(live), seen(recorded));
  },
});

Deno.test({
  ...LIVE,
  name: "a live mesh and a recording of it give the same findings",
  async fn() {
    const recorded = await report("analyze", "--snapshot", SNAPSHOT);
    const live = await report("analyze", "--kubeconfig", kubeconfig);
    ok(live.findings.length > 0);
    deepStrictEqual(live.findings, recorded.findings);
    deepStrictEqual(live.source, { type: "cluster", detail: "testbed" });
  },
});

Deno.test({
  ...LIVE,
  name: "files laid over a live mesh show what a change would do",
  async fn() {
    const fixed = await Deno.makeTempFile({ dir: bed.folder, suffix: ".yaml" });
    const dr = snapshot.resources.find(({ identifier, name }) =>
      identifier === "DestinationRule" && name === "reviews"
    );
    const written = dr?.written as { spec: { subsets: object[] } };
    const subsets = [...written.spec.subsets, { name: "v4", labels: { version: "v3" } }];
    await Deno.writeTextFile(
      fixed,
      JSON.stringify({ ...written, spec: { ...written.spec, subsets } }),
    );
    const before = await report("analyze", "--kubeconfig", kubeconfig);
    const after = await report("analyze", fixed, "--use-kube", "--kubeconfig", kubeconfig);
    const codes = ({ findings }: { findings: { code: string }[] }) =>
      findings.map(({ code }) => code);
    ok(codes(before).includes("IST0101"));
    ok(!codes(after).includes("IST0101"), codes(after).join());
    strictEqual(after.source.type, "cluster");
  },
});

Deno.test({
  ...LIVE,
  name: "a diagnosis without the right to ask proxies names them as gaps",
  async fn() {
    const rules = [{ apiGroups: ["*"], resources: ["*"], verbs: ["get", "list"] }];
    const poor = rules.concat({ apiGroups: [""], resources: ["pods/log"], verbs: ["get"] });
    const token = await createUser(bed.server, "only-lists", poor);
    const file = await kubeconfigOf(token);
    const live = await report("diagnose", "connectivity", ...QUESTION, "--kubeconfig", file);
    const gap = live.gaps.find(({ what }: { what: string }) => what.endsWith("config_dump.json"));
    match(JSON.stringify(gap), /forbidden/);
  },
});

Deno.test({
  ...LIVE,
  name: "a proxy is asked by a command in its container where port-forward is forbidden",
  async fn() {
    const rules = [
      { apiGroups: ["*"], resources: ["*"], verbs: ["get", "list"] },
      { apiGroups: [""], resources: ["pods/exec"], verbs: ["create"] },
    ];
    const file = await kubeconfigOf(await createUser(bed.server, "executes", rules));
    const { programs } = bed.kwok;
    const dump = await snapshot.recordings[0].read(`proxies/${SLEEP}/config_dump.json`, signal);
    await Deno.writeTextFile(`${programs}/dump.json`, dump ?? "");
    const agent = `[ "$*" = "request GET config_dump?include_eds" ] && cat ${programs}/dump.json`;
    await Deno.writeTextFile(`${programs}/pilot-agent`, `#!/bin/sh\n${agent}`, { mode: 0o755 });
    const [namespace = "", pod = ""] = SLEEP.split("/");
    await bed.kwok.allowExec(namespace, pod, "istio-proxy");
    const { stdout, stderr, status } = await cli(
      ...["proxy-config", "cluster", "sleep.client", "--kubeconfig", file],
    );
    strictEqual(status, 0, stderr);
    match(stdout, /reviews\.bookinfo\.svc\.cluster\.local/);
  },
});

Deno.test({
  ...LIVE,
  name: "commands about proxies give the same from a live mesh and from a recording",
  async fn() {
    const live = ["--kubeconfig", kubeconfig];
    const rows = [
      ["proxy-config", "cluster", "sleep.client"],
      ["proxy-config", "endpoint", "sleep.client"],
      ["proxy-status"],
      ["access", "check", "sleep.client", "reviews.bookinfo:9080"],
    ];
    for (const argv of rows) {
      const recorded = await cli(...argv, "--snapshot", SNAPSHOT);
      ok(recorded.stdout !== "", argv.join(" "));
      deepStrictEqual(await cli(...argv, ...live), recorded, argv.join(" "));
    }
    const logs = await report("logs", "--snapshot", SNAPSHOT);
    deepStrictEqual((await report("logs", ...live)).groups, logs.groups);
  },
});

Deno.test({
  ...LIVE,
  name: "analysis and diagnosis use no verb but get and list, and port-forward to proxies",
  async fn() {
    const token = await createUser(bed.server, "watched", EVERYTHING);
    const file = await kubeconfigOf(token);
    await report("analyze", "--kubeconfig", file);
    await report("diagnose", "connectivity", ...QUESTION, "--kubeconfig", file);
    const audited = await bed.server.audit(userName("watched"));
    const odd = audited.filter(({ verb, uri }) =>
      !["get", "list"].includes(verb) && !/\/portforward\?/.test(uri)
    );
    deepStrictEqual(odd, []);
    ok(audited.some(({ uri }) => uri.includes("portforward")));
    ok(audited.length > 10);
  },
});

Deno.test({
  ...LIVE,
  name: "a cluster that cannot be reached ends a command with exit status 3 and one sentence",
  async fn() {
    const file = await Deno.makeTempFile({ dir: bed.folder });
    const text = bed.server.kubeconfig({ token: "x" });
    await Deno.writeTextFile(file, text.replace(bed.server.url, "https://127.0.0.1:1"));
    const { status, stdout, stderr } = await cli("analyze", "--kubeconfig", file);
    deepStrictEqual([status, stdout], [3, ""]);
    match(stderr, /^meshmedic: Cannot reach cluster "testbed" at https:\/\/127\.0\.0\.1:1: .*\n$/);
  },
});
