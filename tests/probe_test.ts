/** A probe in a small mesh: what is sent, what is said before, and what it changes about a diagnosis. @module */
import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import {
  diagnoseConnectivity,
  type DiagnosisReport,
  investigate,
  type KubeClient,
  type PodCommandOptions,
  PodRefusal,
  probePlaceOf,
  type ProbeRequest,
  probeRequestOf,
  runProbe,
} from "../mod.ts";
import { type CaseParts, inputOf, type LogLine, questionOf } from "./cases/case_of.ts";
import { pod, service } from "./cases/objects.ts";
import { GATEWAY_POD, logs, meshWith, SLEEP, times, WEB, WEB_SERVICE } from "./causes/row.ts";
import { cli } from "./cli.ts";

const { signal } = new AbortController();
const CLOCK = { now: () => new Date("2026-01-01T12:00:00Z"), sleep: () => Promise.resolve() };

function diagnosis(parts: CaseParts): Promise<DiagnosisReport> {
  return diagnoseConnectivity(questionOf(parts), inputOf(parts));
}

async function planOf(parts: CaseParts) {
  const of = await investigate(questionOf(parts), inputOf(parts));
  return { place: probePlaceOf(of), request: probeRequestOf(of, 10_000) };
}

/** Caller and server, with a name of the server's port. */
function speaking(name: string): readonly object[] {
  return [SLEEP, WEB, service("shop/web", { ports: [{ name, port: 80, targetPort: 8080 }] })];
}

/** A pod with a container that has curl, and what was done to it. */
function fakePod(
  answer: (attempt: number) => string | Error,
  programs = "curl\ntimeout\n",
  state: object = { running: {} },
) {
  const commands: { command: readonly string[]; options: PodCommandOptions }[] = [];
  const added: Record<string, unknown>[] = [];
  const ended: string[] = [];
  const client: Pick<KubeClient, "get" | "podAddContainer" | "podExec"> = {
    podExec(_pod, container, command, options) {
      const result = (stdout: string, stderr = "") =>
        Promise.resolve({ exitCode: 0, stdout, stderr });
      if (command[0] === "touch") return ended.push(container), result("");
      const isNew = added.some(({ name }) => name === container);
      if (command.length === 3) return result(isNew ? "curl\n" : programs);
      commands.push({ command, options });
      const said = answer(commands.length);
      if (said instanceof Error) return Promise.reject(said);
      const [stderr = "", stdout = ""] = said.split("|");
      return result(stdout, stderr);
    },
    podAddContainer: (_pod, container) => Promise.resolve(void added.push(container)),
    get: () =>
      Promise.resolve({
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: "sleep-1" },
        status: { ephemeralContainerStatuses: added.map(({ name }) => ({ name, state })) },
      }),
  };
  const said: string[] = [];
  let id = 0;
  const means = {
    client,
    clock: CLOCK,
    newId: () => `id-${++id}`,
    say: (text: string) => Promise.resolve(void said.push(text)),
    signal,
  };
  return { added, commands, ended, said, means };
}

const OK = "meshmedic-figures 0.012 2\nmeshmedic-exit 0\n|HTTP/1.1 200 OK\r\n" +
  "server: envoy\r\nx-envoy-upstream-service-time: 9\r\n\r\nhi";
const TIMED_OUT = "curl: (28) Operation timed out\nmeshmedic-exit 28\n|";

Deno.test("the request is the question's, and what was not said is as it was seen, without its query", async () => {
  const seen: LogLine = {
    code: 200,
    method: "GET",
    path: "/cart?token=x",
    details: "via_upstream",
  };
  const objects = meshWith();
  const rows: [CaseParts, Partial<ProbeRequest>][] = [
    [{ objects }, {
      scheme: "http",
      host: "web.shop",
      port: 80,
      method: "GET",
      path: "/",
      times: 5,
    }],
    [{ objects, logs: logs(times(3, seen)) }, { path: "/cart", isKnownPath: true }],
    [{ objects, to: "https://web.shop:80/a?b=c" }, { scheme: "https", path: "/a?b=c" }],
    [{ objects, request: { method: "delete" } }, { method: "DELETE", times: 1 }],
    [{ objects, logs: logs(times(3, { ...seen, method: "POST" })) }, { method: "GET", times: 5 }],
    [{ objects, to: "tcp://web.shop:80" }, { scheme: "tcp" }],
    [{ objects: speaking("tcp-db") }, { scheme: "tcp" }],
    [{ objects: speaking("https") }, { scheme: "https" }],
    [{ objects: speaking("grpc") }, { isGrpc: true, method: "POST", path: "/", times: 5 }],
    [{ objects: speaking("grpc"), request: { path: "/a" } }, { isGrpc: false, method: "GET" }],
  ];
  for (const [parts, expected] of rows) {
    const request = (await planOf(parts)).request as unknown as Record<string, unknown>;
    for (const [field, value] of Object.entries(expected)) {
      strictEqual(request[field], value, field);
    }
  }
  await rejects(planOf({ objects, request: { headers: ["a: b\r\nc: d"] } }), { code: "USAGE" });
});

