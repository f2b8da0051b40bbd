/** Rows of the causes by which something that was put into a proxy makes it refuse requests. @module */
import type { CaseParts } from "../cases/case_of.ts";
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
  unconnected,
} from "./row.ts";

const SLOW_CONNECT = unconnected("connection_timeout");
const RATE_LIMITED = filter("shop/limit", {
  applyTo: "HTTP_FILTER",
  patch: {
    operation: "INSERT_BEFORE",
    value: {
      name: "envoy.filters.http.ratelimit",
      typed_config: {
        rate_limit_service: {
          grpc_service: {
            envoy_grpc: { cluster_name: "outbound|8081||limits.shop.svc.cluster.local" },
          },
        },
      },
    },
  },
});
const BREAKERS = filter("client/limits", {
  applyTo: "CLUSTER",
  match: { context: "SIDECAR_OUTBOUND" },
  patch: { operation: "MERGE", value: { circuit_breakers: { thresholds: [{ max_requests: 1 }] } } },
});
const FAULT = filter("client/fault", {
  applyTo: "HTTP_FILTER",
  patch: { operation: "INSERT_BEFORE", value: { name: "envoy.filters.http.fault" } },
});
const BROKEN = filter("client/tracing", {
  applyTo: "HTTP_FILTER",
  patch: { operation: "INSERT_BEFORE", value: { name: "envoy.http_dynamo_filter" } },
});

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-C31",
    when: "by an EnvoyFilter",
    fires: {
      objects: meshWith(FAULT),
      logs: logs(times(3, refused(503, "FI", "fault_filter_abort"))),
    },
    object: "EnvoyFilter/client/fault",
    near: {
      objects: meshWith(FAULT),
      logs: logs(times(3, answered(503)), times(3, { code: 503 })),
    },
    nearly: "the application answers, past the filter",
  },
  {
    cause: "MM-C50",
    fires: {
      objects: meshWith(RATE_LIMITED),
      logs: logs(times(4, answered(500)), times(4, refused(500, "RLSE", "rate_limiter_error"))),
    },
    object: "EnvoyFilter/shop/limit",
    near: {
      objects: meshWith(RATE_LIMITED),
      logs: logs(times(4, answered(429)), times(4, refused(429, "RL", "request_rate_limited"))),
    },
    nearly: "the service answered that it is too much",
  },
  {
    cause: "MM-R20",
    fires: { objects: meshWith(connectTimeout("0.001s")), logs: logs(times(3, SLOW_CONNECT)) },
    object: "EnvoyFilter/client/timeouts",
    near: { objects: meshWith(connectTimeout("10s")), logs: logs(times(3, SLOW_CONNECT)) },
    nearly: "the patch gives connections time enough",
  },
  {
    cause: "MM-R20",
    when: "by a limit of its own",
    fires: { objects: meshWith(BREAKERS), logs: overflowing() },
    object: "EnvoyFilter/client/limits",
    near: {
      objects: meshWith(
        BREAKERS,
        destinationRule({ trafficPolicy: { connectionPool: { tcp: { maxConnections: 1 } } } }),
      ),
      logs: overflowing(),
    },
    nearly: "a DestinationRule sets a limit too",
  },
  {
    cause: "MM-R20",
    when: "in the server's proxy",
    fires: { objects: meshWith(limitOf("SIDECAR_INBOUND")), logs: crowded() },
    object: "EnvoyFilter/shop/concurrency",
    near: { objects: meshWith(limitOf("GATEWAY")), logs: crowded() },
    nearly: "the patch is for gateways",
  },
  {
    cause: "MM-R21",
    fires: rejected("Didn't find a registered implementation for 'envoy.http_dynamo_filter'"),
    object: "EnvoyFilter/client/tracing",
    near: rejected("script load error: '=' expected near 'is'"),
    nearly: "Envoy knows the filter, but not what it is told",
  },
  {
    cause: "MM-R30",
    fires: pluggedIn(
      "error in converting the wasm config to local: cannot fetch Wasm module " +
        "oci://registry.example.com/auth:1: 401. applying deny RBAC filter",
    ),
    object: "WasmPlugin/shop/auth",
    near: pluggedIn("fetched wasm module oci://registry.example.com/auth:1"),
    nearly: "the module was fetched",
  },
];

function filter(id: string, ...configPatches: readonly object[]): object {
  return object(`networking.istio.io/v1alpha3 EnvoyFilter ${id}`, { configPatches });
}

function connectTimeout(connect_timeout: string): object {
  const service = "web.shop.svc.cluster.local";
  return filter("client/timeouts", {
    applyTo: "CLUSTER",
    match: { context: "SIDECAR_OUTBOUND", cluster: { service } },
    patch: { operation: "MERGE", value: { connect_timeout } },
  });
}

function overflowing(): Logs {
  return logs(times(3, refused(503, "UO", "upstream_reset_before_response_started{overflow}")));
}

function limitOf(context: string): object {
  return filter("shop/concurrency", {
    applyTo: "HTTP_FILTER",
    match: { context },
    patch: {
      operation: "INSERT_BEFORE",
      value: { name: "envoy.filters.http.adaptive_concurrency" },
    },
  });
}

function crowded(): Logs {
  return logs(times(3, answered(503)), times(3, refused(503, "", "reached_concurrency_limit")));
}

function rejected(lastError: string): CaseParts {
  const type = "type.googleapis.com/envoy.config.listener.v3.Listener";
  return {
    objects: meshWith(BROKEN),
    proxy: ({ listeners }) => listeners.delete("0.0.0.0_80"),
    logs: logs(
      times(3, { ...answered(0), flags: ["UR"], upstreamCluster: "PassthroughCluster" }),
    ),
    files: {
      "istiod/debug/syncz.json": [{
        proxy: "sleep-1.client",
        resources: { [type]: { sent: "b", acked: "a", lastError } },
      }],
    },
  };
}

function pluggedIn(said: string): CaseParts {
  const line = '[2026-01-01T11:59:00.000Z] "GET / HTTP/1.1" 403 - ' +
    'rbac_access_denied_matched_policy[none] - "-" 0 19 0 - "-" "curl" "request-0" "web.shop" "-" ' +
    "inbound|8080|| - 10.0.0.2:8080 10.0.0.1:40000 - default";
  return {
    objects: meshWith(object("extensions.istio.io/v1alpha1 WasmPlugin shop/auth", {
      selector: { matchLabels: { app: "web" } },
      url: "oci://registry.example.com/auth:1",
    })),
    logs: logs([answered(403)]),
    files: {
      "proxies/shop/web-1/access.log":
        `2026-01-01T11:58:00.000000Z\terror\twasm\t${said}\n${line}\n`,
    },
  };
}
