import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { openSnapshot } from "../../lib/source/mod.ts";
import { realWorld } from "../../lib/io/mod.ts";
import {
  createUser,
  expiredToken,
  FaultProxy,
  type KubeObject,
  lacks,
  replay,
  startEnvoy,
  startPrometheus,
  Testbed,
  userName,
} from "../../scripts/testbed/mod.ts";

// The parts are started by hooks, outside of what a single test would be blamed for.
const options = { sanitizeOps: false, sanitizeResources: false };
let bed: Testbed;

Deno.test.beforeAll(async () => {
  bed = await Testbed.start({ meshCrds: true });
});
Deno.test.afterAll(async () => {
  await bed?.[Symbol.asyncDispose]();
});

const pod = (name: string) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, namespace: "default" },
  spec: { nodeName: "node-0", containers: [{ name: "istio-proxy", image: "proxyv2" }] },
});

/** One HTTP request over a port-forward: channel 0 is the data of the first port, channel 1 its errors. */
async function getThroughPod(name: string, port: number, path: string): Promise<string> {
  const { url, authority, admin } = bed.server;
  const client = Deno.createHttpClient({ caCerts: [authority.cert], ...admin });
  const forward = `${url}/api/v1/namespaces/default/pods/${name}/portforward?ports=${port}`;
  const socket = new WebSocket(forward.replace("https", "wss"), {
    protocols: ["v4.channel.k8s.io"],
    client,
  });
  socket.binaryType = "arraybuffer";
  const { promise: text, resolve, reject } = Promise.withResolvers<string>();
  let received = "";
  socket.onopen = () => {
    const request = `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`;
    socket.send(new Uint8Array([0, ...new TextEncoder().encode(request)]));
  };
  socket.onmessage = ({ data }) => {
    const bytes = new Uint8Array(data);
    if (bytes[0] === 0) received += new TextDecoder().decode(bytes.subarray(1));
    // Envoy answers in chunks; the last one is empty. The connection stays open.
    if (received.endsWith("\r\n0\r\n\r\n")) resolve(received);
  };
  socket.onerror = () => reject(new Error("the port-forward failed"));
  try {
    return await text;
  } finally {
    socket.close();
    client.close();
  }
}

Deno.test({
  ...options,
  name: "the test bed's API server answers and knows the kinds of the mesh",
  async fn() {
    const { body } = await bed.server.api.send("GET", "/version");
    match(body.gitVersion, /^v1\.35\./);
    const { status } = await bed.server.api.send(
      "GET",
      "/apis/networking.istio.io/v1/virtualservices",
    );
    strictEqual(status, 200);
  },
});

Deno.test({
  ...options,
  name: "a pod of the test bed becomes Ready and a port-forward reaches a real Envoy behind it",
  ignore: lacks("envoy"),
  async fn() {
    await bed.server.api.apply(pod("with-envoy"));
    await bed.kwok.untilReady(pod("with-envoy"));
    await using envoy = await startEnvoy({
      folder: bed.folder,
      node: { id: "sidecar~10.0.0.1~with-envoy.default~x", cluster: "with-envoy.default" },
    });
    await bed.kwok.forward("default", "with-envoy", 15000, envoy.adminPort);
    const answer = await getThroughPod("with-envoy", 15000, "/server_info");
    match(answer, /"state": "LIVE"/);
    match(answer, /sidecar~10\.0\.0\.1~with-envoy\.default~x/);
  },
});

