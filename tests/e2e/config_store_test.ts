import { deepStrictEqual, match, rejects, strictEqual } from "node:assert/strict";
import { type ConfigEvent, type Kind, Resource } from "../../lib/mesh/mod.ts";
import { realWorld } from "../../lib/io/mod.ts";
import { LiveConfigStore } from "../../lib/source/mod.ts";
import { createUser, EVERYTHING, FaultProxy, Testbed } from "../../scripts/testbed/mod.ts";
import { connectThrough, connectWith, LIVE, signal, type TestClient } from "./cluster.ts";

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
});
Deno.test.afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  await bed?.[Symbol.asyncDispose]();
});

const { clock } = realWorld();
const KINDS: readonly Kind[] = ["VirtualService", "ServiceEntry"];

async function namespace(name: string): Promise<string> {
  await bed.server.api.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name } });
  return name;
}

function route(namespace: string, name: string, host: string, resourceVersion?: string) {
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { namespace, name, ...(resourceVersion !== undefined && { resourceVersion }) },
    spec: { hosts: [host], http: [{ route: [{ destination: { host } }] }] },
  };
}

function resource(...parts: Parameters<typeof route>): Resource<"VirtualService"> {
  return new Resource("VirtualService", "", parts[0], route(...parts));
}

const hostOf = ({ object }: { readonly object: object }) =>
  (object as ReturnType<typeof route>).spec.hosts[0];

/** What a store tells, one event after the other. */
class Told {
  readonly #events: ConfigEvent[] = [];
  #wake = () => {};

  constructor(store: LiveConfigStore) {
    store.registerEventHandler("VirtualService", (event) => {
      this.#events.push(event);
      this.#wake();
    });
  }

  async next(): Promise<string> {
    while (this.#events.length === 0) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      await promise;
    }
    const event = this.#events.shift()!;
    const before = event.type === "update" ? ` was ${hostOf(event.previous)}` : "";
    return `${event.type} ${event.resource.name} ${hostOf(event.resource)}${before}`;
  }
}

async function open(kube: TestClient, namespace: string): Promise<LiveConfigStore> {
  return await LiveConfigStore.open(kube, { kinds: KINDS, namespace, clock, signal });
}

Deno.test({
  ...LIVE,
  name: "a store has what is there, and tells every change with what was before",
  async fn() {
    const own = await namespace("plain");
    await bed.server.api.apply(route(own, "a", "one"));
    await using kube = await connectThrough(proxy, token);
    await using store = await open(kube, own);
    const told = new Told(store);
    strictEqual(hostOf(store.get("VirtualService", "a", own)!), "one");
    await bed.server.api.apply(route(own, "a", "two"));
    strictEqual(await told.next(), "update a two was one");
    await bed.server.api.apply(route(own, "b", "three"));
    strictEqual(await told.next(), "create b three");
    await bed.server.api.delete(route(own, "a", "two"));
    strictEqual(await told.next(), "delete a two");
    deepStrictEqual(store.list("VirtualService").map(({ name }) => name), ["b"]);
    deepStrictEqual(store.mesh().list("VirtualService", own).length, 1);
  },
});

Deno.test({
  ...LIVE,
  name: "a cut connection loses no change and repeats none",
  async fn() {
    const own = await namespace("cut");
    await bed.server.api.apply(route(own, "a", "one"));
    await using kube = await connectThrough(proxy, token);
    await using store = await open(kube, own);
    const told = new Told(store);
    proxy.cutAll();
    await bed.server.api.apply(route(own, "a", "two"));
    strictEqual(await told.next(), "update a two was one");
    proxy.cutAll();
    await bed.server.api.apply(route(own, "b", "three"));
    strictEqual(await told.next(), "create b three");
  },
});

