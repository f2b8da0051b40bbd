import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { DEFAULT_TEXT_FORMAT } from "../../lib/evidence/mod.ts";
import { type Envoy, EVERYTHING, lacks, startEnvoy, userName } from "../../scripts/testbed/mod.ts";
import { LIVE } from "./cluster.ts";
import { LiveRecording } from "./live_recording.ts";

const SLEEP = { namespace: "client", name: "sleep-58fc88fbf7-lbwpl" };
const QUESTION = ["--from", "sleep.client", "--to", "reviews.bookinfo:9080"];
const PORT = 15_380;

let mesh: LiveRecording;
let kubeconfig: string;
let envoy: Envoy;
let application: Deno.HttpServer;
let accessLog: string;

Deno.test.beforeAll(async () => {
  if (lacks("envoy")) return;
  mesh = await LiveRecording.start("missing-subset");
  kubeconfig = await mesh.kubeconfig("operator", EVERYTHING);
  accessLog = await mesh.file("");
  const options = { hostname: "127.0.0.1", port: 0, onListen: () => undefined };
  application = Deno.serve(options, async ({ headers, url }) => {
    if (url.endsWith("/slow")) await pause(5_000);
    return new Response(headers.get("authorization") === null ? "reviews" : "welcome");
  });
  const { port } = application.addr as Deno.NetAddr;
  envoy = await startEnvoy({
    folder: mesh.bed.folder,
    node: { id: "sleep", cluster: "sleep" },
    listeners: [listener()],
    clusters: [cluster("reviews", [port]), cluster("nobody", []), cluster("refused", [1])],
  });
  await mesh.bed.kwok.allowExec(SLEEP.namespace, SLEEP.name, "sleep");
  await provide("curl", `exec /usr/bin/curl --connect-to ::127.0.0.1:${PORT} "$@"`);
});
Deno.test.afterAll(async () => {
  await envoy?.[Symbol.asyncDispose]();
  await application?.shutdown();
  await mesh?.[Symbol.asyncDispose]();
});

/** Diagnoses with a probe, and gives what came out with the report. */
async function probe(file: string, ...argv: readonly string[]) {
  const all = ["diagnose", "connectivity", "--probe", ...QUESTION, "--kubeconfig", file];
  const ran = await mesh.cli([...all, "-o", "json", ...argv]);
  return { ...ran, report: JSON.parse(ran.stdout) };
}

Deno.test({
  ...LIVE,
  name: "a probe says what it sends, and that what was broken works now",
  ignore: lacks("envoy"),
  async fn() {
    const { status, stderr, report } = await probe(kubeconfig);
    strictEqual(
      stderr,
      "meshmedic: going to send 5 × GET http://reviews.bookinfo:9080/reviews/0 from pod " +
        `client/${SLEEP.name}, through its sidecar, at most 10 s each\n` +
        "meshmedic: sending with curl in container sleep\n",
    );
    deepStrictEqual([status, report.verdict], [0, "degraded"]);
    match(report.headline, /works now: 5 of 5 probes .* but 41 of 41 requests failed before/);
    strictEqual(report.findings[0].severity, "low");
    const { attempts, counters, ...from } = report.probe;
    deepStrictEqual(from, {
      pod: `client/${SLEEP.name}`,
      container: "sleep",
      isEphemeral: false,
      tool: "curl",
      through: "sidecar",
      method: "GET",
      url: "http://reviews.bookinfo:9080/reviews/0",
      timeoutMs: 10_000,
    });
    ok(
      attempts.every(({ status, bytes }: { status: number; bytes: number }) =>
        status === 200 && bytes === "reviews".length
      ),
    );
    deepStrictEqual(counters, []);
  },
});

Deno.test({
  ...LIVE,
  name: "a probe that Envoy cannot pass on is the failure of the caller's proxy",
  ignore: lacks("envoy"),
  async fn() {
    const { status, report } = await probe(kubeconfig, "--path", "/nobody");
    deepStrictEqual([status, report.verdict], [1, "broken"]);
    strictEqual(
      report.probe.attempts[0].detail,
      "503 from the caller's proxy: no healthy upstream",
    );
    const refused = await probe(kubeconfig, "--path", "/refused");
    match(refused.report.probe.attempts[0].detail, /reset reason: remote connection failure/);
  },
});

