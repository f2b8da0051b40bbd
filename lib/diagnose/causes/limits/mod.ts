import type { Cause } from "../../cause.ts";
import { callerGivesUp } from "./caller_gives_up.ts";
import { circuitBreakerOpen } from "./circuit_breaker.ts";
import { faultInjected } from "./fault_injected.ts";
import { inboundCircuitBreakerOpen } from "./inbound_circuit_breaker.ts";
import { perTryTimeout } from "./per_try_timeout.ts";
import { rateLimitServiceDown } from "./rate_limit_service_down.ts";
import { rateLimited } from "./rate_limited.ts";
import { retriesHideError } from "./retries_hide_error.ts";
import { routeTimeout } from "./route_timeout.ts";
import { unsafeRetries } from "./unsafe_retries.ts";

/** Every root cause in limits, time limits and retries. */
export const limitsCauses: readonly Cause[] = [
  callerGivesUp, // MM-C24
  routeTimeout, // MM-C25
  perTryTimeout, // MM-C26
  circuitBreakerOpen, // MM-C27
  inboundCircuitBreakerOpen, // MM-C28
  faultInjected, // MM-C31
  unsafeRetries, // MM-C48
  rateLimited, // MM-C49
  rateLimitServiceDown, // MM-C50
  retriesHideError, // MM-C53
];
