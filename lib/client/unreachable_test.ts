import { match, ok, strictEqual } from "node:assert/strict";
import { Failure } from "../core/mod.ts";
import {
  interruption,
  isPassing,
  noApiServer,
  silent,
  unreachable,
  withoutSecrets,
} from "./unreachable.ts";

const info = {
  name: "prod",
  cluster: "prod",
  server: "https://api.example:6443",
  user: "dev",
  namespace: "default",
};

Deno.test("unreachable() names context, server and reason in one sentence", () => {
  const rows: [string, RegExp][] = [
    ["ECONNREFUSED", /^Cannot reach cluster "prod" at https:\/\/api\.example:6443: .*refused$/],
    ["ENOTFOUND", /: its name is not known \(DNS\)$/],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", /^Cannot trust cluster "prod" .*certificate authority/],
    ["ERR_TLS_CERT_ALTNAME_INVALID", /^Cannot trust .*other names$/],
  ];
  for (const [code, expected] of rows) {
    const cause = new TypeError("outer", { cause: Object.assign(new Error("inner"), { code }) });
    match(unreachable(info, cause).message, expected);
    strictEqual(unreachable(info, cause).code, "CLUSTER_UNREACHABLE");
  }
  match(noApiServer(info, 404).message, /HTTP status 404, is no API server$/);
  match(silent(info, 10).message, /no answer within 10 s$/);
});

Deno.test("unreachable() repeats an unknown reason without tokens", () => {
  const token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";
  const text = unreachable(info, new Error(`plugin said ${token}\nsecond line`)).message;
  match(text, /: plugin said \[redacted\]$/);
  ok(!withoutSecrets("key AKIAIOSFODNN7EXAMPLEKEY12345 x").includes("AKIA"));
  strictEqual(
    withoutSecrets("getaddrinfo failed: no such host"),
    "getaddrinfo failed: no such host",
  );
});

Deno.test("interruption() says what was still to come when the time was up", () => {
  const late = new Failure("TIMED_OUT", "Cannot finish within 5 s", { hint: "Raise --timeout." });
  const { message, hint } = interruption(info, "/api/v1/pods?limit=500", late) as Failure;
  match(
    message,
    /^Cannot finish within 5 s: cluster "prod" at .* has not answered \/api\/v1\/pods yet$/,
  );
  strictEqual(hint, late.hint);
  const other = new Error("stop");
  strictEqual(interruption(info, "/api", other), other);
});

Deno.test("isPassing() is true for broken connections and false for distrust", () => {
  ok(isPassing(Object.assign(new Error(), { code: "ECONNRESET" })));
  ok(!isPassing(Object.assign(new Error(), { code: "CERT_HAS_EXPIRED" })));
  ok(!isPassing("odd"));
});
