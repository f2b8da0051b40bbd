import { deepStrictEqual } from "node:assert/strict";
import { Mesh } from "../mesh/mod.ts";
import type { Permission, Principal, RbacRules, StringMatcher } from "../proxy/mod.ts";
import { evaluateRbac } from "./rbac.ts";
import type { TracedRequest } from "./traced_request.ts";

const NONE: StringMatcher = {
  exact: undefined,
  prefix: undefined,
  suffix: undefined,
  contains: undefined,
  safeRegex: undefined,
  ignoreCase: false,
};
const ANY = { kind: "any" } as const;
const SLEEP = "spiffe://cluster.local/ns/client/sa/sleep";

const request: TracedRequest = {
  mesh: new Mesh([]),
  http: { method: "GET", path: "/a?b=c", authority: "web", dynamicMetadata: new Map() },
  ip: "10.0.0.2",
  port: 80,
  tls: { serverName: "", alpnProtocols: [], identity: SLEEP, acceptedNames: [] },
  isHttp: true,
  sourceIp: "10.0.0.1",
};

function rules(
  action: string,
  policies: Record<string, { permission?: Permission; principal?: Principal }>,
): RbacRules {
  return {
    action,
    policies: new Map(
      Object.entries(policies).map(([name, { permission = ANY, principal = ANY }]) => [
        name,
        { permissions: [permission], principals: [principal] },
      ]),
    ),
  };
}

const path = (exact: string): Permission => ({ kind: "url_path", path: { ...NONE, exact } });
const caller = (exact: string): Principal => ({
  kind: "authenticated",
  principalName: { ...NONE, exact },
});

Deno.test("an ALLOW filter lets pass what a policy matches, and denies the rest with no policy named", () => {
  const allow = rules("ALLOW", { b: { permission: path("/a") }, a: { permission: path("/b") } });
  deepStrictEqual(evaluateRbac(allow, request), { isAllowed: true, policy: "b" });
  const strict = rules("ALLOW", { a: { permission: path("/b") } });
  deepStrictEqual(evaluateRbac(strict, request), { isAllowed: false, policy: undefined });
  deepStrictEqual(evaluateRbac(rules("ALLOW", {}), request), {
    isAllowed: false,
    policy: undefined,
  });
});

Deno.test("a DENY filter names the policy that matches, the first by name", () => {
  const deny = rules("DENY", { z: {}, m: { principal: caller(SLEEP) } });
  deepStrictEqual(evaluateRbac(deny, request), { isAllowed: false, policy: "m" });
  const other = rules("DENY", { m: { principal: { kind: "not", of: caller(SLEEP) } } });
  deepStrictEqual(evaluateRbac(other, request), { isAllowed: true, policy: undefined });
});

Deno.test("plain text has no identity, also for a filter that asks for any", () => {
  const any = rules("ALLOW", {
    a: { principal: { kind: "authenticated", principalName: undefined } },
  });
  const plain = { ...request, tls: undefined };
  deepStrictEqual(evaluateRbac(any, request).isAllowed, true);
  deepStrictEqual(evaluateRbac(any, plain).isAllowed, false);
});

Deno.test("HTTP conditions match no connection", () => {
  const allow = rules("ALLOW", { a: { permission: path("/a") } });
  deepStrictEqual(evaluateRbac(allow, { ...request, isHttp: false }).isAllowed, false);
});

Deno.test("what is not known stays open, unless something known decides", () => {
  const unknown: Permission = { kind: "unknown", name: "matcher", value: {} };
  const open = rules("ALLOW", { a: { permission: unknown } });
  deepStrictEqual(evaluateRbac(open, request), { isAllowed: undefined, policy: "a" });
  const decided = rules("ALLOW", {
    a: { permission: { kind: "and", of: [unknown, path("/b")] } },
  });
  deepStrictEqual(evaluateRbac(decided, request).isAllowed, false);
  const range = { addressPrefix: "10.0.0.0", prefixLen: 24 };
  const from = rules("DENY", { a: { principal: { kind: "remote_ip", range } } });
  deepStrictEqual(evaluateRbac(from, request).isAllowed, false);
  deepStrictEqual(evaluateRbac(from, { ...request, sourceIp: undefined }).isAllowed, undefined);
});