Deno.test({
  ...LIVE,
  name: "without the right to exec a probe is a gap that names it, and the diagnosis goes on",
  ignore: lacks("envoy"),
  async fn() {
    const rules = [
      { apiGroups: ["*"], resources: ["*"], verbs: ["get", "list"] },
      { apiGroups: [""], resources: ["pods/portforward"], verbs: ["create"] },
    ];
    const { status, report } = await probe(await mesh.kubeconfig("onlooker", rules));
    deepStrictEqual([status, report.verdict, report.probe], [1, "broken", undefined]);
    deepStrictEqual(report.findings[0].cause, "MM-R01");
    deepStrictEqual(report.gaps[0], {
      what: `probe from client/${SLEEP.name}`,
      reason: 'forbidden: it takes the right to "create" and "get" pods/exec in namespace client',
    });
  },
});

Deno.test({
  ...LIVE,
  name: "a container without a tool is named, and nothing is installed",
  ignore: lacks("envoy"),
  async fn() {
    const { kwok } = mesh.bed;
    await kwok.allowExec(SLEEP.namespace, SLEEP.name, { name: "sleep", path: "/nowhere" });
    const { report } = await probe(kubeconfig);
    await kwok.allowExec(SLEEP.namespace, SLEEP.name, "sleep");
    match(report.gaps[0].reason, /no container has a tool .*sleep has none of curl, wget and nc/);
    strictEqual(report.verdict, "broken");
  },
});

Deno.test({
  ...LIVE,
  name: "with consent a container with a tool is added to the pod, and ended with the probe",
  ignore: lacks("envoy"),
  async fn() {
    const { kwok, server } = mesh.bed;
    const name = "meshmedic-probe-1";
    await kwok.allowExec(SLEEP.namespace, SLEEP.name, { name: "sleep", path: "/nowhere" }, name);
    const file = await mesh.kubeconfig("adds", EVERYTHING);
    const probing = probe(file, "--probe-ephemeral", "--probe-image", "example.com/curl:1");
    const path = `/api/v1/namespaces/${SLEEP.namespace}/pods/${SLEEP.name}`;
    while ((await server.api.send("GET", path)).body.spec.ephemeralContainers === undefined) {
      await pause(50);
    }
    const running = {
      name,
      image: "example.com/curl:1",
      imageID: "",
      ready: true,
      restartCount: 0,
    };
    const status = { ephemeralContainerStatuses: [{ ...running, state: { running: {} } }] };
    await server.api.send("PATCH", `${path}/status`, { status }, "application/merge-patch+json");
    const { stderr, report } = await probing;
    await kwok.allowExec(SLEEP.namespace, SLEEP.name, "sleep");
    match(
      stderr,
      /adding the ephemeral container meshmedic-probe-1 .* ends by itself within 160 s/,
    );
    const { container, isEphemeral, attempts } = report.probe;
    deepStrictEqual([container, isEphemeral, attempts.length], [name, true, 5]);
    const writes = (await server.audit(userName("adds"))).filter(({ verb }) => verb === "patch");
    deepStrictEqual(writes.map(({ uri }) => uri), [`${path}/ephemeralcontainers`]);
    await Deno.remove("/tmp/meshmedic-done");
  },
});

Deno.test({
  ...LIVE,
  name: "a request that gets no answer ends in time",
  ignore: lacks("envoy"),
  async fn() {
    const { report } = await probe(kubeconfig, "--path", "/slow", "--probe-timeout", "1s");
    deepStrictEqual(
      report.probe.attempts.map(({ outcome }: { outcome: string }) => outcome),
      ["timed-out", "timed-out"],
    );
  },
});