Deno.test("requests are sent from the container that kubectl would choose, past the mesh's own", async () => {
  const annotations = { "kubectl.kubernetes.io/default-container": "app" };
  const containers = [{ name: "helper" }, { name: "app", securityContext: { runAsUser: 1337 } }];
  const sleep = pod("client/sleep-1", { ip: "10.0.0.1", annotations, spec: { containers } });
  const { place } = await planOf({ objects: [sleep, WEB, WEB_SERVICE] });
  deepStrictEqual(place?.containers.map(({ name }) => name).slice(0, 2), ["app", "helper"]);
  ok(!place.containers.some(({ name }) => name === "istio-proxy"));
});

Deno.test("where there is no pod of an application to send from, that is said", async () => {
  const outside = {
    objects: [...meshWith(), GATEWAY_POD],
    from: "external",
    to: "http://web.shop",
  };
  await rejects(planOf(outside), { code: "USAGE", message: /outside the mesh/ });
});

Deno.test("several requests are sent, each with an id of its own and a limit of time", async () => {
  const { place, request } = await planOf({ objects: meshWith() });
  const { commands, said, means } = fakePod(() => OK);
  const { run, gaps } = await runProbe(place!, request, means);
  deepStrictEqual(gaps, []);
  deepStrictEqual(
    run?.attempts.map(({ requestId, detail, durationMs }) => [
      requestId,
      detail,
      durationMs,
    ]),
    [1, 2, 3, 4, 5].map((n) => [`id-${n}`, "200 from the application", 12]),
  );
  ok(commands.every(({ options }) => options.timeoutMs === 20_000));
  ok(commands.every(({ options }, i) => options.input?.includes(`x-request-id: id-${i + 1}`)));
  deepStrictEqual(said, ["sending with curl in container app"]);
});

Deno.test("after two requests without an answer no more are sent", async () => {
  const { place, request } = await planOf({ objects: meshWith() });
  const { run } = await runProbe(place!, request, fakePod(() => TIMED_OUT).means);
  deepStrictEqual(run?.attempts.map(({ outcome }) => outcome), ["timed-out", "timed-out"]);
});

