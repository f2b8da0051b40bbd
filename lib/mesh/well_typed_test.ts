import assert from "node:assert/strict";
import fc from "fast-check";
import { KINDS } from "./gen/kinds.ts";
import { wellTyped } from "./well_typed.ts";

const HEAD = { apiVersion: "networking.istio.io/v1", kind: "VirtualService" };

Deno.test("wellTyped() returns the object itself where every field has its type", () => {
  const object = {
    ...HEAD,
    metadata: { name: "reviews", labels: { app: "reviews" }, unheardOf: 1 },
    spec: { hosts: ["reviews"], http: [{ route: [{ destination: { host: "reviews" } }] }] },
  };
  assert.equal(wellTyped("VirtualService", object), object);
});

Deno.test("wellTyped() leaves out fields, map entries and nulls of another type", () => {
  const object = {
    ...HEAD,
    metadata: { name: 7, labels: { app: "reviews", version: 1 } },
    spec: { hosts: "reviews", http: null, exportTo: ["."], gateways: {} },
    extra: null,
  };
  assert.deepEqual(wellTyped("VirtualService", object), {
    ...HEAD,
    metadata: { labels: { app: "reviews" } },
    spec: { exportTo: ["."] },
    extra: null,
  });
});

Deno.test("wellTyped() puts an empty item in the place of a wrong one, so that indexes stay", () => {
  const http = ["oops", { route: [null, { weight: 5 }] }];
  const { spec } = wellTyped("VirtualService", {
    ...HEAD,
    metadata: {},
    spec: { hosts: [1, "reviews"], http },
  });
  assert.deepEqual(spec, { hosts: ["", "reviews"], http: [{}, { route: [{}, { weight: 5 }] }] });
});

Deno.test("wellTyped() reads numbers and strings where Kubernetes accepts both", () => {
  const object = {
    apiVersion: "v1",
    kind: "Service",
    metadata: {},
    spec: { ports: [{ targetPort: "http" }, { targetPort: 80 }, { targetPort: true }] },
  };
  assert.deepEqual(wellTyped("Service", object).spec?.ports, [
    { targetPort: "http" },
    { targetPort: 80 },
    {},
  ]);
});

Deno.test("wellTyped() gives every resource the fields that all resources have", () => {
  assert.deepEqual(wellTyped("Pod", { metadata: "none" }), {
    apiVersion: "",
    kind: "",
    metadata: {},
  });
  assert.deepEqual(wellTyped("MeshConfig", { trustDomain: 1 }), {});
});

Deno.test("wellTyped() changes nothing the second time, whatever the object", () => {
  const identifier = fc.constantFrom(...KINDS.map((kind) => kind.identifier));
  const field = fc.constantFrom("spec", "metadata", "status", "labels", "http", "tls", "ports");
  const json = fc.letrec<{ any: unknown; object: Record<string, unknown> }>((tie) => ({
    any: fc.oneof(fc.jsonValue({ maxDepth: 1 }), tie("object"), fc.array(tie("any"))),
    object: fc.dictionary(fc.oneof(field, fc.string()), tie("any")),
  })).object;
  fc.assert(fc.property(identifier, json, (kind, object) => {
    const once = { ...wellTyped(kind, object) };
    assert.equal(wellTyped(kind, once), once);
  }));
});
