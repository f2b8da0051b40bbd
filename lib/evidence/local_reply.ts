import type { AccessLogEntry } from "./access_log.ts";

/** An answer that Envoy made itself, with what its access log says of such a request. */
export interface LocalReply extends Pick<AccessLogEntry, "flags" | "details" | "transportFailure"> {
  /** The text that it sent. */
  readonly text: string;
}

/** Response flag and word for the details by the reason of a reset (source/common/http/utility.cc). */
const RESETS: ReadonlyMap<string, readonly [flag: string, word: string]> = new Map([
  ["connection failure", ["UF", "connection_failure"]],
  ["local connection failure", ["UF", "local_connection_failure"]],
  ["remote connection failure", ["UF", "remote_connection_failure"]],
  ["connection timeout", ["UF", "connection_timeout"]],
  ["connection termination", ["UC", "connection_termination"]],
  ["local reset", ["LR", "local_reset"]],
  ["remote reset", ["UR", "remote_reset"]],
  ["overflow", ["UO", "overflow"]],
  ["protocol error", ["UPE", "protocol_error"]],
]);

/** Texts that stand for one flag and one detail (source/common/router/router.cc and the filters). */
const TEXTS: ReadonlyMap<
  string,
  readonly [status: number, flag: string | undefined, details: string]
> = new Map([
  ["no healthy upstream", [503, "UH", "no_healthy_upstream"]],
  ["upstream request timeout", [504, "UT", "response_timeout"]],
  ["RBAC: access denied", [403, undefined, "rbac_access_denied"]],
  ["local_rate_limited", [429, "RL", "local_rate_limited"]],
]);

const RESET =
  /^upstream connect error or disconnect\/reset before headers\. (?:retried and the latest )?reset reason: ([^,]+)(?:, transport failure reason: ([\s\S]*))?$/;

/** How the texts begin that a token is refused with (jwt_verify_lib/status.cc). */
const JWT = /^(?:Jwt|Jwks|Audiences in Jwt) [\w '.,&-]{2,90}$/;

const FAULT = "fault filter abort";

/**
 * Reads the body of an answer as one that Envoy sends in the place of a server; `undefined` for any other.
 * So what happened is known where no access log is written. In the answer to a `grpc` call the text is the
 * `grpc-message`, and the HTTP status tells nothing.
 */
export function localReplyOf(status: number | "grpc", body: string): LocalReply | undefined {
  const text = body.trim().slice(0, 400);
  const reply = (flags: readonly string[], details: string, transportFailure = "") => ({
    text,
    flags,
    details,
    transportFailure,
  });
  const [, reason = "", transport = ""] = RESET.exec(text) ?? [];
  const reset = RESETS.get(reason.trim());
  if (reset !== undefined) {
    const details = `upstream_reset_before_response_started{${reset[1]}}`;
    return reply([reset[0]], details, transport.trim().replaceAll(" ", "_"));
  }
  const [usual, flag, details] = TEXTS.get(text) ?? [];
  if (details !== undefined && (status === usual || status === "grpc")) {
    return reply(flag === undefined ? [] : [flag], details);
  }
  if (text === FAULT) return reply(["FI"], "fault_filter_abort");
  if ((status === 401 || status === 403 || status === "grpc") && JWT.test(text)) {
    return reply([], `jwt_authn_access_denied{${text.replaceAll(" ", "_")}}`);
  }
  return undefined;
}
