import assert from "node:assert/strict";
import fc from "fast-check";
import { formatPath } from "../core/mod.ts";
import { KINDS } from "../mesh/gen/kinds.ts";
import type { Kind } from "../mesh/mod.ts";
import { loadSchemas } from "./mod.ts";

const catalog = await loadSchemas();

function violations(identifier: Kind, apiVersion: string, spec: unknown): string[] {
  const schema = catalog.get(identifier, apiVersion);
  assert.ok(schema);
  return schema.validate({ apiVersion, kind: identifier, metadata: { name: "x" }, spec })
    .map(({ path, kind, message }) => `${formatPath(path)} ${kind}: ${message}`);
}

function virtualService(spec: unknown): string[] {
  return violations("VirtualService", "networking.istio.io/v1", spec);
}

Deno.test("validate() accepts what the API server accepts", () => {
  const http = [{
    match: [{ uri: { prefix: "/" } }],
    route: [{ destination: { host: "reviews", port: { number: 80 } }, weight: 100 }],
    timeout: "1s",
  }];
  assert.deepEqual(virtualService({ hosts: ["reviews"], http }), []);
});

Deno.test("validate() suggests the field or the word that was meant", () => {
  const schema = catalog.get("DestinationRule", "networking.istio.io/v1")!;
  const spec = { host: "a", trafficPolciy: {}, trafficPolicy: { tls: { mode: "ISTIO_MUTAL" } } };
  const found = schema.validate({ metadata: {}, spec });
  assert.deepEqual(
    found.map(({ path, kind, suggestion }) => [formatPath(path), kind, suggestion]),
    [
      ["spec.trafficPolciy", "unknown-field", "trafficPolicy"],
      ["spec.trafficPolicy.tls.mode", "enum", "ISTIO_MUTUAL"],
    ],
  );
});

Deno.test("validate() rejects values of another type and null", () => {
  assert.deepEqual(virtualService({ hosts: "reviews", http: [null], gateways: [1], tcp: {} }), [
    "spec.hosts wrong-type: must be a list, not a string",
    "spec.http[0] wrong-type: must be an object, not null",
    "spec.gateways[0] wrong-type: must be a string, not 1",
    "spec.tcp wrong-type: must be a list, not an object",
  ]);
});

Deno.test("validate() rejects fields that exclude each other", () => {
  const match = [{ uri: { exact: "/", prefix: "/" } }];
  assert.deepEqual(virtualService({ hosts: ["a"], http: [{ match }] }), [
    "spec.http[0].match[0].uri one-of: only one of exact, prefix may be set",
  ]);
});

Deno.test("validate() runs the rules of the schema where their fields are sound", () => {
  const delay = (fixedDelay: unknown) =>
    virtualService({ http: [{ fault: { delay: { fixedDelay } } }] });
  assert.deepEqual(delay("0s"), [
    "spec.http[0].fault.delay.fixedDelay cel: must be a valid duration greater than 1ms",
  ]);
  assert.deepEqual(delay("soon"), [
    "spec.http[0].fault.delay.fixedDelay cel: must be a valid duration greater than 1ms",
  ]);
  assert.deepEqual(delay(5), [
    "spec.http[0].fault.delay.fixedDelay wrong-type: must be a string, not 5",
  ]);
});

Deno.test("validate() fills in defaults before rules look at them", () => {
  const route = (matches: unknown) =>
    violations("HTTPRoute", "gateway.networking.k8s.io/v1", {
      parentRefs: [{ name: "gateway" }],
      rules: [{ matches, backendRefs: [{ name: "reviews", port: 9080 }] }],
    });
  assert.deepEqual(route([{ path: { value: "/reviews" } }]), []);
  assert.deepEqual(route([{ path: { value: "reviews" } }]), [
    "spec.rules[0].matches[0].path cel: value must be an absolute path and start with '/' when type one of ['Exact', 'PathPrefix']",
  ]);
});

Deno.test("validate() reads null in Kubernetes' own kinds as absent", () => {
  const spec = { ports: [{ port: 80, name: null }], selector: null };
  assert.deepEqual(violations("Service", "v1", spec), []);
  assert.deepEqual(violations("Service", "v1", { ports: [{}], selektor: {} }), [
    "spec.ports[0].port required: is required",
    "spec.selektor unknown-field: is not a known field",
  ]);
});

Deno.test("a catalog has no schema for versions that nobody publishes", () => {
  assert.equal(catalog.get("PodDisruptionBudget", "policy/v1beta1"), undefined);
  assert.equal(catalog.get("VirtualService", "networking.istio.io/constructor"), undefined);
  assert.ok(catalog.get("VirtualService", "networking.istio.io/v1alpha3"));
});

Deno.test("validate() never throws, whatever the object", () => {
  const kinds = KINDS.flatMap(({ identifier, group, versions }) =>
    versions.map((version) => catalog.get(identifier, `${group}/${version}`) ?? [])
  ).flat();
  const field = fc.constantFrom("spec", "metadata", "rules", "http", "matches", "hosts", "ports");
  const { object } = fc.letrec<{ any: unknown; object: unknown }>((tie) => ({
    any: fc.oneof(fc.jsonValue({ maxDepth: 1 }), tie("object"), fc.array(tie("any"))),
    object: fc.dictionary(fc.oneof(field, fc.string()), tie("any")),
  }));
  fc.assert(fc.property(fc.constantFrom(...kinds), object, (schema, json) => {
    assert.ok(Array.isArray(schema.validate(json)));
  }));
});
