import assert from "node:assert/strict";
import { brief, CART, decide, policy, WEB } from "../../../tests/authorization.ts";
import { meshOf } from "../../../tests/mesh_of.ts";
import { type AccessRequest, authorize, policiesFor } from "../mod.ts";

const DECISIONS: readonly [name: string, yaml: string, expected: string][] = [
  ["without policies everything passes", "", "allow"],
  ["an empty ALLOW policy denies everything", policy("{}"), "deny"],
  ["an empty rule allows everything", policy("{rules: [{}]}"), "allow by p[0]"],
  ["an empty DENY policy denies nothing", policy("{action: DENY}"), "allow"],
  ["AUDIT decides nothing", policy("{action: AUDIT, rules: [{}]}"), "allow"],
  [
    "DENY comes before ALLOW",
    policy("{rules: [{}]}", { name: "a" }) + policy("{action: DENY, rules: [{}]}", { name: "d" }),
    "deny by d[0]",
  ],
  [
    "a policy in dry-run is not enforced",
    policy("{action: DENY, rules: [{}]}", { annotations: "{istio.io/dry-run: 'true'}" }),
    "allow",
  ],
  [
    "a selector that does not match",
    policy("{selector: {matchLabels: {app: db}}, action: DENY, rules: [{}]}"),
    "allow",
  ],
  [
    "the root namespace reaches everybody",
    policy("{action: DENY, rules: [{}]}", { namespace: "istio-system" }),
    "deny by p[0]",
  ],
  [
    "another namespace reaches nobody here",
    policy("{action: DENY, rules: [{}]}", { namespace: "other" }),
    "allow",
  ],
  [
    "targetRefs never reach a sidecar",
    policy("{targetRefs: [{kind: Service, name: web}], action: DENY, rules: [{}]}"),
    "allow",
  ],
  [
    "the first rule by name is the one that Envoy reports",
    policy("{action: DENY, rules: [{to: [{operation: {methods: [PUT]}}]}, {}]}", { name: "b" }) +
    policy("{action: DENY, rules: [{}, {}]}", { name: "a" }),
    "deny by a[0]",
  ],
  [
    "an unknown key leaves the rule out",
    policy("{action: DENY, rules: [{when: [{key: x, values: [y]}]}]}"),
    "allow",
  ],
  [
    "a range that is none leaves an ALLOW rule out",
    policy("{rules: [{from: [{source: {ipBlocks: [10.0.0.0/8, nonsense]}}]}]}"),
    "deny",
  ],
  [
    "a range that is none drops out of a DENY rule",
    policy("{action: DENY, rules: [{from: [{source: {ipBlocks: [10.9.0.0/16, nonsense]}}]}]}"),
    "allow",
  ],
];

Deno.test("authorize() orders and selects policies as istiod does", async (t) => {
  for (const [name, yaml, expected] of DECISIONS) {
    await t.step(name, () => assert.equal(brief(decide(yaml)), expected));
  }
});

Deno.test("authorize() takes HTTP conditions on a TCP port as istiod generates them", () => {
  const tcp = { isHttp: false };
  const rule = "{to: [{operation: {methods: [POST], ports: ['8080']}}]}";
  assert.equal(brief(decide(policy(`{rules: [${rule}]}`), tcp)), "deny", "ALLOW never matches");
  assert.equal(brief(decide(policy(`{action: DENY, rules: [${rule}]}`), tcp)), "deny by p[0]");
  const elsewhere =
    "{action: DENY, rules: [{to: [{operation: {methods: [POST], ports: ['80']}}]}]}";
  assert.equal(brief(decide(policy(elsewhere), tcp)), "allow", "what is left must still match");
  const alternatives =
    "{rules: [{to: [{operation: {ports: ['8080']}}, {operation: {methods: [GET]}}]}]}";
  const decision = decide(policy(alternatives), tcp);
  assert.equal(brief(decision), "deny", "one HTTP condition costs an ALLOW rule");
  assert.match(
    decision.policies[0]!.rules[0]!.reason,
    /leaves the rule out: request\.method exists only in HTTP, and the port is not HTTP/,
  );
});

Deno.test("authorize() finds no identity on plaintext", () => {
  const plain = { source: { principal: CART, isMtls: false } };
  const { decision, policies } = decide(
    policy("{rules: [{from: [{source: {namespaces: [shop]}}]}]}"),
    plain,
  );
  assert.equal(decision, "deny");
  assert.equal(
    policies[0]!.rules[0]!.reason,
    "from[0].source.namespaces: the connection is not mTLS, so its source has no identity",
  );
  const not = policy("{action: DENY, rules: [{from: [{source: {notNamespaces: [shop]}}]}]}");
  assert.equal(brief(decide(not, plain)), "deny by p[0]");
});

