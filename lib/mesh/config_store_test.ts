import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { type ConfigEvent, ConfigStore } from "./config_store.ts";
import { Resource } from "./resource.ts";

function service(name: string, namespace = "shop", port = 80): Resource<"Service"> {
  return new Resource("Service", "", namespace, {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name, namespace },
    spec: { ports: [{ port }] },
  });
}

Deno.test("ConfigStore finds, lists by namespace, and lists in one order", () => {
  const store = new ConfigStore([service("b"), service("a", "other"), service("a")]);
  strictEqual(store.get("Service", "a", "shop")?.namespace, "shop");
  strictEqual(store.get("Service", "a", "nowhere"), undefined);
  deepStrictEqual(store.list("Service").map((s) => `${s.namespace}/${s.name}`), [
    "other/a",
    "shop/a",
    "shop/b",
  ]);
  deepStrictEqual(store.list("Service", "shop").map((s) => s.name), ["a", "b"]);
  deepStrictEqual(store.list("Pod"), []);
});

Deno.test("ConfigStore tells handlers of a kind what changed, until they leave", () => {
  const store = new ConfigStore();
  const seen: string[] = [];
  const tell = (event: ConfigEvent) => seen.push(`${event.type} ${event.resource.name}`);
  const leave = store.registerEventHandler("Service", tell);
  store.registerEventHandler("Pod", () => seen.push("a pod?"));
  store.create(service("a"));
  store.update(service("a", "shop", 81));
  store.delete("Service", "a", "shop");
  leave();
  store.create(service("b"));
  deepStrictEqual(seen, ["create a", "update a", "delete a"]);
});

Deno.test("ConfigStore refuses to create twice, and to update or delete what is not there", () => {
  const store = new ConfigStore([service("a")]);
  throws(() => store.create(service("a")), /Service shop\/a is already there/);
  throws(() => store.update(service("b")), /Service shop\/b is not there/);
  throws(() => store.delete("Service", "b", "shop"), /Service shop\/b is not there/);
  strictEqual(store.list("Service").length, 1);
});

Deno.test("ConfigStore.mesh() does not see later changes", () => {
  const store = new ConfigStore([service("a")]);
  const mesh = store.mesh();
  store.create(service("b"));
  strictEqual(mesh.list("Service").length, 1);
});

Deno.test("ConfigStore holds what a plain map would hold after any changes", () => {
  const step = fc.record({
    change: fc.constantFrom("create", "update", "delete"),
    name: fc.constantFrom("a", "b", "c"),
    port: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(fc.property(fc.array(step), (steps) => {
    const store = new ConfigStore();
    const plain = new Map<string, number>();
    for (const { change, name, port } of steps) {
      if (change === "create" && !plain.has(name)) {
        store.create(service(name, "shop", port));
        plain.set(name, port);
      } else if (change === "update" && plain.has(name)) {
        store.update(service(name, "shop", port));
        plain.set(name, port);
      } else if (change === "delete" && plain.has(name)) {
        store.delete("Service", name, "shop");
        plain.delete(name);
      }
    }
    deepStrictEqual(
      store.list("Service").map(({ name, spec }) => [name, spec.ports?.[0]?.port]),
      [...plain].sort(),
    );
  }));
});
