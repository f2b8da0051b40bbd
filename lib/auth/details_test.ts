import assert from "node:assert/strict";
import fc from "fast-check";
import { formatRbacDetails, parseJwtDetails, parseRbacDetails } from "./mod.ts";

Deno.test("parseRbacDetails() reads the rule that istiod named", () => {
  const rule = { namespace: "shop", name: "deny.reads-1", ruleIndex: 12 };
  const text = "rbac_access_denied_matched_policy[ns[shop]-policy[deny.reads-1]-rule[12]";
  assert.deepEqual(parseRbacDetails(`403 - ${text}] via`), { rule, isBadCustomAction: false });
  const bad = `${text}-deny-due-to-bad-CUSTOM-action]`;
  assert.deepEqual(parseRbacDetails(bad), { rule, isBadCustomAction: true });
  const custom = text.replace("[ns", "[istio-ext-authz-ns");
  assert.deepEqual(parseRbacDetails(`${custom}]`), { rule, isBadCustomAction: false });
});

Deno.test("parseRbacDetails() tells a denial without a rule from no denial", () => {
  const none = "rbac_access_denied_matched_policy[none]";
  assert.deepEqual(parseRbacDetails(none), { isBadCustomAction: false });
  assert.deepEqual(parseRbacDetails("rbac_access_denied_matched_policy["), {
    isBadCustomAction: false,
  });
  assert.equal(parseRbacDetails("via_upstream"), undefined);
  assert.equal(formatRbacDetails(undefined), none);
});

Deno.test("parseRbacDetails() reads what formatRbacDetails() writes", () => {
  const name = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/);
  fc.assert(fc.property(name, name, fc.nat(500), (namespace, name, ruleIndex) => {
    const rule = { namespace, name, ruleIndex };
    assert.deepEqual(parseRbacDetails(formatRbacDetails(rule)), { rule, isBadCustomAction: false });
  }));
});

Deno.test("parseJwtDetails() gives Envoy's words", () => {
  assert.equal(
    parseJwtDetails("401 - jwt_authn_access_denied{Jwt_is_expired} -"),
    "Jwt is expired",
  );
  assert.equal(parseJwtDetails("via_upstream"), undefined);
});
