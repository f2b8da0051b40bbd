/** Rows of the causes that are somebody's limit: timeouts, retries, pools, rates and faults. @module */
import { object } from "../cases/objects.ts";
import {
  answered,
  type CauseRow,
  destinationRule,
  type Logs,
  logs,
  meshWith,
  refused,
  times,
  toWeb,
  virtualService,
} from "./row.ts";

const LEFT = { code: 0, flags: ["DC"], details: "downstream_remote_disconnect" };
const OVERFLOW = refused(503, "UO", "upstream_reset_before_response_started{overflow}");
const POOL = { connectionPool: { http: { http1MaxPendingRequests: 1 } } };
const RATE_LIMITED = object("networking.istio.io/v1alpha3 EnvoyFilter shop/limit", {
  workloadSelector: { labels: { app: "web" } },
  configPatches: [{
    applyTo: "HTTP_FILTER",
    patch: { operation: "INSERT_BEFORE", value: { name: "envoy.filters.http.local_ratelimit" } },
  }],
});
const TIMED = virtualService({ http: [{ timeout: "1s", route: [toWeb()] }] });
const TRIED = virtualService({
  http: [{ retries: { attempts: 3, perTryTimeout: "200ms" }, route: [toWeb()] }],
});
const FAULTY = virtualService({
  http: [{ fault: { abort: { httpStatus: 503, percentage: { value: 50 } } }, route: [toWeb()] }],
});

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-C24",
    fires: { objects: meshWith(), logs: left(3000) },
    object: "Service/shop/web",
    near: { objects: meshWith(), logs: left(12) },
    nearly: "the caller was interrupted, it did not wait",
  },
  {
    cause: "MM-C25",
    fires: {
      dumps: false,
      objects: meshWith(TIMED),
      logs: logs(
        times(3, { ...refused(504, "UT", "response_timeout"), durationMs: 1001 }),
        times(3, { ...LEFT, durationMs: 1000 }),
      ),
    },
    object: "VirtualService/shop/web",
    near: { dumps: false, objects: meshWith(TIMED), logs: bySelf(504) },
    nearly: "the application answers 504 itself",
  },
  {
    cause: "MM-C26",
    fires: {
      dumps: false,
      objects: meshWith(TRIED),
      logs: logs(
        times(3, { ...refused(504, "UT,URX", "upstream_per_try_timeout"), durationMs: 850 }),
        times(3, { ...LEFT, durationMs: 200 }),
      ),
    },
    object: "VirtualService/shop/web",
    near: {
      dumps: false,
      objects: meshWith(TRIED),
      logs: logs(times(3, { ...refused(504, "UT", "response_timeout"), durationMs: 15_000 })),
    },
    nearly: "the time of the whole route ran out, not that of a try",
  },
  {
    cause: "MM-C27",
    fires: {
      objects: meshWith(destinationRule({ trafficPolicy: POOL })),
      logs: logs([...times(2, answered(200)), ...times(6, OVERFLOW)], times(2, {})),
    },
    object: "DestinationRule/shop/web",
    near: {
      objects: meshWith(destinationRule({ trafficPolicy: POOL })),
      logs: logs(times(6, answered(503)), times(6, OVERFLOW)),
    },
    nearly: "the server's proxy overflows, not the caller's",
  },
  {
    cause: "MM-C28",
    fires: {
      objects: meshWith(object("networking.istio.io/v1 Sidecar shop/web", {
        workloadSelector: { labels: { app: "web" } },
        inboundConnectionPool: { http: { http1MaxPendingRequests: 1 } },
      })),
      logs: logs(times(6, answered(503)), times(6, OVERFLOW)),
    },
    object: "Sidecar/shop/web",
    near: {
      objects: meshWith(destinationRule({ trafficPolicy: POOL })),
      logs: logs(times(6, OVERFLOW)),
    },
    nearly: "the caller's proxy overflows, not the server's",
  },
  {
    cause: "MM-C31",
    fires: {
      dumps: false,
      objects: meshWith(FAULTY),
      logs: logs([
        ...times(2, answered(200)),
        ...times(3, refused(503, "FI", "fault_filter_abort")),
      ], times(2, {})),
    },
    object: "VirtualService/shop/web",
    near: { dumps: false, objects: meshWith(FAULTY), logs: bySelf(503) },
    nearly: "the requests that failed came from the application",
  },
  {
    cause: "MM-C49",
    fires: {
      objects: meshWith(RATE_LIMITED),
      logs: logs(times(4, answered(429)), times(4, refused(429, "RL", "local_rate_limited"))),
    },
    object: "EnvoyFilter/shop/limit",
    near: { objects: meshWith(RATE_LIMITED), logs: bySelf(429) },
    nearly: "the application counts requests itself",
  },
  {
    cause: "MM-C53",
    fires: {
      objects: meshWith(),
      logs: logs(
        [{ ...answered(503), flags: ["URX"], requestId: "a" }],
        times(3, { code: 503, requestId: "a" }),
      ),
    },
    object: "Pod/shop/web-1",
    near: { objects: meshWith(), logs: bySelf(503) },
    nearly: "the request was tried once",
  },
  {
    cause: "MM-C48",
    fires: orderedTwice("5xx"),
    object: "VirtualService/shop/web",
    near: orderedTwice("connect-failure,refused-stream"),
    nearly: "only what the server never got is sent again",
  },
];

/** Requests that the caller left after some milliseconds. */
function left(durationMs: number): Logs {
  return logs(times(3, { ...LEFT, durationMs }), times(3, { ...LEFT, durationMs }));
}

/** Requests that the application answers with an error by itself. */
function bySelf(code: number): Logs {
  return logs(times(4, answered(code)), times(4, { code }));
}

/** A POST that the server got twice, under a rule that retries on some condition. */
function orderedTwice(retryOn: string): CauseRow["fires"] {
  const sent = { method: "POST", requestId: "order" };
  return {
    dumps: false,
    objects: meshWith(
      virtualService({ http: [{ retries: { attempts: 2, retryOn }, route: [toWeb()] }] }),
    ),
    request: { method: "POST" },
    logs: logs([{ ...answered(200), ...sent }], [{ ...sent, code: 503 }, sent]),
  };
}
