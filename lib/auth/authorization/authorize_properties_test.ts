import assert from "node:assert/strict";
import fc from "fast-check";
import { CART, policy, REQUEST, WEB } from "../../../tests/authorization.ts";
import { resourcesOf } from "../../../tests/mesh_of.ts";
import { type AnyResource, Mesh } from "../../mesh/mod.ts";
import { type AccessDecision, type AccessRequest, authorize, policiesFor } from "../mod.ts";

const WORDS = ["shop", "other", "GET", "POST", "/items/*", "*", "10.0.0.0/8", "8080", CART, "x"];
const values = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 });
const source = fc.record({
  principals: values,
  notPrincipals: values,
  namespaces: values,
  ipBlocks: values,
}, { requiredKeys: [] });
const operation = fc.record({ methods: values, notPaths: values, paths: values, ports: values }, {
  requiredKeys: [],
});
const ruleOf = fc.record({
  from: fc.array(fc.record({ source }), { maxLength: 2 }),
  to: fc.array(fc.record({ operation }), { maxLength: 2 }),
}, { requiredKeys: [] });
const specOf = fc.record({
  action: fc.constantFrom("ALLOW", "DENY"),
  rules: fc.array(ruleOf, { maxLength: 2 }),
});
const requestOf = fc.record({
  isHttp: fc.boolean(),
  port: fc.constantFrom(8080, 80),
  method: fc.constantFrom("GET", "POST"),
  path: fc.constant("/items/1"),
  source: fc.constantFrom({ isMtls: false }, {}, REQUEST.source),
});

function policiesOf(specs: readonly unknown[]): AnyResource[] {
  return specs.flatMap((spec, i) => resourcesOf(policy(JSON.stringify(spec), { name: `p${i}` })));
}

function decisionOf(resources: readonly AnyResource[], request: AccessRequest): AccessDecision {
  return authorize(policiesFor(new Mesh(resources), WEB), request);
}

Deno.test("authorize() does not depend on the order of policies", () => {
  fc.assert(fc.property(fc.array(specOf, { maxLength: 4 }), requestOf, (specs, request) => {
    const resources = policiesOf(specs);
    const { decision, by, unknowns } = decisionOf(resources, request);
    const other = decisionOf(resources.toReversed(), request);
    assert.deepEqual(
      [other.decision, other.by?.policy.name, other.by?.ruleIndex, other.unknowns],
      [decision, by?.policy.name, by?.ruleIndex, unknowns],
    );
  }));
});

Deno.test("authorize() never allows more with one more DENY policy", () => {
  fc.assert(
    fc.property(fc.array(specOf, { maxLength: 3 }), specOf, requestOf, (specs, more, request) => {
      const before = decisionOf(policiesOf(specs), request).decision;
      const after =
        decisionOf(policiesOf([...specs, { ...more, action: "DENY" }]), request).decision;
      const openness = ["deny", "unknown", "allow"];
      assert.ok(openness.indexOf(after) <= openness.indexOf(before), `${before} → ${after}`);
    }),
  );
});

Deno.test("authorize() never denies more with one more ALLOW policy where there is one", () => {
  fc.assert(
    fc.property(fc.array(specOf, { maxLength: 3 }), specOf, requestOf, (specs, more, request) => {
      const some = [...specs, { action: "ALLOW", rules: [] }];
      const before = decisionOf(policiesOf(some), request).decision;
      const after =
        decisionOf(policiesOf([...some, { ...more, action: "ALLOW" }]), request).decision;
      const openness = ["deny", "unknown", "allow"];
      assert.ok(openness.indexOf(after) >= openness.indexOf(before), `${before} → ${after}`);
    }),
  );
});

Deno.test("authorize() keeps its decision when more becomes known", () => {
  fc.assert(fc.property(fc.array(specOf, { maxLength: 3 }), requestOf, (specs, request) => {
    const resources = policiesOf(specs);
    const vague = decisionOf(resources, { source: {}, isHttp: request.isHttp }).decision;
    const exact = decisionOf(resources, request).decision;
    assert.ok(vague === "unknown" || vague === exact, `${vague} → ${exact}`);
  }));
});
