import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { EVERYTHING, kubeconfig as kubeconfigOf, userName } from "../../scripts/testbed/mod.ts";
import { LIVE, signal } from "./cluster.ts";
import { LiveRecording } from "./live_recording.ts";

const SLEEP = "client/sleep-58fc88fbf7-lbwpl";
const QUESTION = ["--from", "sleep.client", "--to", "reviews.bookinfo:9080"];

let mesh: LiveRecording;
let kubeconfig: string;

Deno.test.beforeAll(async () => {
  mesh = await LiveRecording.start("missing-subset");
  kubeconfig = await mesh.kubeconfig("operator", EVERYTHING);
});
Deno.test.afterAll(async () => {
  await mesh[Symbol.asyncDispose]();
});

Deno.test({
  ...LIVE,
  name: "a live mesh and a recording of it give the same diagnosis",
  async fn() {
    const recorded = await mesh.report(
      "diagnose",
      "connectivity",
      ...QUESTION,
      "--snapshot",
      mesh.path,
    );
    const live = await mesh.report(
      ...[
        "diagnose",
        "connectivity",
        ...QUESTION,
        "--kubeconfig",
        kubeconfig,
        "--since",
        mesh.since,
      ],
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
    const recorded = await mesh.report("analyze", "--snapshot", mesh.path);
    const live = await mesh.report("analyze", "--kubeconfig", kubeconfig);
    ok(live.findings.length > 0);
    deepStrictEqual(live.findings, recorded.findings);
    deepStrictEqual(live.source, { type: "cluster", detail: "testbed" });
  },
});

Deno.test({
  ...LIVE,
  name: "files laid over a live mesh show what a change would do",
  async fn() {
    const dr = mesh.snapshot.resources.find(({ identifier, name }) =>
      identifier === "DestinationRule" && name === "reviews"
    );
    const written = dr?.written as { spec: { subsets: object[] } };
    const subsets = [...written.spec.subsets, { name: "v4", labels: { version: "v3" } }];
    const spec = { ...written.spec, subsets };
    const fixed = await mesh.file(JSON.stringify({ ...written, spec }), ".yaml");
    const before = await mesh.report("analyze", "--kubeconfig", kubeconfig);
    const after = await mesh.report("analyze", fixed, "--use-kube", "--kubeconfig", kubeconfig);
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
    const file = await mesh.kubeconfig("only-lists", poor);
    const live = await mesh.report("diagnose", "connectivity", ...QUESTION, "--kubeconfig", file);
    const gap = live.gaps.find(({ what }: { what: string }) => what.endsWith("config_dump.json"));
    match(JSON.stringify(gap), /forbidden/);
  },
});

Deno.test({
  ...LIVE,
  name: "a user who may read nothing at all is told so, and not that nothing was found",
  async fn() {
    const { url: server, authority: { cert: ca } } = mesh.bed.server;
    const anonymous = await mesh.file(kubeconfigOf({ server, ca, credentials: {} }));
    for (const file of [await mesh.kubeconfig("nobody", []), anonymous]) {
      for (const command of [["analyze"], ["check"], ["proxy-status"]]) {
        const { status, stdout, stderr } = await mesh.cli([...command, "--kubeconfig", file]);
        deepStrictEqual([status, stdout], [3, ""], stderr);
        match(
          stderr,
          /^meshmedic: Cannot read cluster "testbed" as .* User "system:.* cannot list/,
        );
      }
    }
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
    const file = await mesh.kubeconfig("executes", rules);
    const { programs } = mesh.bed.kwok;
    const dump = await mesh.snapshot.recordings[0].read(
      `proxies/${SLEEP}/config_dump.json`,
      signal,
    );
    await Deno.writeTextFile(`${programs}/dump.json`, dump ?? "");
    const agent = `[ "$*" = "request GET config_dump?include_eds" ] && cat ${programs}/dump.json`;
    await Deno.writeTextFile(`${programs}/pilot-agent`, `#!/bin/sh\n${agent}`, { mode: 0o755 });
    const [namespace = "", pod = ""] = SLEEP.split("/");
    await mesh.bed.kwok.allowExec(namespace, pod, "istio-proxy");
    const { stdout, stderr, status } = await mesh.cli(
      ["proxy-config", "cluster", "sleep.client", "--kubeconfig", file],
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
      const recorded = await mesh.cli([...argv, "--snapshot", mesh.path]);
      ok(recorded.stdout !== "", argv.join(" "));
      deepStrictEqual(await mesh.cli([...argv, ...live]), recorded, argv.join(" "));
    }
    const logs = await mesh.report("logs", "--snapshot", mesh.path);
    deepStrictEqual((await mesh.report("logs", ...live)).groups, logs.groups);
  },
});

Deno.test({
  ...LIVE,
  name: "analysis and diagnosis use no verb but get and list, and port-forward to proxies",
  async fn() {
    const file = await mesh.kubeconfig("watched", EVERYTHING);
    await mesh.report("analyze", "--kubeconfig", file);
    await mesh.report("diagnose", "connectivity", ...QUESTION, "--kubeconfig", file);
    const audited = await mesh.bed.server.audit(userName("watched"));
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
    const text = mesh.bed.server.kubeconfig({ token: "x" });
    const file = await mesh.file(text.replace(mesh.bed.server.url, "https://127.0.0.1:1"));
    const { status, stdout, stderr } = await mesh.cli(["analyze", "--kubeconfig", file]);
    deepStrictEqual([status, stdout], [3, ""]);
    match(stderr, /^meshmedic: Cannot reach cluster "testbed" at https:\/\/127\.0\.0\.1:1: .*\n$/);
  },
});

Deno.test({
  ...LIVE,
  name: "a diagnosis with the right to see one namespace's pods says what it did not see",
  async fn() {
    const file = await mesh.kubeconfig("of-client", []);
    const { api } = mesh.bed.server;
    const metadata = { name: "of-client", namespace: "client" };
    const group = "rbac.authorization.k8s.io";
    const rules = [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] }];
    await api.apply({ apiVersion: `${group}/v1`, kind: "Role", metadata, rules });
    await api.apply({
      apiVersion: `${group}/v1`,
      kind: "RoleBinding",
      metadata,
      roleRef: { apiGroup: group, kind: "Role", name: "of-client" },
      subjects: [{ kind: "ServiceAccount", name: "of-client", namespace: "kube-system" }],
    });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const host = "reviews.bookinfo.svc.cluster.local:9080";
    const question = ["--from", "sleep.client", "--to", host, "-n", "client"];
    const report = await mesh.report("diagnose", "connectivity", ...question, "--kubeconfig", file);
    deepStrictEqual([report.verdict, report.findings], ["inconclusive", []]);
    const reasonOf = (kind: string) =>
      report.gaps.find(({ what }: { what: string }) => what === kind)?.reason;
    deepStrictEqual(["pods", "services"].map(reasonOf), [
      "forbidden outside of client",
      "forbidden",
    ]);
  },
});
