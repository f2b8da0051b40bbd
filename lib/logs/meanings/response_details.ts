import type { Meaning } from "./meaning.ts";

/** What stands in `RESPONSE_CODE_DETAILS` or the termination details, most specific first. */
const DETAILS: readonly (readonly [RegExp, string, string])[] = [
  [
    /^route_not_found$/,
    "no route of the virtual host fits the request",
    "add a route or correct the match: host, path, headers and method are compared in order",
  ],
  [
    /^cluster_not_found$/,
    "the route names a cluster that the proxy does not have",
    "define the subset or host that the route names, where this client sees it",
  ],
  [
    /^no_healthy_upstream$|cluster_not_available/,
    "no endpoint of the cluster can be used",
    "make pods ready, or correct selector and subset labels",
  ],
  [
    /filter_chain_not_found/,
    "no filter chain of the listener fits the connection: on a STRICT port plain text, elsewhere an unknown server name",
    "let the client speak mTLS, or correct the server name and the Gateway's hosts",
  ],
  [
    /^direct_response$/,
    "the route answers by itself: a redirect, a directResponse, or REGISTRY_ONLY that blocks an unknown host",
    "declare the host with a ServiceEntry, or change the route if the answer is not wanted",
  ],
  [
    /downstream_remote_disconnect|http2\.remote_reset/,
    "the client went away before the answer was complete",
    "make the answer faster than the client's own time limit",
  ],
  [
    /downstream_local_disconnect/,
    "the proxy closed the client's connection",
    "look at idle and drain settings of the listener",
  ],
  [
    /upstream_reset_before_response_started\{(?:connection_termination|remote_connection_termination)/,
    "the upstream closed the connection before it answered: a keep-alive race, a crash, or a STRICT server that got plain text",
    "keep connectionPool.http.idleTimeout below the application's keep-alive, and look for restarts and for mTLS that differs",
  ],
  [
    /upstream_reset_before_response_started\{overflow/,
    "a circuit breaker is open",
    "raise the connectionPool limits to what the load needs, or add replicas",
  ],
  [
    /upstream_reset_before_response_started\{remote_reset/,
    "the upstream reset the stream before it answered",
    "look at the application's log and at the port's protocol",
  ],
  [
    /upstream_reset_before_response_started\{local_reset/,
    "the proxy itself reset the stream",
    "look at EnvoyFilters and WasmPlugins on this proxy",
  ],
  [
    /upstream_reset_before_response_started\{protocol_error/,
    "the upstream's answer is no valid HTTP",
    "set the port's appProtocol to what the application speaks",
  ],
  [
    /upstream_reset_before_response_started/,
    "the connection to the upstream failed before it answered",
    "see whether the endpoint lives, listens and speaks the expected TLS",
  ],
  [
    /upstream_reset_after_response_started/,
    "the upstream broke off in the middle of its answer",
    "look for a crash or restart, and at the application's log",
  ],
  [
    /upstream_per_try_timeout/,
    "a single try took longer than perTryTimeout",
    "raise perTryTimeout above what the upstream needs, or make it faster",
  ],
  [
    /^(?:upstream_)?response_timeout$/,
    "the upstream did not answer within the route's timeout",
    "make the upstream faster, or raise the timeout of the route",
  ],
  [
    /stream_idle_timeout/,
    "nothing moved on the stream for as long as is allowed",
    "send keep-alive frames, or raise the idle timeout",
  ],
  [
    /upstream_max_stream_duration_reached|max_duration_timeout/,
    "the stream reached its longest allowed duration",
    "raise the limit, or let the client reconnect",
  ],
  [
    /request_overall_timeout/,
    "the client did not send its whole request in time",
    "raise the request timeout, or look at a slow client",
  ],
  [
    /low_version/,
    "the client speaks HTTP/1.0",
    "set PILOT_HTTP10=1 in istiod, or update the client",
  ],
  [/missing_host_header/, "the request names no host", "let the client send a Host header"],
  [
    /request_payload_too_large/,
    "the body is larger than the proxy buffers",
    "raise the buffer limit, or send less",
  ],
  [/upgrade_failed/, "the upgrade is not allowed", "allow the upgrade on the route"],
  [/^overload$/, "the proxy is overloaded", "give the proxy more memory, or add replicas"],
  [
    /fault_filter_abort/,
    "an error was injected on purpose",
    "remove fault.abort from the VirtualService when the test is over",
  ],
  [
    /headers_too_large|too_many_headers|header_overflow/,
    "the headers are larger or more than the proxy accepts",
    "send fewer headers, or raise the limit",
  ],
  [
    /http1\.|http2\.|codec_error/,
    "the bytes are no valid HTTP",
    "see that the port's declared protocol is the one that is spoken",
  ],
  [
    /ext_authz_denied/,
    "the external authorizer denied the request",
    "read the authorizer's log, or change its rules",
  ],
  [
    /ext_authz_error/,
    "the external authorizer could not be asked",
    "see that the extension provider is reachable; failOpen lets requests pass meanwhile",
  ],
  [
    /local_rate_limited/,
    "the proxy's own rate limit refused the request",
    "raise the token bucket of the local rate limit, or slow the client down",
  ],
  [
    /request_rate_limited/,
    "the rate limit service refused the request",
    "raise the limit, or slow the client down",
  ],
  [/rate_limiter_error/, "the rate limit service could not be asked", "bring it back"],
];

const JWT_FAILURES: readonly (readonly [RegExp, string])[] = [
  [/missing/i, "send a token, or let requests without one pass"],
  [/expired/i, "get a fresh token; compare the clocks"],
  [/not yet valid/i, "compare the clocks of issuer and proxy"],
  [/issuer is not configured/i, "add the issuer to a RequestAuthentication"],
  [/audiences/i, "ask the issuer for a token of this audience, or add it to the rule"],
  [/remote fetch/i, "let istiod and the proxy reach the jwksUri"],
  [
    /match_kid|match kid|verification fails/i,
    "see that jwks or jwksUri are the issuer's present keys",
  ],
];

/** What details of a response stand for; `undefined` for `via_upstream` and for what is not known. */
export function responseDetails(text: string): Meaning | undefined {
  const found = DETAILS.find(([pattern]) => pattern.test(text));
  return found && { cause: found[1], remedy: found[2] };
}

/** What a refused token stands for, by the reason that the filter gives. */
export function jwtFailure(reason: string): Meaning {
  const remedy = JWT_FAILURES.find(([pattern]) => pattern.test(reason))?.[1] ??
    "compare the token with the rules of the RequestAuthentication";
  return { cause: `the token is refused: ${reason}`, remedy };
}
