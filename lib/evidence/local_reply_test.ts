import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { localReplyOf } from "./local_reply.ts";

const BEFORE = "upstream connect error or disconnect/reset before headers.";

Deno.test("the text that Envoy answers with tells flag and details of its access log", () => {
  const rows: [number, string, string, string, string][] = [
    [503, "no healthy upstream", "UH", "no_healthy_upstream", ""],
    [
      503,
      `${BEFORE} reset reason: connection termination`,
      "UC",
      "upstream_reset_before_response_started{connection_termination}",
      "",
    ],
    [
      503,
      `${BEFORE} reset reason: overflow`,
      "UO",
      "upstream_reset_before_response_started{overflow}",
      "",
    ],
    [
      503,
      `${BEFORE} retried and the latest reset reason: remote connection failure, transport failure reason: delayed connect error: Connection refused`,
      "UF",
      "upstream_reset_before_response_started{remote_connection_failure}",
      "delayed_connect_error:_Connection_refused",
    ],
    [504, "upstream request timeout", "UT", "response_timeout", ""],
    [403, "RBAC: access denied", "", "rbac_access_denied", ""],
    [401, "Jwt is missing", "", "jwt_authn_access_denied{Jwt_is_missing}", ""],
    [
      401,
      "Jwks doesn't have key to match kid or alg from Jwt",
      "",
      "jwt_authn_access_denied{Jwks_doesn't_have_key_to_match_kid_or_alg_from_Jwt}",
      "",
    ],
    [555, "fault filter abort", "FI", "fault_filter_abort", ""],
  ];
  for (const [status, body, flags, details, transportFailure] of rows) {
    deepStrictEqual(localReplyOf(status, body), {
      text: body,
      flags: flags === "" ? [] : [flags],
      details,
      transportFailure,
    });
  }
});

Deno.test("what an application may say itself is no text of Envoy's", () => {
  for (const body of ["", "no healthy upstream here", "Forbidden", "<html>", "Jwt"]) {
    strictEqual(localReplyOf(503, body), undefined, body);
  }
  strictEqual(localReplyOf(200, "no healthy upstream"), undefined);
  deepStrictEqual(localReplyOf("grpc", "no healthy upstream")?.flags, ["UH"]);
});