Deno.test({
  ...options,
  name: "the test bed's users have the rights that they were given, and an expired token has none",
  async fn() {
    const rules = [{ apiGroups: [""], resources: ["pods"], verbs: ["list"] }];
    const token = await createUser(bed.server, "reader", rules);
    await using proxy = await FaultProxy.start(bed.server);
    const client = Deno.createHttpClient({ caCerts: [bed.server.authority.cert] });
    const status = async (bearer: string, kind: string) => {
      const headers = { authorization: `Bearer ${bearer}` };
      const response = await fetch(`${proxy.url}/api/v1/${kind}`, { client, headers });
      await response.body?.cancel();
      return response.status;
    };
    strictEqual(await status(token, "pods"), 200);
    strictEqual(await status(token, "secrets"), 403);
    strictEqual(await status(await expiredToken(bed.server), "pods"), 401);
    proxy.fault = ({ path }) => path === "/api/v1/nodes" ? { status: 429 } : undefined;
    strictEqual(await status(token, "nodes"), 429);
    strictEqual(proxy.count(/pods/), 2);
    client.close();
    const audited = await bed.server.audit(userName("reader"));
    deepStrictEqual(audited.map(({ uri, status }) => [uri, status]), [
      ["/api/v1/pods", 200],
      ["/api/v1/secrets", 403],
    ]);
  },
});

Deno.test({
  ...options,
  name: "the test bed takes every object of a recorded mesh, with its status",
  async fn() {
    const file = new URL("../../examples/missing-subset.tar.gz", import.meta.url).pathname;
    const { signal } = new AbortController();
    const { resources } = await openSnapshot(file, { world: realWorld(), signal });
    const recorded = resources.map(({ written }) => written as KubeObject);
    const { kubeletPort } = bed.kwok;
    const { applied, refused } = await replay(bed.server.api, recorded, { kubeletPort });
    deepStrictEqual(refused, []);
    ok(applied > 50, `${applied} objects`);
    const pods = resources.filter(({ identifier }) => identifier === "Pod");
    const { body } = await bed.server.api.send("GET", "/api/v1/pods");
    const replayed = (body.items as KubeObject[]).map(({ metadata, status }) =>
      JSON.stringify([metadata.name, (status as { podIP?: string }).podIP])
    );
    for (const { name, written } of pods) {
      const { podIP } = (written as { status: { podIP?: string } }).status;
      ok(replayed.includes(JSON.stringify([name, podIP])), `${name} ${podIP}`);
    }
  },
});

Deno.test({
  ...options,
  name: "the test bed's Prometheus scrapes a real Envoy",
  ignore: lacks("envoy") || lacks("prometheus"),
  async fn() {
    await using envoy = await startEnvoy({
      folder: bed.folder,
      node: { id: "x", cluster: "x" },
    });
    await using prometheus = await startPrometheus(bed.folder, [`127.0.0.1:${envoy.adminPort}`]);
    const query = async () => {
      const response = await fetch(`${prometheus.url}/api/v1/query?query=envoy_server_live`);
      return (await response.json()).data.result;
    };
    let result = await query();
    for (let attempt = 0; result.length === 0 && attempt < 100; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      result = await query();
    }
    strictEqual(result[0]?.value[1], "1");
  },
});

Deno.test({
  ...options,
  name: "the test bed leaves no process behind when its owner is killed",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const script = `
      import { Testbed } from "${new URL("../../scripts/testbed/mod.ts", import.meta.url)}";
      const bed = await Testbed.start();
      console.log(bed.folder);
      await new Promise(() => setInterval(() => undefined, 1000));
    `;
    const file = await Deno.makeTempFile({ dir: bed.folder, suffix: ".ts" });
    await Deno.writeTextFile(file, script);
    const config = new URL("../../deno.json", import.meta.url).pathname;
    const owner = new Deno.Command("deno", {
      args: ["run", "--allow-all", "--config", config, file],
      stdout: "piped",
    }).spawn();
    const reader = owner.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const folder = (await reader.read()).value?.trim() ?? "";
    const running = async () => {
      const { stdout } = await new Deno.Command("ps", { args: ["-eo", "args"] }).output();
      return new TextDecoder().decode(stdout).split("\n").filter((line) => line.includes(folder));
    };
    ok((await running()).length >= 4, "etcd, API server, controller manager and kwok run");
    owner.kill("SIGKILL");
    await owner.status;
    await reader.cancel();
    for (let attempt = 0; (await running()).length > 0 && attempt < 50; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    deepStrictEqual(await running(), []);
  },
});
