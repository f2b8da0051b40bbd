import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { virtualHost } from "../route/route_config.ts";
import { faultFor } from "../../request/per_route.ts";
import { type HttpFilter, httpFilter } from "./http_filter.ts";

const HTTP = "type.googleapis.com/envoy.extensions.filters.http";

function filter<Kind extends HttpFilter["kind"]>(
  kind: Kind,
  type: string,
  settings: object,
): Extract<HttpFilter, { kind: Kind }> {
  const read = httpFilter({
    name: `f.${kind}`,
    typed_config: { "@type": `${HTTP}.${type}`, ...settings },
  });
  ok(read && isKind(read, kind), `${type} is ${read?.kind}`);
  return read;
}

function isKind<Kind extends HttpFilter["kind"]>(
  read: HttpFilter,
  kind: Kind,
): read is Extract<HttpFilter, { kind: Kind }> {
  return read.kind === kind;
}

Deno.test("an RBAC filter keeps its policies by name, with every condition", () => {
  const { config } = filter("rbac", "rbac.v3.RBAC", {
    rules: {
      action: "DENY",
      policies: {
        "ns[a]-policy[p]-rule[0]": {
          permissions: [{
            and_rules: { rules: [{ destination_port: 80 }, { not_rule: { any: true } }] },
          }],
          principals: [{
            or_ids: { ids: [{ remote_ip: { address_prefix: "10.0.0.0", prefix_len: 8 } }] },
          }, {
            brand_new: 1,
          }],
        },
      },
    },
  });
  strictEqual(config.rules?.action, "DENY");
  const policy = config.rules?.policies.get("ns[a]-policy[p]-rule[0]");
  deepStrictEqual(policy?.permissions, [{
    kind: "and",
    of: [{ kind: "destination_port", start: 80, end: 81 }, { kind: "not", of: { kind: "any" } }],
  }]);
  deepStrictEqual(policy?.principals, [
    { kind: "or", of: [{ kind: "remote_ip", range: { addressPrefix: "10.0.0.0", prefixLen: 8 } }] },
    { kind: "unknown", name: "brandNew", value: 1 },
  ]);
  strictEqual(config.shadowRules, undefined);
});

Deno.test("a JWT filter keeps providers and what each rule asks, shared requirements included", () => {
  const { config } = filter("jwt_authn", "jwt_authn.v3.JwtAuthentication", {
    providers: {
      p: {
        issuer: "https://issuer",
        audiences: ["a"],
        remote_jwks: { http_uri: { uri: "https://issuer/keys" } },
        from_headers: [{ name: "authorization", value_prefix: "Bearer " }],
      },
    },
    rules: [
      {
        match: { prefix: "/" },
        requires: {
          requires_any: { requirements: [{ provider_name: "p" }, { allow_missing: {} }] },
        },
      },
      { match: { prefix: "/x" }, requirement_name: "shared" },
    ],
    requirement_map: {
      shared: { provider_and_audiences: { provider_name: "p", audiences: ["b"] } },
    },
  });
  strictEqual(config.providers.get("p")?.remoteJwksUri, "https://issuer/keys");
  deepStrictEqual(config.rules.map(({ requires }) => requires), [
    {
      kind: "any",
      of: [{ kind: "provider", name: "p", audiences: [] }, { kind: "allow_missing" }],
    },
    { kind: "provider", name: "p", audiences: ["b"] },
  ]);
});

Deno.test("faults of a route replace those of its virtual host and of the filter", () => {
  const fault = filter("fault", "fault.v3.HTTPFault", {});
  const typed = (settings: object) => ({
    "f.fault": { "@type": `${HTTP}.fault.v3.HTTPFault`, ...settings },
  });
  const host = virtualHost({
    typed_per_filter_config: typed({
      delay: { fixed_delay: "2s", percentage: { numerator: 100 } },
    }),
    routes: [
      {
        match: { prefix: "/a" },
        typed_per_filter_config: typed({
          abort: { http_status: 503, percentage: { numerator: 5000, denominator: "TEN_THOUSAND" } },
        }),
      },
      { match: { prefix: "/b" } },
    ],
  });
  ok(host);
  const [own, inherited] = host.routes.map((route) =>
    faultFor(fault, { virtualHost: host, route })
  );
  deepStrictEqual([own?.abort?.httpStatus, own?.abort?.percentage, own?.delay], [
    503,
    50,
    undefined,
  ]);
  strictEqual(inherited?.delay?.fixedDelayMs, 2000);
});

Deno.test("local limits, external authorization and unread filters keep their kind", () => {
  const limit = filter("local_ratelimit", "local_ratelimit.v3.LocalRateLimit", {
    token_bucket: { max_tokens: 4, tokens_per_fill: 4, fill_interval: "60s" },
  });
  deepStrictEqual(limit.config.tokenBucket, {
    maxTokens: 4,
    tokensPerFill: 4,
    fillIntervalMs: 60_000,
  });
  strictEqual(limit.config.status, 429);
  const authz = filter("ext_authz", "ext_authz.v3.ExtAuthz", {
    grpc_service: { envoy_grpc: { cluster_name: "outbound|9000||authz.a" } },
    failure_mode_allow: true,
  });
  deepStrictEqual([authz.config.envoyCluster, authz.config.failureModeAllow], [
    "outbound|9000||authz.a",
    true,
  ]);
  const kindOf = (type: string) =>
    httpFilter({ typed_config: { "@type": `${HTTP}.${type}` } })?.kind;
  deepStrictEqual(["lua.v3.Lua", "health_check.v3.HealthCheck"].map(kindOf), ["lua", "other"]);
});

Deno.test("a TypedStruct counts as what it stands for", () => {
  const read = httpFilter({
    name: "f",
    typed_config: {
      "@type": "type.googleapis.com/udpa.type.v1.TypedStruct",
      type_url: `${HTTP}.lua.v3.Lua`,
      value: { inline_code: "x" },
    },
  });
  deepStrictEqual([read?.kind, read?.config], ["lua", { inline_code: "x" }]);
});
