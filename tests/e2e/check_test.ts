import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { CheckReport, CheckStatus } from "../../lib/core/mod.ts";
import { EVERYTHING, userName } from "../../scripts/testbed/mod.ts";
import { LIVE } from "./cluster.ts";
import { LiveRecording } from "./live_recording.ts";

let mesh: LiveRecording;
let kubeconfig: string;

Deno.test.beforeAll(async () => {
  mesh = await LiveRecording.start("missing-subset");
  kubeconfig = await mesh.kubeconfig("operator", EVERYTHING);
});
Deno.test.afterAll(async () => {
  await mesh[Symbol.asyncDispose]();
});

/** What only a cluster tells. */
const OF_A_CLUSTER = ["api-servers-answer", "pods-askable", "definitions-established"];

function statuses({ checks }: CheckReport): Map<string, CheckStatus> {
  return new Map(checks.map(({ name, status }) => [name, status]));
}

Deno.test({
  ...LIVE,
  name: "a live mesh and a recording of it pass the same checks, but for what only a cluster tells",
  async fn() {
    const recorded = statuses(await mesh.report("check", "--snapshot", mesh.path));
    const live = statuses(await mesh.report("check", "--kubeconfig", kubeconfig));
    for (const name of OF_A_CLUSTER) {
      deepStrictEqual([name, live.get(name)], [name, "ok"]);
    }
    // Webhooks that nobody answers are not made live; without them namespaces ask in vain.
    const differing = ["validator-enforces", "webhooks-trust-istiod", "revisions-served"];
    for (const name of [...OF_A_CLUSTER, ...differing]) {
      recorded.delete(name);
      live.delete(name);
    }
    deepStrictEqual(Object.fromEntries(live), Object.fromEntries(recorded));
    ok([...live.values()].filter((status) => status === "ok").length > 20);
  },
});

Deno.test({
  ...LIVE,
  name: "what the account may not read is unknown, and what it may read is still checked",
  async fn() {
    const rules = [
      { apiGroups: ["", "apps"], resources: ["pods", "deployments"], verbs: ["get", "list"] },
      { apiGroups: [""], resources: ["pods/portforward"], verbs: ["create", "get"] },
    ];
    const file = await mesh.kubeconfig("half-blind", rules);
    const report: CheckReport = await mesh.report("check", "--kubeconfig", file);
    const found = statuses(report);
    strictEqual(found.get("istiod-ready"), "ok");
    strictEqual(found.get("objects-readable"), "warning");
    for (const name of ["webhooks-trust-istiod", "root-certificate-valid", "pods-created"]) {
      deepStrictEqual([name, found.get(name)], [name, "unknown"]);
    }
    const { checks } = report;
    match(checks.find(({ name }) => name === "pods-created")?.saw ?? "", /events: forbidden/);
    const strict = await mesh.cli(["check", "--kubeconfig", file, "--strict"]);
    strictEqual(strict.status, 3);
  },
});

Deno.test({
  ...LIVE,
  name: "checks list, ask about rights, and reach pods by port-forward, and nothing else",
  async fn() {
    const file = await mesh.kubeconfig("watched-check", EVERYTHING);
    await mesh.report("check", "--kubeconfig", file);
    await mesh.report("check", "--pre", "--kubeconfig", file);
    const audited = await mesh.bed.server.audit(userName("watched-check"));
    const odd = audited.filter(({ verb, uri }) =>
      !["get", "list"].includes(verb) && !/\/portforward\?|\/selfsubjectaccessreviews/.test(uri)
    );
    deepStrictEqual(odd, []);
    ok(audited.length > 10);
  },
});

Deno.test({
  ...LIVE,
  name: "check --pre names the rights that an installation lacks",
  async fn() {
    const rules = [{ apiGroups: ["*"], resources: ["*"], verbs: ["get", "list"] }];
    const file = await mesh.kubeconfig("reader", rules);
    const report: CheckReport = await mesh.report("check", "--pre", "--kubeconfig", file);
    const rights = report.checks.find(({ name }) => name === "may-install");
    strictEqual(rights?.status, "error");
    ok(rights.troubles.some(({ detail }) => detail.startsWith("may not create clusterroles.")));
    const operator: CheckReport = await mesh.report("check", "--pre", "--kubeconfig", kubeconfig);
    strictEqual(statuses(operator).get("may-install"), "ok");
  },
});

Deno.test({
  ...LIVE,
  name: "a cluster that cannot be reached ends check with exit status 3 and one sentence in time",
  async fn() {
    const text = mesh.bed.server.kubeconfig({ token: "x" });
    const file = await mesh.file(text.replace(mesh.bed.server.url, "https://127.0.0.1:1"));
    const startMs = performance.now();
    const { status, stdout, stderr } = await mesh.cli(["check", "--kubeconfig", file]);
    deepStrictEqual([status, stdout], [3, ""]);
    match(stderr, /^meshmedic: Cannot reach cluster "testbed" at https:\/\/127\.0\.0\.1:1: .*\n$/);
    ok(performance.now() - startMs < 10_000);
  },
});