Deno.test({
  ...LIVE,
  name: "what the API server has forgotten is found out by listing anew",
  async fn() {
    const own = await namespace("forgotten");
    await bed.server.api.apply(route(own, "a", "one"));
    await bed.server.api.apply(route(own, "b", "one"));
    await bed.server.api.apply(route(own, "c", "one"));
    await using kube = await connectThrough(proxy, token);
    await using store = await open(kube, own);
    const told = new Told(store);
    proxy.fault = ({ path }) => path.includes("watch=1") ? { status: 503 } : undefined;
    proxy.cutAll();
    await bed.server.api.delete(route(own, "a", "one"));
    await bed.server.api.apply(route(own, "b", "two"));
    await bed.server.api.apply(route(own, "d", "one"));
    let expired = 0;
    proxy.fault = ({ path }) =>
      path.includes("watch=1") && expired++ < KINDS.length ? { status: 410 } : undefined;
    const events = [await told.next(), await told.next(), await told.next()];
    deepStrictEqual(events, ["delete a one", "update b two was one", "create d one"]);
    strictEqual(hostOf(store.get("VirtualService", "c", own)!), "one");
  },
});

Deno.test({
  ...LIVE,
  name: "what is created, updated and deleted through a store shows in it",
  async fn() {
    const own = await namespace("written");
    await using kube = await connectThrough(proxy, token);
    await using store = await open(kube, own);
    const told = new Told(store);
    await store.create(resource(own, "a", "tried"), { dryRun: true });
    await store.create(resource(own, "a", "one"));
    strictEqual(await told.next(), "create a one");
    const known = store.get("VirtualService", "a", own)!;
    await store.update(resource(own, "a", "two", known.object.metadata.resourceVersion!), {
      force: true,
    });
    strictEqual(await told.next(), "update a two was one");
    strictEqual(await store.delete("VirtualService", "a", own), true);
    strictEqual(await told.next(), "delete a two");
    strictEqual(await store.delete("VirtualService", "a", own), false);
  },
});

Deno.test({
  ...LIVE,
  name: "a write that would undo what another one did is a conflict",
  async fn() {
    const own = await namespace("conflict");
    await bed.server.api.apply(route(own, "a", "theirs"));
    await using kube = await connectThrough(proxy, token);
    await using store = await open(kube, own);
    const told = new Told(store);
    const CONFLICT = { code: "CLUSTER_CONFLICT" };
    await rejects(store.create(resource(own, "a", "ours")), CONFLICT);
    await rejects(store.update(resource(own, "a", "ours")), CONFLICT);
    const read = store.get("VirtualService", "a", own)!.object.metadata.resourceVersion!;
    await bed.server.api.apply(route(own, "a", "newer"));
    strictEqual(await told.next(), "update a newer was theirs");
    const stale = resource(own, "a", "ours", read);
    await rejects(store.update(stale, { force: true }), (cause) => {
      match(String(cause), /Cannot apply VirtualService conflict\/a: .*modified/);
      return true;
    });
    await store.update(resource(own, "a", "ours"), { force: true });
    strictEqual(await told.next(), "update a ours was newer");
  },
});

Deno.test({
  ...LIVE,
  name: "a handler that throws ends nothing, and a closed store tells nothing more",
  async fn() {
    const own = await namespace("closed");
    await using kube = await connectThrough(proxy, token);
    const failures: unknown[] = [];
    const store = await LiveConfigStore.open(kube, {
      kinds: KINDS,
      namespace: own,
      clock,
      signal,
      onFailure: (_, cause) => failures.push(cause),
    });
    store.registerEventHandler("VirtualService", () => {
      throw new Error("oops");
    });
    const told = new Told(store);
    await bed.server.api.apply(route(own, "a", "one"));
    strictEqual(await told.next(), "create a one");
    match(String(failures[0]), /oops/);
    await store.close();
    await bed.server.api.apply(route(own, "a", "two"));
    strictEqual(hostOf(store.get("VirtualService", "a", own)!), "one");
  },
});

Deno.test({
  ...LIVE,
  name: "a kind that may not be listed keeps a store from opening",
  async fn() {
    const rules = [{
      apiGroups: ["networking.istio.io"],
      resources: ["serviceentries"],
      verbs: ["list", "watch"],
    }];
    const poor = await createUser(bed.server, "poor-store", rules);
    await using kube = await connectWith(bed.server.kubeconfig({ token: poor }));
    const opening = LiveConfigStore.open(kube, { kinds: KINDS, clock, signal });
    await rejects(opening, (cause) => {
      match(String(cause), /Cannot watch virtualservices\.networking\.istio\.io .*forbidden/);
      return true;
    });
  },
});