Deno.test("authorize() knows the trust domain under its aliases", () => {
  const allow = (principal: string) =>
    policy(`{rules: [{from: [{source: {principals: ['${principal}']}}]}]}`);
  const config = { trustDomain: "new.td", trustDomainAliases: ["old.td"] };
  const from = (principal: string) => ({ source: { principal, isMtls: true } });
  const cases: readonly [string, string, string][] = [
    ["old.td/ns/a/sa/b", "new.td/ns/a/sa/b", "allow by p[0]"],
    ["new.td/ns/a/sa/b", "old.td/ns/a/sa/b", "allow by p[0]"],
    ["cluster.local/ns/a/sa/b", "old.td/ns/a/sa/b", "allow by p[0]"],
    ["cluster.local/ns/a/sa/b", "cluster.local/ns/a/sa/b", "deny"],
    ["*.td/ns/a/sa/b", "new.td/ns/a/sa/b", "allow by p[0]"],
    ["*/ns/a/sa/b", "far.td/ns/a/sa/b", "allow by p[0]"],
    ["far.td/ns/a/sa/b", "new.td/ns/a/sa/b", "deny"],
  ];
  for (const [pattern, principal, expected] of cases) {
    assert.equal(brief(decide(allow(pattern), from(principal), config)), expected, pattern);
  }
});

Deno.test("authorize() normalizes paths as the mesh says", () => {
  const deny = policy("{action: DENY, rules: [{to: [{operation: {paths: [/admin/x]}}]}]}");
  const at = (path: string, normalization: string) =>
    decide(deny, { path }, { pathNormalization: { normalization } }).decision;
  assert.equal(at("/a/../admin/x?q", "BASE"), "deny");
  assert.equal(at("/a/../admin/x", "NONE"), "allow");
  assert.equal(at("/admin//x", "BASE"), "allow");
  assert.equal(at("/admin//x", "MERGE_SLASHES"), "deny");
  assert.equal(at("/admin%2Fx", "MERGE_SLASHES"), "allow");
  assert.equal(at("/admin%2Fx", "DECODE_AND_MERGE_SLASHES"), "deny");
});

Deno.test("authorize() names what it would have to know", () => {
  const unknown: AccessRequest = { source: {}, isHttp: true };
  const ask = (yaml: string, request = unknown) =>
    authorize(policiesFor(meshOf(yaml), WEB), request);
  const allow = ask(
    policy("{rules: [{from: [{source: {principals: [x]}}], to: [{operation: {paths: [/y]}}]}]}"),
  );
  assert.equal(allow.decision, "unknown");
  assert.deepEqual(allow.unknowns, ["request.path", "source.principal"]);
  const decided = ask(
    policy(
      "{rules: [{from: [{source: {principals: [x]}}]}, {to: [{operation: {ports: ['80']}}]}]}",
    ),
    { ...unknown, port: 80 },
  );
  assert.equal(brief(decided), "allow by p[1]", "one certain match is enough");
  const denied = ask(
    policy("{action: DENY, rules: [{from: [{source: {principals: [x]}}]}]}", { name: "d" }) +
      policy("{}"),
  );
  assert.equal(denied.decision, "deny", "a certain denial outweighs what is not known");
});

Deno.test("authorize() leaves CUSTOM to its authorizer, and denies where that is not defined", () => {
  const custom = policy("{action: CUSTOM, provider: {name: opa}, rules: [{}]}");
  const providers = { extensionProviders: [{ name: "opa", envoyExtAuthzHttp: { service: "x" } }] };
  const asked = decide(custom, {}, providers);
  assert.equal(asked.decision, "unknown");
  assert.deepEqual(asked.unknowns, ['the answer of the external authorizer "opa"']);
  assert.equal(decide(custom, { isHttp: false }, providers).decision, "allow");
  const broken = decide(custom);
  assert.equal(brief(broken), "deny by p[0]");
  assert.match(broken.reason, /no extension provider "opa" is defined/);
});

Deno.test("authorize() says for each rule which condition failed", () => {
  const { policies, reason } = decide(policy(`{rules: [
    {from: [{source: {principals: [a]}}, {source: {namespaces: [b]}}], to: [{operation: {methods: [GET]}}]}]}`));
  assert.equal(reason, "the only ALLOW policy, AuthorizationPolicy shop/p, does not match");
  assert.equal(
    policies[0]!.rules[0]!.reason,
    `from[0].source.principals: source.principal is "${CART}", the rule wants "a"; ` +
      `from[1].source.namespaces: source.namespace is "shop", the rule wants "b"`,
  );
});