Deno.test({
  ...LIVE,
  name: "an interrupt ends a probe, and nothing goes on",
  ignore: lacks("envoy"),
  async fn() {
    const interrupt = new AbortController();
    const argv = ["diagnose", "connectivity", "--probe", ...QUESTION, "--kubeconfig", kubeconfig];
    const running = mesh.cli(
      [...argv, "--path", "/slow", "--probe-timeout", "3s"],
      interrupt.signal,
    );
    while (await countOf("--connect-to") === 0) await pause(50);
    interrupt.abort();
    const { status, stdout, stderr } = await running;
    deepStrictEqual([status, stdout], [130, ""]);
    match(stderr, /the request in flight ends within 4 s/);
    await pause(4_000);
    strictEqual(await countOf("--connect-to"), 0);
  },
});

Deno.test({
  ...LIVE,
  name: "a token reaches the server, and neither the output nor the API server's audit log",
  ignore: lacks("envoy"),
  async fn() {
    const token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2VjcmV0LXNpZ25hdHVyZQ";
    const jwt = await mesh.file(token, ".jwt");
    const file = await mesh.kubeconfig("bearer", EVERYTHING);
    const { stdout, stderr, report } = await probe(file, "--jwt", jwt, "--header", "x-key: s3cret");
    strictEqual(report.probe.attempts[0].bytes, "welcome".length);
    match(stderr, /with x-key, authorization/);
    const audited = await mesh.bed.server.audit(userName("bearer"));
    for (const text of [stdout, stderr, JSON.stringify(audited)]) {
      ok(!text.includes(token.slice(0, 20)) && !text.includes("s3cret"));
    }
    const odd = audited.filter(({ verb, uri }) =>
      !["get", "list"].includes(verb) && !/\/(?:portforward|exec)\?/.test(uri)
    );
    deepStrictEqual(odd, []);
    ok(audited.some(({ uri }) => uri.includes("/exec?")));
  },
});

Deno.test({
  ...LIVE,
  name: "the lines of a probe in the access log of its proxy are found by their request ids",
  ignore: lacks("envoy"),
  async fn() {
    await mesh.bed.kwok.serveLog(SLEEP.namespace, SLEEP.name, "istio-proxy", accessLog);
    await Deno.writeTextFile(accessLog, "");
    const { report } = await probe(kubeconfig, "--path", "/nobody");
    ok(report.checked.includes("5 requests of this caller to this destination"));
  },
});

/** How many processes have a word on their command line. */
async function countOf(word: string): Promise<number> {
  let count = 0;
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const line = await Deno.readTextFile(`/proc/${name}/cmdline`).catch(() => "");
    if (line.includes(`${word}\0::127.0.0.1:${PORT}`)) count++;
  }
  return count;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A program of the container. */
async function provide(name: string, script: string): Promise<void> {
  const path = `${mesh.bed.kwok.programs}/${name}`;
  await Deno.writeTextFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

function listener(): object {
  const routes = [["/nobody", "nobody"], ["/refused", "refused"], ["/", "reviews"]]
    .map(([prefix, name]) => ({ match: { prefix }, route: { cluster: name } }));
  return {
    name: "sidecar",
    address: { socket_address: { address: "127.0.0.1", port_value: PORT } },
    filter_chains: [{
      filters: [{
        name: "http",
        typed_config: {
          "@type":
            "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
          stat_prefix: "sidecar",
          route_config: {
            virtual_hosts: [{ name: "all", domains: ["*"], routes }],
          },
          access_log: [{
            name: "file",
            typed_config: {
              "@type": "type.googleapis.com/envoy.extensions.access_loggers.file.v3.FileAccessLog",
              path: accessLog,
              // A log as the kubelet keeps it: a time and a stream before each line.
              log_format: {
                text_format_source: {
                  inline_string:
                    `%START_TIME(%Y-%m-%dT%H:%M:%S.%9fZ)% stdout F ${DEFAULT_TEXT_FORMAT}`,
                },
              },
            },
          }],
          http_filters: [{
            name: "router",
            typed_config: {
              "@type": "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router",
            },
          }],
        },
      }],
    }],
  };
}

function cluster(name: string, ports: readonly number[]): object {
  return {
    name,
    type: "STATIC",
    load_assignment: {
      cluster_name: name,
      endpoints: [{
        lb_endpoints: ports.map((port_value) => ({
          endpoint: { address: { socket_address: { address: "127.0.0.1", port_value } } },
        })),
      }],
    },
  };
}
