/** Rows of the causes by which a request is denied: policies, external authorizers and tokens. @module */
import { type CaseParts, type LogLine, meshOfObjects } from "../cases/case_of.ts";
import { meshConfig, object, pod, service } from "../cases/objects.ts";
import { configDump, http, listener, plainProxy } from "../cases/proxy_files.ts";
import {
  answered,
  authorizationPolicy,
  type CauseRow,
  CONNECTION,
  denials,
  type Logs,
  logs,
  meshWith,
  requestAuthentication,
  SLEEP,
  times,
  WEB,
  WEB_SERVICE,
} from "./row.ts";

const BY_ITSELF = logs(times(3, answered(403)), times(3, { code: 403 }));
const FROM_CLIENT = authorizationPolicy({
  rules: [{ from: [{ source: { namespaces: ["other"] } }] }],
});
const FROM_PRINCIPAL = authorizationPolicy({
  rules: [{ from: [{ source: { principals: ["cluster.local/ns/client/sa/default"] } }] }],
});
const WITH_TOKEN = authorizationPolicy({
  rules: [{ from: [{ source: { requestPrincipals: ["*"] } }] }],
});
const DENY = authorizationPolicy({
  action: "DENY",
  rules: [{ to: [{ operation: { methods: ["GET"] } }] }],
});
const CUSTOM = authorizationPolicy({ action: "CUSTOM", provider: { name: "ext" }, rules: [{}] });
const PROVIDER = meshConfig({
  extensionProviders: [{ name: "ext", envoyExtAuthzHttp: { service: "web.shop", port: 80 } }],
});
const EXT_DENIED = ofAuthorizer({ flags: ["UAEX"], details: "ext_authz_denied" });
const EXT_ERROR = ofAuthorizer({ flags: ["UAEX"], details: "ext_authz_error" });
const BAD_ACTION = "istio-ext-authz-ns[shop]-policy[policy]-rule[0]-deny-due-to-bad-CUSTOM-action";

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-A01",
    fires: { objects: meshWith(DENY), logs: denials("ns[shop]-policy[policy]-rule[0]") },
    object: "AuthorizationPolicy/shop/policy",
    near: { objects: meshWith(DENY), logs: BY_ITSELF },
    nearly: "the application answers 403 itself",
  },
  {
    cause: "MM-A02",
    fires: { dumps: false, objects: meshWith(FROM_CLIENT), logs: denials("none") },
    object: "AuthorizationPolicy/shop/policy",
    near: { objects: meshWith(FROM_CLIENT), logs: BY_ITSELF },
    nearly: "the application answers 403 itself",
  },
  {
    cause: "MM-A03",
    fires: { objects: meshWith(authorizationPolicy({})), logs: denials("none") },
    object: "AuthorizationPolicy/shop/policy",
    near: { objects: meshWith(FROM_CLIENT), logs: denials("none") },
    nearly: "the policy has rules, if not for this caller",
  },
  {
    cause: "MM-A04",
    fires: {
      objects: [
        pod("client/sleep-1", { ip: "10.0.0.1", proxy: false }),
        WEB,
        WEB_SERVICE,
        FROM_PRINCIPAL,
      ],
      logs: denials("none"),
    },
    object: "AuthorizationPolicy/shop/policy",
    near: {
      dumps: false,
      objects: meshWith(FROM_CLIENT),
      logs: denials("none"),
    },
    nearly: "the caller has a proxy, and another namespace than the policy wants",
  },
  {
    cause: "MM-A06",
    fires: toTcp({ to: [{ operation: { methods: ["GET"] } }] }),
    object: "AuthorizationPolicy/shop/policy",
    near: toTcp({ to: [{ operation: { ports: ["9999"] } }] }),
    nearly: "the rule has no condition that needs HTTP",
  },
  {
    cause: "MM-A12",
    fires: { objects: meshWith(CUSTOM), logs: denials(BAD_ACTION) },
    object: "AuthorizationPolicy/shop/policy",
    near: { objects: meshWith(CUSTOM, PROVIDER), logs: EXT_DENIED },
    nearly: "the provider is there, and says no",
  },
  {
    cause: "MM-A13",
    fires: { objects: meshWith(CUSTOM, PROVIDER), logs: EXT_ERROR },
    object: "AuthorizationPolicy/shop/policy",
    near: { objects: meshWith(CUSTOM, PROVIDER), logs: EXT_DENIED },
    nearly: "the authorizer was asked, and says no",
  },
  {
    cause: "MM-A14",
    fires: { objects: meshWith(CUSTOM, PROVIDER), logs: EXT_DENIED },
    object: "AuthorizationPolicy/shop/policy",
    near: { objects: meshWith(CUSTOM, PROVIDER), logs: EXT_ERROR },
    nearly: "the authorizer said nothing",
  },
  {
    cause: "MM-A15",
    fires: {
      dumps: false,
      objects: meshWith(WITH_TOKEN, requestAuthentication()),
      logs: denials("none"),
    },
    object: "AuthorizationPolicy/shop/policy",
    near: { objects: meshWith(FROM_CLIENT, requestAuthentication()), logs: denials("none") },
    nearly: "the policy asks for the caller, not for its token",
  },
  ...[
    ["MM-A15", "Jwt_is_missing", "Jwt_is_expired"],
    ["MM-A16", "Jwt_is_expired", "Jwt_issuer_is_not_configured"],
    ["MM-A17", "Jwt_issuer_is_not_configured", "Jwt_is_expired"],
    ["MM-A18", "Audiences_in_Jwt_are_not_allowed", "Jwt_issuer_is_not_configured"],
    ["MM-A20", "Jwks_doesn't_have_key_to_match_kid_or_alg_from_Jwt", "Jwt_is_expired"],
    ["MM-A21", "Jwt_verification_fails", "Jwt_is_expired"],
    ["MM-A21", "Jwt_payload_[exp]_field_is_not_an_integer", "Jwt_is_missing"],
  ].map(([id, reason = "", other = ""]): CauseRow => ({
    cause: `MM-${id!.slice(3)}`,
    fires: withToken(reason),
    object: "RequestAuthentication/shop/tokens",
    near: withToken(other),
    nearly: `Envoy says ${other}`,
  })),
  {
    cause: "MM-A19",
    fires: withKeys("0xObjM0UvS_oaazjpEYlAbwctEJ4L8pH3"),
    object: "RequestAuthentication/shop/tokens",
    near: withKeys("sXchDaQebSXKcvLPnDeDLWuAuqFXLFoM"),
    nearly: "the proxy has the issuer's keys",
  },
  {
    cause: "MM-A22",
    fires: { dumps: false, objects: meshWith(WITH_TOKEN, ofCaller(false)), logs: denials("none") },
    object: "RequestAuthentication/client/tokens",
    near: { objects: meshWith(WITH_TOKEN, ofCaller(true)), logs: denials("none") },
    nearly: "the caller's proxy passes the token on",
  },
  {
    cause: "MM-A24",
    fires: { dumps: false, objects: meshWith(WITH_TOKEN), logs: denials("none") },
    object: "AuthorizationPolicy/shop/policy",
    near: { objects: meshWith(WITH_TOKEN, requestAuthentication()), logs: denials("none") },
    nearly: "tokens are checked there",
  },
  {
    cause: "MM-A01",
    when: "and whose server's log was not read",
    fires: { dumps: false, objects: meshWith(DENY), logs: logs(times(3, answered(403))) },
    object: "AuthorizationPolicy/shop/policy",
    near: { dumps: false, objects: meshWith(DENY), logs: logs(times(3, answered(500))) },
    nearly: "the error is none of a policy",
  },
  {
    cause: "MM-A02",
    when: "and whose server's log was not read",
    fires: { dumps: false, objects: meshWith(FROM_CLIENT), logs: logs(times(3, answered(403))) },
    object: "AuthorizationPolicy/shop/policy",
    near: { dumps: false, objects: meshWith(FROM_CLIENT), logs: logs(times(3, answered(500))) },
    nearly: "the error is none of a policy",
  },
];

