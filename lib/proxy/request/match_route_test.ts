import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { virtualHost } from "../envoy/route/route_config.ts";
import type { HttpRequest } from "./http_request.ts";
import { matchRoute, redirectsToHttps } from "./match_route.ts";

const REQUEST: HttpRequest = { method: "GET", path: "/reviews/0?full=1#x", authority: "reviews" };

function take(matches: readonly object[], request: HttpRequest = REQUEST) {
  const host = virtualHost({ routes: matches.map((match, i) => ({ name: String(i), match })) });
  ok(host);
  const { route, passedOver } = matchRoute(host, request);
  return { taken: route?.name, why: passedOver.map(({ condition }) => condition) };
}

Deno.test("the first route whose path fits is taken, and the others say why not", () => {
  deepStrictEqual(
    take([
      { path: "/reviews" },
      { path_separated_prefix: "/rev" },
      { safe_regex: { regex: "/reviews" } },
      { prefix: "/REVIEWS" },
      { prefix: "/reviews" },
      { prefix: "/" },
    ]),
    {
      taken: "4",
      why: [
        'path is "/reviews"',
        'path is under "/rev"',
        "path matches /reviews",
        'path starts with "/REVIEWS"',
      ],
    },
  );
});

Deno.test("paths are compared without query and fragment, and without case where asked", () => {
  strictEqual(take([{ path: "/reviews/0" }]).taken, "0");
  strictEqual(take([{ path: "/REVIEWS/0", case_sensitive: false }]).taken, "0");
  strictEqual(take([{ path_separated_prefix: "/reviews" }]).taken, "0");
  strictEqual(take([{ safe_regex: { regex: "/reviews/\\d" } }]).taken, "0");
});

Deno.test("path templates match segments and rests", () => {
  const template = (path_template: string) => ({
    path_match_policy: {
      typed_config: {
        "@type":
          "type.googleapis.com/envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig",
        path_template,
      },
    },
  });
  strictEqual(take([template("/reviews/{id}")]).taken, "0");
  strictEqual(take([template("/{any=**}")]).taken, "0");
  strictEqual(take([template("/reviews/*")]).taken, "0");
  strictEqual(take([template("/*")]).taken, undefined);
  strictEqual(take([template("/reviews/{id}.json")]).taken, undefined);
});

Deno.test("all conditions must hold: headers, query, gRPC, share, certificate, metadata", () => {
  const any = { prefix: "/" };
  const request: HttpRequest = {
    ...REQUEST,
    headers: new Map([["x-user", "jo"], ["content-type", "application/grpc+proto"]]),
    percentile: 30,
    clientCertificate: "validated",
    dynamicMetadata: new Map([["jwt", { claims: { group: ["a", "b"] } }]]),
  };
  const yes = [
    { ...any, headers: [{ name: "X-User", string_match: { exact: "jo" } }] },
    { ...any, headers: [{ name: ":method", string_match: { exact: "GET" } }] },
    { ...any, query_parameters: [{ name: "full", string_match: { exact: "1" } }] },
    { ...any, grpc: {} },
    { ...any, runtime_fraction: { default_value: { numerator: 31 } } },
    { ...any, tls_context: { presented: true, validated: true } },
    {
      ...any,
      dynamic_metadata: [{
        filter: "jwt",
        path: [{ key: "claims" }, { key: "group" }],
        value: { list_match: { one_of: { string_match: { exact: "b" } } } },
      }],
    },
  ];
  for (const match of yes) strictEqual(take([match], request).taken, "0", JSON.stringify(match));
  const bare: HttpRequest = { ...REQUEST, path: "/", percentile: 40, method: "POST" };
  for (const match of yes) {
    const { taken, why } = take([match], bare);
    deepStrictEqual([taken, why.length], [undefined, 1], JSON.stringify(match));
  }
});

Deno.test("a CONNECT route takes CONNECT requests only", () => {
  strictEqual(take([{ connect_matcher: {} }]).taken, undefined);
  strictEqual(take([{ connect_matcher: {} }], { ...REQUEST, method: "CONNECT" }).taken, "0");
});

Deno.test("a virtual host may send plain requests to HTTPS", () => {
  const host = virtualHost({ require_tls: "ALL" });
  ok(host);
  strictEqual(redirectsToHttps(host, REQUEST), true);
  strictEqual(redirectsToHttps(host, { ...REQUEST, scheme: "https" }), false);
});

Deno.test("the outcome of a route is read in all its forms", () => {
  const host = virtualHost({
    routes: [
      {
        match: { prefix: "/a" },
        route: { weighted_clusters: { clusters: [{ name: "c", weight: 90 }] } },
      },
      { match: { prefix: "/b" }, redirect: { host_redirect: "h", response_code: "FOUND" } },
      { match: { prefix: "/c" }, direct_response: { status: 404, body: { inline_string: "no" } } },
      { match: { prefix: "/d" } },
    ],
  });
  const [weighted, redirect, direct, none] = host?.routes.map(({ action }) => action) ?? [];
  strictEqual(weighted?.kind === "route" && weighted.route.weightedClusters[0]?.weight, 90);
  strictEqual(redirect?.kind === "redirect" && redirect.redirect.responseCode, 302);
  deepStrictEqual(direct, { kind: "direct_response", directResponse: { status: 404, body: "no" } });
  deepStrictEqual(none, { kind: "none" });
});
