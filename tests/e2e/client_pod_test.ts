import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import { PodRefusal } from "../../lib/client/mod.ts";
import { ProxyLogLevels } from "../../lib/source/mod.ts";
import {
  createUser,
  type Envoy,
  EVERYTHING,
  lacks,
  startEnvoy,
  Testbed,
} from "../../scripts/testbed/mod.ts";
import { connectWith, LIVE, signal, type TestClient } from "./cluster.ts";

const POD = { namespace: "default", name: "app" };
let bed: Testbed;
let envoy: Envoy;
let kube: TestClient;

Deno.test.beforeAll(async () => {
  bed = await Testbed.start();
  const containers = [{ name: "istio-proxy", image: "proxyv2" }];
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: POD,
    spec: { nodeName: "node-0", containers },
  };
  await bed.server.api.apply(pod);
  await bed.kwok.untilReady(pod);
  const token = await createUser(bed.server, "operator", EVERYTHING);
  kube = await connectWith(bed.server.kubeconfig({ token }));
  if (lacks("envoy")) return;
  envoy = await startEnvoy({ folder: bed.folder, node: { id: "app", cluster: "app" } });
  await bed.kwok.forward(POD.namespace, POD.name, 15000, envoy.adminPort);
});
Deno.test.afterAll(async () => {
  await kube?.close();
  await envoy?.[Symbol.asyncDispose]();
  await bed?.[Symbol.asyncDispose]();
});

Deno.test({
  ...LIVE,
  name: "podHttp() reads a real Envoy's admin interface, large answers too",
  ignore: lacks("envoy"),
  async fn() {
    const { status, text } = await kube.podHttp(
      POD,
      15000,
      { method: "GET", path: "/config_dump" },
      signal,
    );
    strictEqual(status, 200);
    strictEqual(JSON.parse(text).configs[0].bootstrap.node.id, "app");
    const answers = await Promise.all(
      ["/server_info", "/stats?format=json", "/nothing"].map((path) =>
        kube.podHttp(POD, 15000, { method: "GET", path }, signal)
      ),
    );
    deepStrictEqual(answers.map((answer) => answer.status), [200, 200, 404]);
  },
});

Deno.test({
  ...LIVE,
  name: "a real Envoy says how much it logs, and changes that",
  ignore: lacks("envoy"),
  async fn() {
    const levels = new ProxyLogLevels(kube, POD);
    const before = await levels.read(signal);
    ok(before.size > 20);
    const loggers = new Map([["rbac", "debug"], ["jwt", "trace"]] as const);
    const after = await levels.change({ all: "error", loggers }, signal);
    deepStrictEqual([after.get("rbac"), after.get("jwt"), after.get("admin")], [
      "debug",
      "trace",
      "error",
    ]);
    const back = await levels.change({ loggers: before }, signal);
    deepStrictEqual(back, before);
    await rejects(levels.change({ loggers: new Map([["rback", "debug"]]) }, signal), {
      message: 'Envoy has no logger "rback"',
    });
  },
});

Deno.test({
  ...LIVE,
  name: "podHttp() says why a pod cannot be asked",
  async fn() {
    const reasons: [typeof POD, number, number, RegExp][] = [
      [POD, 15999, 0, /15999/],
      [{ namespace: "default", name: "nobody" }, 15000, 404, /no such pod/],
    ];
    for (const [pod, port, status, message] of reasons) {
      await rejects(kube.podHttp(pod, port, { method: "GET", path: "/" }, signal), (cause) => {
        strictEqual(cause instanceof PodRefusal && cause.status, status);
        match((cause as Error).message, message);
        return true;
      });
    }
    const rules = [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] }];
    const token = await createUser(bed.server, "onlooker", rules);
    await using onlooker = await connectWith(bed.server.kubeconfig({ token }));
    await rejects(onlooker.podHttp(POD, 15000, { method: "GET", path: "/" }, signal), {
      status: 403,
    });
    await rejects(onlooker.podExec(POD, "istio-proxy", ["true"], { signal }), { status: 403 });
    await rejects(onlooker.podLog(POD, { signal }), { status: 403 });
  },
});

Deno.test({
  ...LIVE,
  name: "podHttp() ends when it is interrupted",
  async fn() {
    using silent = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    await bed.kwok.forward(POD.namespace, POD.name, 15021, silent.addr.port);
    const interrupt = new AbortController();
    const reason = new Error("stop");
    setTimeout(() => interrupt.abort(reason), 300);
    const asking = kube.podHttp(POD, 15021, { method: "GET", path: "/" }, interrupt.signal);
    await rejects(asking, (cause) => cause === reason);
  },
});

Deno.test({
  ...LIVE,
  name: "podExec() runs a command and gives its output",
  async fn() {
    await bed.kwok.allowExec(POD.namespace, POD.name, "istio-proxy");
    const run = (command: string) =>
      kube.podExec(POD, "istio-proxy", ["sh", "-c", command], { signal });
    deepStrictEqual(await run("echo out; echo err >&2"), {
      exitCode: 0,
      stdout: "out\n",
      stderr: "err\n",
    });
    await rejects(run("exit 3"), /exit status 3/, "kwok's kubelet calls this an internal error");
    await rejects(kube.podExec(POD, "other", ["true"], { signal }), PodRefusal);
  },
});

Deno.test({
  ...LIVE,
  name: "podLog() reads the end of a log",
  async fn() {
    const file = `${bed.folder}/app.log`;
    const lines = ["first", "second", "third"].map((text, i) =>
      `2026-01-01T00:00:0${i}.000000000Z stdout F ${text}\n`
    );
    await Deno.writeTextFile(file, lines.join(""));
    await bed.kwok.serveLog(POD.namespace, POD.name, "istio-proxy", file);
    const container = "istio-proxy";
    strictEqual(await kube.podLog(POD, { container, signal }), "first\nsecond\nthird\n");
    strictEqual(await kube.podLog(POD, { container, tailLines: 1, signal }), "third\n");
    strictEqual(await kube.podLog(POD, { container, limitBytes: 8, signal }), "first\nse");
  },
});
