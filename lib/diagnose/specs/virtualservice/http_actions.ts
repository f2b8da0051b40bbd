import type { Path } from "../../../core/mod.ts";
import type {
  VirtualServiceHttpCorsPolicy,
  VirtualServiceHttpDirectResponse,
  VirtualServiceHttpFault,
  VirtualServiceHttpRetries,
} from "../../../mesh/mod.ts";
import { checkExpression } from "./http_match.ts";
import type { Say } from "../say.ts";
import { headerNameProblem } from "../values/http_headers.ts";
import { sayIf } from "../values/names.ts";
import { checkDuration, checkPercentage, parseDurationMs } from "../values/values.ts";

const GRPC_STATUSES = new Set(
  ("OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS " +
    "PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED " +
    "INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED").split(" "),
);
const CORS_METHODS = new Set(
  "GET HEAD POST PUT PATCH DELETE CONNECT OPTIONS TRACE *".split(" "),
);
const RETRY_POLICIES = new Set(
  ("5xx gateway-error reset reset-before-request connect-failure envoy-ratelimited retriable-4xx " +
    "refused-stream retriable-status-codes retriable-headers http3-post-connect-failure cancelled " +
    "deadline-exceeded internal resource-exhausted unavailable").split(" "),
);
const STATUSES =
  /^(?:10[0-3]|20[0-8]|226|30[0-5]|30[78]|40\d|41[0-8]|42[1-6]|42[89]|431|451|50[0-8]|51[01])$/;
const KILOBYTE = 1024;
const LARGE_BODY = 100 * KILOBYTE;
const MAX_BODY = KILOBYTE * KILOBYTE;

/** Checks faults that are injected. */
export function checkFault(fault: VirtualServiceHttpFault | undefined, at: Path, say: Say): void {
  if (!fault) return;
  const { abort, delay } = fault;
  if (!abort && !delay) say(at, "HTTP fault injection must have an abort and/or a delay");
  if (abort) {
    const place = [...at, "abort"];
    checkPercentage(abort.percentage?.value, [...place, "percentage"], say);
    if (abort.grpcStatus !== undefined) {
      if (!GRPC_STATUSES.has(abort.grpcStatus)) {
        say([...place, "grpcStatus"], `gRPC status "${abort.grpcStatus}" is not supported`);
      }
    } else if (abort.http2Error !== undefined) {
      say([...place, "http2Error"], "HTTP/2 abort fault injection not supported yet");
    } else if (abort.httpStatus !== undefined) {
      checkStatus(abort.httpStatus, [...place, "httpStatus"], say);
    } else say(place, "abort configured, but error type not set", "warning");
  }
  if (delay) {
    const place = [...at, "delay"];
    checkPercentage(delay.percentage?.value, [...place, "percentage"], say);
    checkDuration(delay.fixedDelay, [...place, "fixedDelay"], say);
    checkDuration(delay.exponentialDelay, [...place, "exponentialDelay"], say);
    if (delay.exponentialDelay !== undefined) {
      say([...place, "exponentialDelay"], "exponentialDelay not supported yet");
    }
  }
}

function checkStatus(status: number, at: Path, say: Say): void {
  if (status < 200 || status > 600) say(at, `HTTP status ${status} is not in range 200-599`);
}

/** Checks what answers without a destination. */
export function checkDirectResponse(
  response: VirtualServiceHttpDirectResponse | undefined,
  at: Path,
  say: Say,
): void {
  if (!response) return;
  const { body, status = 0 } = response;
  const size = body?.string?.length ?? (body?.bytes?.length ?? 0) * 3 / 4;
  if (size > MAX_BODY) {
    say(
      [...at, "body"],
      "large direct_responses may impact control plane performance, must be less than 1MB",
    );
  } else if (size > LARGE_BODY) {
    say(
      [...at, "body"],
      "large direct_responses may impact control plane performance",
      "warning",
    );
  }
  checkStatus(status, [...at, "status"], say);
}

/** Checks retries. */
export function checkRetries(
  retries: VirtualServiceHttpRetries | undefined,
  at: Path,
  say: Say,
): void {
  if (!retries) return;
  const { attempts = 0, perTryTimeout, retryOn, retryRemoteLocalities, backoff } = retries;
  if (attempts < 0) say([...at, "attempts"], "attempts cannot be negative");
  if (attempts === 0 && (perTryTimeout || retryOn || retryRemoteLocalities !== undefined)) {
    say(at, "http retry policy configured when attempts are set to 0 (disabled)");
  }
  checkDuration(perTryTimeout, [...at, "perTryTimeout"], say);
  for (const policy of retryOn ? retryOn.split(",") : []) {
    if (!STATUSES.test(policy) && !RETRY_POLICIES.has(policy)) {
      say([...at, "retryOn"], `"${policy}" is not a valid retryOn policy`);
    }
  }
  checkDuration(backoff, [...at, "backoff"], say);
}

/** Checks what browsers of other origins may do. */
export function checkCors(
  policy: VirtualServiceHttpCorsPolicy | undefined,
  at: Path,
  say: Say,
): void {
  if (!policy) return;
  for (const [i, origin] of (policy.allowOrigins ?? []).entries()) {
    const place = [...at, "allowOrigins", i];
    if (!(origin.exact || origin.prefix || origin.regex)) {
      say(place, "'' is not a valid match type for CORS allow origins");
    } else checkExpression(origin, "corsPolicy.allowOrigins", place, say);
  }
  for (const [i, method] of (policy.allowMethods ?? []).entries()) {
    if (!CORS_METHODS.has(method)) {
      say([...at, "allowMethods", i], `"${method}" is not a supported HTTP method`);
    }
  }
  for (const field of ["allowHeaders", "exposeHeaders"] as const) {
    for (const [i, name] of (policy[field] ?? []).entries()) {
      if (name !== "*") sayIf(say, [...at, field, i], headerNameProblem(name));
    }
  }
  checkDuration(policy.maxAge, [...at, "maxAge"], say);
  if ((parseDurationMs(policy.maxAge ?? "") ?? 0) % 1000 !== 0) {
    say([...at, "maxAge"], "max_age duration is accurate only to seconds precision");
  }
}
