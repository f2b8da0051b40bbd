import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import { Failure } from "../../lib/core/mod.ts";
import type { WatchEvent } from "../../lib/client/mod.ts";
import {
  createUser,
  EVERYTHING,
  FaultProxy,
  type KubeObject,
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

let bed: Testbed;
let proxy: FaultProxy;
let token: string;

Deno.test.beforeAll(async () => {
  bed = await Testbed.start({ meshCrds: true });
  proxy = await FaultProxy.start(bed.server);
  token = await createUser(bed.server, "editor", EVERYTHING);
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

/** Watches the ConfigMaps with a label of their own, and tells events as `type name value`. */
class Watcher implements AsyncDisposable {
  readonly #end = new AbortController();
  readonly #events: AsyncGenerator<WatchEvent, never>;

  constructor(kube: TestClient, readonly label: string) {
    const labelSelector = `test=${label}`;
    const options = { namespace: "default", labelSelector, signal: this.#end.signal };
    this.#events = kube.watch(schema("ConfigMap"), options);
  }

  async next(): Promise<string> {
    const { value: event } = await this.#events.next();
    if (event.type !== "listed") return `${event.type} ${told(event.object)}`;
    return `listed ${event.items.map(told).sort().join(", ")}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const last = this.#events.next();
    this.#end.abort();
    await rejects(last);
  }
}

function told({ metadata, ...rest }: { metadata: { name: string } } & object): string {
  return `${metadata.name} ${(rest as { data?: { value?: string } }).data?.value}`;
}

async function put(name: string, label: string, value: string): Promise<void> {
  const plain = configMap(name, { value });
  const metadata = { ...plain.metadata, labels: { test: label } };
  await bed.server.api.apply({ ...plain, metadata });
}

Deno.test({
  ...LIVE,
  name: "a watch lists what is there and tells every change",
  async fn() {
    await put("a", "plain", "1");
    await using kube = await client();
    await using watcher = new Watcher(kube, "plain");
    strictEqual(await watcher.next(), "listed a 1");
    await put("b", "plain", "1");
    strictEqual(await watcher.next(), "changed b 1");
    await put("a", "plain", "2");
    strictEqual(await watcher.next(), "changed a 2");
    await bed.server.api.delete(configMap("b"));
    strictEqual(await watcher.next(), "deleted b 1");
  },
});

Deno.test({
  ...LIVE,
  name: "a watch goes on where it was when its connection is cut",
  async fn() {
    await put("c", "cut", "1");
    await using kube = await client();
    await using watcher = new Watcher(kube, "cut");
    strictEqual(await watcher.next(), "listed c 1");
    await put("c", "cut", "2");
    strictEqual(await watcher.next(), "changed c 2");
    proxy.cutAll();
    await put("c", "cut", "3");
    strictEqual(await watcher.next(), "changed c 3");
    strictEqual(proxy.count(/configmaps\?limit/), 1, "it did not list again");
  },
});

Deno.test({
  ...LIVE,
  name: "a watch lists again when the server has forgotten what came after",
  async fn() {
    await put("d", "gone", "1");
    await using kube = await client();
    await using watcher = new Watcher(kube, "gone");
    strictEqual(await watcher.next(), "listed d 1");
    await put("d", "gone", "2");
    strictEqual(await watcher.next(), "changed d 2");
    let refusals = 0;
    proxy.fault = ({ path }) =>
      path.includes("watch=1") && refusals++ === 0 ? { status: 410 } : undefined;
    proxy.cutAll();
    await put("d", "gone", "3");
    strictEqual(await watcher.next(), "listed d 3");
    await put("d", "gone", "4");
    strictEqual(await watcher.next(), "changed d 4");
  },
});

Deno.test({
  ...LIVE,
  name: "a watch outlives a restart of the API server",
  async fn() {
    await put("e", "restart", "1");
    await using kube = await client();
    await using watcher = new Watcher(kube, "restart");
    strictEqual(await watcher.next(), "listed e 1");
    await bed.server.kill();
    await bed.server.restart();
    await put("e", "restart", "2");
    match(await watcher.next(), /(changed|listed) e 2/);
  },
});

Deno.test({
  ...LIVE,
  name: "a kind that may not be listed cannot be watched",
  async fn() {
    const rules = [{ apiGroups: [""], resources: ["pods"], verbs: ["list"] }];
    const poor = await createUser(bed.server, "poor-watcher", rules);
    await using kube = await connectWith(bed.server.kubeconfig({ token: poor }));
    const events = kube.watch(schema("Service"), { signal });
    await rejects(events.next(), {
      code: "CLUSTER_REFUSED",
      message: 'Cannot watch services of cluster "testbed": forbidden',
    });
  },
});

const virtualService = (host: string) => ({
  apiVersion: "networking.istio.io/v1",
  kind: "VirtualService",
  metadata: { name: "reviews", namespace: "default" },
  spec: { hosts: [host], http: [{ route: [{ destination: { host } }] }] },
});

const hostsOf = (object: object | undefined) =>
  (object as { spec: { hosts: string[] } } | undefined)?.spec.hosts;

Deno.test({
  ...LIVE,
  name: "an object is applied, read and deleted; a dry run keeps nothing",
  async fn() {
    await using kube = await client();
    const kind = schema("VirtualService");
    const name = virtualService("a").metadata;
    const tried = await kube.apply(virtualService("a"), { dryRun: true, signal });
    deepStrictEqual(hostsOf(tried), ["a"]);
    strictEqual(await kube.get(kind, name, signal), undefined);
    await kube.apply(virtualService("a"), { signal });
    await kube.apply(virtualService("b"), { signal });
    deepStrictEqual(hostsOf(await kube.get(kind, name, signal)), ["b"]);
    strictEqual(await kube.delete(kind, name, { dryRun: true, signal }), true);
    strictEqual(await kube.delete(kind, name, { signal }), true);
    strictEqual(await kube.delete(kind, name, { signal }), false);
  },
});

Deno.test({
  ...LIVE,
  name: "a field of another manager is only taken over by force",
  async fn() {
    await using kube = await client();
    await bed.server.api.apply(virtualService("theirs") as KubeObject);
    await rejects(kube.apply(virtualService("ours"), { signal }), (cause) => {
      ok(cause instanceof Failure);
      strictEqual(cause.code, "CLUSTER_CONFLICT");
      match(cause.message, /^Cannot apply VirtualService default\/reviews: .*conflict.*testbed/);
      ok(cause.hint !== undefined);
      return true;
    });
    const forced = await kube.apply(virtualService("ours"), { force: true, signal });
    deepStrictEqual(hostsOf(forced), ["ours"]);
  },
});

Deno.test({
  ...LIVE,
  name: "an object that the API server finds invalid is refused with its reason",
  async fn() {
    await using kube = await client();
    const route = { destination: { host: "x" }, weight: "half" };
    const broken = { ...virtualService("x"), spec: { hosts: ["x"], http: [{ route: [route] }] } };
    await rejects(kube.apply(broken, { dryRun: true, signal }), (cause) => {
      ok(cause instanceof Failure);
      match(cause.message, /^Cannot apply VirtualService default\/reviews: .*weight/);
      return true;
    });
    const unknown = { apiVersion: "example.com/v1", kind: "Odd", metadata: { name: "x" } };
    await rejects(kube.apply(unknown, { signal }), /unknown kind/);
  },
});