function ofAuthorizer(line: LogLine): Logs {
  return logs(times(3, answered(403)), times(3, { code: 403, ...line }));
}

function toTcp(rule: object): CaseParts {
  const ports = [{ name: "mysql", port: 3306, targetPort: 3306 }];
  const termination = "rbac_access_denied_matched_policy[none]";
  return {
    to: "web.shop:3306",
    objects: [
      SLEEP,
      WEB,
      service("shop/web", { ports }),
      authorizationPolicy({ rules: [rule] }),
    ],
    logs: logs(
      times(3, { ...CONNECTION, upstreamHost: "10.0.0.2:3306", flags: ["UF"] }),
      times(3, { ...CONNECTION, termination, downstreamLocal: "10.0.0.2:3306" }),
    ),
  };
}

function withToken(reason: string): CaseParts {
  const details = `jwt_authn_access_denied{${reason}}`;
  const code = reason.startsWith("Audiences") ? 403 : 401;
  return {
    objects: meshWith(requestAuthentication()),
    logs: logs(times(3, answered(code)), times(3, { code, details })),
  };
}

/** A server whose proxy has one key, with this modulus. */
function withKeys(n: string): CaseParts {
  const parts = withToken("Jwks_doesn't_have_key_to_match_kid_or_alg_from_Jwt");
  const dump = plainProxy(meshOfObjects(parts.objects));
  const inline_string = JSON.stringify({ keys: [{ kty: "RSA", kid: "1", n, e: "AQAB" }] });
  const provider = { issuer: "https://issuer.example.com", local_jwks: { inline_string } };
  const filter = {
    name: "envoy.filters.http.jwt_authn",
    typed_config: {
      "@type": "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication",
      providers: { "origins-0": provider },
    },
  };
  const filter_chains = [http("inbound|8080||", [filter])];
  dump.listeners.set("virtualInbound", listener("0.0.0.0", 15006, { filter_chains }));
  return { ...parts, files: { "proxies/shop/web-1/config_dump.json": configDump(dump) } };
}

function ofCaller(forwardOriginalToken: boolean): object {
  return object("security.istio.io/v1 RequestAuthentication client/tokens", {
    jwtRules: [{ issuer: "https://issuer.example.com", forwardOriginalToken }],
  });
}