Deno.test("why nothing could be sent is a gap, and the right that is missing is named", async () => {
  const { place, request } = await planOf({ objects: meshWith() });
  const rows: [ReturnType<typeof fakePod>, RegExp][] = [
    [fakePod(() => OK, "timeout\n"), /no container has a tool to send GET http:\/\/web\.shop:80\//],
    [fakePod(() => new PodRefusal(403, "forbidden")), /"create" and "get" pods\/exec .* client/],
    [fakePod(() => new PodRefusal(0, "no answer in time")), /no answer in time/],
    [
      fakePod(() => "curl: option -K: is unknown\nmeshmedic-exit 2\n|"),
      /curl sent nothing: option/,
    ],
  ];
  for (const [{ means }, reason] of rows) {
    const { run, gaps } = await runProbe(place!, request, means);
    strictEqual(run, undefined);
    strictEqual(gaps[0]?.what, "probe from client/sleep-1");
    match(gaps[0]?.reason ?? "", reason);
  }
});

Deno.test("a container is added only with consent, that is said before, and it ends with the probe", async () => {
  const { place, request } = await planOf({ objects: meshWith() });
  const without = fakePod(() => OK, "");
  const { gaps: [gap] } = await runProbe(place!, request, without.means);
  match(gap?.reason ?? "", /--probe-ephemeral adds a container that has one/);
  deepStrictEqual(without.added, []);
  const { added, ended, said, means } = fakePod(() => OK, "");
  const { run } = await runProbe(place!, request, { ...means, image: "example.com/curl" });
  const [{ command, ...container } = {}] = added;
  deepStrictEqual([run?.container, run?.isEphemeral, run?.through, run?.attempts.length], [
    "meshmedic-probe-1",
    true,
    "sidecar",
    5,
  ]);
  deepStrictEqual((command as string[]).slice(3), ["meshmedic", "160", "/tmp/meshmedic-done"]);
  strictEqual((container["securityContext"] as Record<string, unknown>)["runAsUser"], 65_534);
  match(
    said[0] ?? "",
    /adding .* meshmedic-probe-1 with image example\.com\/curl: it ends by itself/,
  );
  deepStrictEqual(ended, ["meshmedic-probe-1"]);
  const running = fakePod(() => OK);
  await runProbe(place!, request, { ...running.means, image: "example.com/curl" });
  deepStrictEqual(running.added, [], "a container with a tool is there");
});

Deno.test("an ephemeral container that does not start is a gap that says why", async () => {
  const { place, request } = await planOf({ objects: meshWith() });
  const pull = { waiting: { reason: "ImagePullBackOff", message: "not found" } };
  const rows: [object, RegExp][] = [
    [pull, /meshmedic-probe-1 with image x cannot be used: ImagePullBackOff: not found/],
    [{ terminated: { reason: "StartError" } }, /it ended at once: StartError/],
    [{ waiting: { reason: "ContainerCreating" } }, /it does not run after 60 s/],
  ];
  for (const [state, reason] of rows) {
    const { means } = fakePod(() => OK, "", state);
    const { run, gaps } = await runProbe(place!, request, { ...means, image: "x" });
    strictEqual(run, undefined);
    match(gaps[0]?.reason ?? "", reason);
  }
});

Deno.test("the lines of a connection, which have no id, are a probe's by their time", async () => {
  const startMs = CLOCK.now().getTime() + 300;
  const line = { protocol: "", method: "", path: "", requestId: "", code: 0, startMs };
  const parts = {
    objects: meshWith(),
    logs: logs([line, { ...line, startMs: line.startMs - 60_000 }]),
  };
  const of = await investigate(questionOf(parts), inputOf({ ...parts, probe: [{}] }));
  deepStrictEqual(of.exchanges.map(({ probe }) => probe?.requestId), ["probe-0", undefined]);
});

Deno.test("an interrupt ends a probe, and says what goes on", async () => {
  const { place, request } = await planOf({ objects: meshWith() });
  const interrupt = new AbortController();
  const reason = new Error("interrupted");
  const { means, said } = fakePod(() => {
    interrupt.abort(reason);
    return reason;
  });
  await rejects(runProbe(place!, request, { ...means, signal: interrupt.signal }), reason);
  match(said.at(-1) ?? "", /in flight ends within 11 s/);
});

const BROKEN = { code: 503, flags: ["UH"], details: "no_healthy_upstream" };
const REFUSED = {
  isFailure: true,
  status: 503,
  answeredBy: "caller-proxy",
  message: "no healthy upstream",
  detail: "503 from the caller's proxy: no healthy upstream",
} as const;
const { status: _, answeredBy: __, upstreamMs: ___, ...NONE } = {
  status: 0,
  answeredBy: "",
  upstreamMs: 0,
  isFailure: true,
};

Deno.test("a mesh in which nothing is wrong, and whose probe fails, is not healthy", async () => {
  const refused = { ...NONE, outcome: "no-connection", detail: "Connection refused" } as const;
  const quiet = { objects: meshWith(), logs: logs([]) };
  strictEqual((await diagnosis(quiet)).verdict, "healthy");
  const report = await diagnosis({ ...quiet, probe: Array(5).fill(refused) });
  strictEqual(report.verdict, "broken");
  match(report.headline, /5 of 5 probes fail \(Connection refused\), and nothing .* says why/);
  const some = await diagnosis({ ...quiet, probe: [refused, {}, {}, {}, {}] });
  strictEqual(some.verdict, "degraded");
  match(some.headline, /works at times: 1 of 5 probes fail/);
});

Deno.test("a probe that succeeds makes an answer of what nobody saw", async () => {
  const unseen: CaseParts = { objects: meshWith(), dumps: false };
  strictEqual((await diagnosis(unseen)).verdict, "inconclusive");
  const report = await diagnosis({ ...unseen, probe: [{}, {}, {}, {}, {}] });
  strictEqual(report.verdict, "healthy");
  match(report.headline, /is healthy: 5 of 5 probes succeed \(200 from the application\)/);
  deepStrictEqual(report.hops.at(-1), {
    at: "app",
    proxy: "",
    outcome: "ok",
    detail: "5 of 5 probes: 200 from the application",
  });
});

Deno.test("the answer of a proxy is evidence where no access log is written", async () => {
  const unready = {
    objects: [SLEEP, pod("shop/web-1", { ip: "10.0.0.2", ready: false }), WEB_SERVICE],
  };
  const { findings: [first] } = await diagnosis({ ...unready, probe: Array(5).fill(REFUSED) });
  strictEqual(first?.cause, "MM-C01");
  const from = first.evidence.filter(({ source }) => source === "probe");
  deepStrictEqual(from.map(({ supports }) => supports), [true, true]);
  match(from[0]?.detail ?? "", /5 × 503 UH no_healthy_upstream/);
  match(from[1]?.detail ?? "", /5 of 5 requests sent from client\/sleep-1 fail now/);
});

Deno.test("what was broken and works now is said to, and no alarm is raised", async () => {
  const unready = pod("shop/web-1", { ip: "10.0.0.2", ready: false });
  const parts: CaseParts = {
    objects: [SLEEP, unready, WEB_SERVICE],
    logs: logs(times(8, { ...BROKEN, method: "GET", path: "/" })),
  };
  strictEqual((await diagnosis(parts)).findings[0]?.severity, "critical");
  const report = await diagnosis({ ...parts, probe: [{}, {}, {}, {}, {}] });
  strictEqual(report.verdict, "degraded");
  match(report.headline, /works now: 5 of 5 probes succeed .*, but 8 of 8 requests failed before/);
  const [first] = report.findings;
  strictEqual(first?.severity, "low");
  ok(first.evidence.some(({ source, supports }) => source === "probe" && !supports));
  const other = { ...parts, logs: logs(times(8, { ...BROKEN, method: "POST", path: "/buy" })) };
  const { findings: [still] } = await diagnosis({ ...other, probe: [{}, {}, {}, {}, {}] });
  strictEqual(still?.severity, "critical", "another request proves nothing about POST /buy");
});

Deno.test("the lines of a probe in access logs are found by its request ids, traced or not", async () => {
  const id = "5f1c2a8e-0000-4000-8000-000000000000";
  const line = { ...BROKEN, requestId: id.replace("-4000-", "-a000-") };
  const parts = { objects: meshWith(), logs: logs([line]) };
  const of = await investigate(questionOf(parts), {
    ...inputOf({ ...parts, probe: [{ ...REFUSED, requestId: id }] }),
  });
  strictEqual(of.exchanges.length, 1);
  strictEqual(of.exchanges[0]?.probe?.requestId, id);
  strictEqual(of.exchanges[0]?.client?.isInferred, undefined);
});

Deno.test("counters that rose while a probe ran are in the report", async () => {
  const name = "cluster.outbound|80||web.shop.svc.cluster.local.upstream_rq_503";
  const stats = (count: number) => ({
    stats: [{ name, value: count }, { name: "http.admin.downstream_rq_2xx", value: count }],
  });
  const parts = { objects: meshWith() };
  const file = "proxies/client/sleep-1/stats.json";
  const input = inputOf({ ...parts, files: { [file]: stats(9) }, probe: [REFUSED] });
  const before = new Map([["proxies/client/sleep-1", new Map([[name, 4]])]]);
  const report = await diagnoseConnectivity(questionOf(parts), {
    ...input,
    probe: { ...input.probe!, before },
  });
  deepStrictEqual(report.probe?.counters, [{ source: file, name, rise: 5 }]);
});

Deno.test("a probe of what cannot be asked is wrong usage, before anything is read", async () => {
  const rows: [string, RegExp][] = [
    ["connectivity --probe --snapshot mesh.tar.gz --from a.b --to c.d", /recorded mesh/],
    ["connectivity --probe --from a.b", /without a source and a target/],
    ["connectivity --probe", /without a source and a target/],
    ["security --probe --from a.b --to c.d", /in diagnose security/],
  ];
  for (const [argv, message] of rows) {
    const { status, stdout, stderr } = await cli(`diagnose ${argv}`);
    deepStrictEqual([status, stdout], [2, ""], argv);
    match(stderr, message);
  }
});
