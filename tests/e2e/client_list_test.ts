import { deepStrictEqual, ok, rejects, strictEqual } from "node:assert/strict";
import {
  createUser,
  EVERYTHING,
  type Fault,
  FaultProxy,
  Testbed,
} from "../../scripts/testbed/mod.ts";
import {
  configMap,
  connectThrough,
  connectWith,
  LIVE,
  schema,
  signal,
  type TestClient,
} from "./cluster.ts";

const CONFIG_MAPS = 1200;
const CANARY = "canary-4711";

let bed: Testbed;
let proxy: FaultProxy;
let token: string;

Deno.test.beforeAll(async () => {
  bed = await Testbed.start({ meshCrds: true });
  proxy = await FaultProxy.start(bed.server);
  token = await createUser(bed.server, "reader", EVERYTHING);
  const { api } = bed.server;
  for (let i = 0; i < CONFIG_MAPS; i += 100) {
    const some = Array.from({ length: 100 }, (_, k) => configMap(`many-${i + k}`));
    await Promise.all(some.map((each) => api.put(each)));
  }
  const metadata = { name: "secret", namespace: "default", labels: { app: "x" } };
  await api.apply({ apiVersion: "v1", kind: "Secret", metadata, stringData: { password: CANARY } });
});
Deno.test.beforeEach(() => {
  proxy.fault = () => undefined;
  proxy.requests.length = 0;
});
Deno.test.afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  await bed?.[Symbol.asyncDispose]();
});

const client = () => connectThrough(proxy, token);

/** Lists the many objects and returns how many there are. */
async function count(kube: TestClient): Promise<number> {
  const { items, gap } = await kube.list(schema("ConfigMap"), { namespace: "default", signal });
  strictEqual(gap, undefined);
  return items.filter(({ metadata }) => metadata.name.startsWith("many-")).length;
}

/** A fault for the n-th list of the many objects, counted from 1. */
function onList(n: number, fault: Fault): void {
  let lists = 0;
  proxy.fault = ({ path }) => path.includes("/configmaps?") && ++lists === n ? fault : undefined;
}

Deno.test({
  ...LIVE,
  name: "a client lists page by page, every object once",
  async fn() {
    await using kube = await client();
    strictEqual(await count(kube), CONFIG_MAPS);
    strictEqual(proxy.count(/configmaps\?limit=500/), 3);
  },
});

const TROUBLE: [string, number, Fault][] = [
  ["starts again when its pages have expired", 2, { status: 410 }],
  ["waits as long as a busy server says", 1, { status: 429, headers: { "retry-after": "1" } }],
  ["tries again after an internal error", 3, { status: 500 }],
  ["tries again after an answer that stops half-way", 2, { cutAfterBytes: 20_000 }],
  ["waits for a slow server", 1, { delayMs: 3000 }],
];
for (const [what, n, fault] of TROUBLE) {
  Deno.test({
    ...LIVE,
    name: `a client ${what}`,
    async fn() {
      await using kube = await client();
      onList(n, fault);
      const start = performance.now();
      strictEqual(await count(kube), CONFIG_MAPS);
      if ("delayMs" in fault) ok(performance.now() - start >= fault.delayMs);
      else {strictEqual(
          proxy.count(/configmaps\?limit=500/),
          3 + ("status" in fault && fault.status === 410 ? 2 : 1),
        );}
      if ("headers" in fault) ok(performance.now() - start >= 1000);
    },
  });
}

Deno.test({
  ...LIVE,
  name: "a kind that cannot be listed is a gap, and the others are listed",
  async fn() {
    const rules = [{ apiGroups: [""], resources: ["configmaps", "pods"], verbs: ["list"] }];
    const poor = await createUser(bed.server, "poor", rules);
    await using kube = await connectWith(bed.server.kubeconfig({ token: poor }));
    const kinds = ["ConfigMap", "Service", "PodMetrics"] as const;
    const { objects, gaps } = await kube.listAll(kinds.map(schema), { signal });
    ok(objects.length >= CONFIG_MAPS);
    deepStrictEqual(gaps, [
      { what: "services", reason: "forbidden" },
      { what: "pods.metrics.k8s.io", reason: "not served" },
    ]);
  },
});

Deno.test({
  ...LIVE,
  name: "a server that only answers with errors gives a gap that says so",
  async fn() {
    await using kube = await client();
    proxy.fault = ({ path }) => path.includes("/services") ? { status: 500 } : undefined;
    const { gap } = await kube.list(schema("Service"), { signal });
    deepStrictEqual(gap, {
      what: "services",
      reason: "unreadable: the fault proxy says InternalError",
    });
  },
});

Deno.test({
  ...LIVE,
  name: "of Secrets only metadata is asked for and kept",
  async fn() {
    await using kube = await client();
    const { items } = await kube.list(schema("Secret"), { signal });
    const secret = items.find(({ metadata }) => metadata.name === "secret");
    deepStrictEqual(Object.keys(secret ?? {}), ["apiVersion", "kind", "metadata"]);
    strictEqual(secret?.kind, "Secret");
    deepStrictEqual(secret.metadata["labels"], { app: "x" });
    ok(!JSON.stringify(items).includes(CANARY) && !JSON.stringify(items).includes(btoa(CANARY)));
    for (const { headers, path } of proxy.requests.filter(({ path }) => path.includes("secrets"))) {
      ok(String(headers["accept"]).includes("as=PartialObjectMetadataList"), path);
    }
    const some = await kube.list(schema("Pod"), {
      metadataOnly: true,
      labelSelector: "a=b",
      signal,
    });
    deepStrictEqual(some.items, []);
  },
});

Deno.test({
  ...LIVE,
  name: "CustomResourceDefinitions are kept without their schemas, objects without managed fields",
  async fn() {
    await using kube = await client();
    const crds = await kube.list(schema("CustomResourceDefinition"), { signal });
    ok(crds.items.length > 20);
    ok(!JSON.stringify(crds.items).includes("openAPIV3Schema"));
    const { items } = await kube.list(schema("ConfigMap"), { namespace: "default", signal });
    ok(items.every(({ metadata }) => metadata["managedFields"] === undefined));
  },
});

Deno.test({
  ...LIVE,
  name: "a client waits for an API server that is killed and started again",
  async fn() {
    await using kube = await client();
    strictEqual(await count(kube), CONFIG_MAPS);
    await bed.server.kill();
    const counting = count(kube);
    await bed.server.restart();
    strictEqual(await counting, CONFIG_MAPS);
  },
});

Deno.test({
  ...LIVE,
  name: "an interrupted list ends at once with the reason of its signal",
  async fn() {
    await using kube = await client();
    await kube.version(signal);
    proxy.fault = () => ({ delayMs: 5000 });
    const interrupt = new AbortController();
    const reason = new Error("stop");
    setTimeout(() => interrupt.abort(reason), 100);
    const listing = kube.list(schema("ConfigMap"), { signal: interrupt.signal });
    await rejects(listing, (cause) => cause === reason);
  },
});
