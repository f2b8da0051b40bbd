import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { Mesh } from "../../mesh/mod.ts";
import type { HttpFilter, RbacRules } from "../../proxy/mod.ts";
import { type FilterContext, filtersPart } from "./filter_steps.ts";

const context: FilterContext = {
  request: {
    mesh: new Mesh([]),
    http: { method: "GET", path: "/", authority: "web" },
    ip: "10.0.0.2",
    port: 80,
    tls: undefined,
    isHttp: true,
    sourceIp: "10.0.0.1",
  },
  pod: undefined,
  token: undefined,
  refusal: undefined,
  place: undefined,
  envoyCluster: "outbound|80||web",
};

const HEAD = { type: "", isDisabled: false };

function fault(percentage: number, upstreamCluster = ""): HttpFilter {
  return {
    ...HEAD,
    kind: "fault",
    name: "fault",
    config: {
      abort: { httpStatus: 503, grpcStatus: undefined, percentage },
      delay: { fixedDelayMs: 20, percentage: 10 },
      upstreamCluster,
      headers: [],
    },
  };
}

const ANY = { kind: "any" } as const;

function rules(action: string, name: string): RbacRules {
  return { action, policies: new Map([[name, { permissions: [ANY], principals: [ANY] }]]) };
}

const deny: HttpFilter = {
  ...HEAD,
  kind: "rbac",
  name: "rbac",
  config: {
    rules: rules("DENY", "ns[shop]-policy[no]-rule[2]"),
    shadowRules: undefined,
    shadowRulesStatPrefix: "",
  },
};

Deno.test("an injected fault ends its share of the requests, the rest goes on", () => {
  const { steps, stops } = filtersPart([fault(40), deny], context);
  deepStrictEqual(stops.map(({ code, share }) => [code, share]), [[503, 0.4], [403, 1]]);
  deepStrictEqual(steps.map(({ at }) => at), ["fault", "fault", "authorization"]);
});

Deno.test("a fault of all requests leaves nothing to later filters, one for another cluster does not count", () => {
  deepStrictEqual(filtersPart([fault(100), deny], context).stops.map(({ code }) => code), [503]);
  deepStrictEqual(filtersPart([fault(100, "other")], context).stops, []);
});

Deno.test("a denial names the rule, and its details are those of the access log", () => {
  const { steps: [step], stops: [stop] } = filtersPart([deny], context);
  strictEqual(stop?.details, "rbac_access_denied_matched_policy[ns[shop]-policy[no]-rule[2]]");
  deepStrictEqual(step?.objects.map(({ resource, path }) => [resource.name, path]), [
    ["no", "spec.rules[2]"],
  ]);
});

Deno.test("an external authorizer is asked only where a CUSTOM policy matches, and its answer stays open", () => {
  const authorizer: HttpFilter = {
    ...HEAD,
    kind: "ext_authz",
    name: "ext_authz",
    config: {
      envoyCluster: "outbound|9000||opa",
      uri: undefined,
      failureModeAllow: false,
      enabledByPrefix: "istio_ext_authz_shadow_effective_policy_id",
    },
  };
  const shadow = (shadowRules: RbacRules | undefined): HttpFilter => ({
    ...HEAD,
    kind: "rbac",
    name: "rbac",
    config: { rules: undefined, shadowRules, shadowRulesStatPrefix: "istio_ext_authz_" },
  });
  const name = "istio-ext-authz-ns[shop]-policy[ask]-rule[0]";
  const asked = filtersPart([shadow(rules("DENY", name)), authorizer], context);
  deepStrictEqual(asked.steps.map(({ at, outcome }) => [at, outcome]), [
    ["external authorization", "unknown"],
  ]);
  strictEqual(asked.steps[0]?.objects[0]?.resource.name, "ask");
  strictEqual(asked.stops[0]?.isCertain, false);
  deepStrictEqual(filtersPart([shadow(undefined), authorizer], context).steps, []);
});

Deno.test("a limit that depends on the load is told, and decides nothing", () => {
  const share = { percent: 100, runtimeKey: "" };
  const limit: HttpFilter = {
    ...HEAD,
    kind: "local_ratelimit",
    name: "local_ratelimit",
    config: {
      statPrefix: "",
      tokenBucket: { maxTokens: 5, tokensPerFill: 5, fillIntervalMs: 60_000 },
      status: 429,
      filterEnabled: share,
      filterEnforced: share,
    },
  };
  const { steps: [step], stops: [stop] } = filtersPart([limit], context);
  match(step?.decision ?? "", /up to 5 requests at once/);
  deepStrictEqual([stop?.code, stop?.share, stop?.isCertain], [429, 0, false]);
});
