/** Rows of slowness: retries and timeouts. @module */
import type { CaseParts } from "../../cases/case_of.ts";
import { pod, service } from "../../cases/objects.ts";
import type { ProxyParts } from "../../cases/proxy_files.ts";
import { type Logs, meshWith, refused, times, toWeb, virtualService } from "../row.ts";
import { BEGIN, type SlownessRow } from "./requests.ts";

const TRIED = virtualService({
  http: [{ timeout: "1s", retries: { attempts: 3, perTryTimeout: "500ms" }, route: [toWeb()] }],
});

const TRIES = { retry_on: "5xx", num_retries: 3, per_try_timeout: "0.5s" };

const TIMED_OUT: Logs = {
  "client/sleep-1": times(3, { ...refused(504, "UT", "response_timeout"), durationMs: 1001 }),
};

/** A route of a proxy with a timeout of its own, as a VirtualService of that name makes it. */
function routeWith(
  host: string,
  timeout: string,
  retry_policy?: object,
): (parts: ProxyParts) => void {
  const config = `/apis/networking.istio.io/v1/namespaces/shop/virtual-service/${host}`;
  return ({ routes }) => {
    for (const virtualHost of [...routes.values()].flat()) {
      if (!virtualHost.name.startsWith(`${host}.`)) continue;
      virtualHost.routes = [{
        name: "default",
        match: { prefix: "/" },
        route: { cluster: `outbound|80||${host}.shop.svc.cluster.local`, timeout, retry_policy },
        metadata: { filter_metadata: { istio: { config } } },
      }];
    }
  };
}

/** Web calls `api` for each request, and its caller gives up after a second. */
function nested(innerTimeout: string): CaseParts {
  const at = (i: number) => BEGIN + 5000 * i;
  return {
    objects: meshWith(
      pod("shop/api-1", { ip: "10.0.0.4" }),
      service("shop/api", { clusterIP: "10.1.0.9" }),
      virtualService({ http: [{ timeout: "1s", route: [toWeb()] }] }),
    ),
    proxy: routeWith("web", "1s"),
    servers: routeWith("api", innerTimeout),
    logs: {
      "client/sleep-1": [0, 1, 2].map((i) => ({
        ...refused(504, "UT", "response_timeout"),
        startMs: at(i),
        durationMs: 1000,
        upstreamHost: "10.0.0.2:8080",
      })),
      "shop/web-1": [0, 1, 2].flatMap((i) => [
        {
          startMs: at(i) + 1,
          requestId: `request-${i}`,
          durationMs: 999,
          code: 0,
          flags: ["DC"],
          details: "downstream_remote_disconnect",
        },
        {
          startMs: at(i) + 2,
          requestId: `request-${i}`,
          durationMs: 3000,
          authority: "api",
          upstreamCluster: "outbound|80||api.shop.svc.cluster.local",
          upstreamHost: "10.0.0.4:8080",
          downstreamLocal: "10.1.0.9:80",
          downstreamRemote: "10.0.0.2:40000",
        },
      ]),
    },
  };
}

/** Requests of which each reaches the server several times. */
function tried(count: number): Logs {
  const at = (i: number, ms: number) => BEGIN + 5000 * i + ms;
  return {
    "client/sleep-1": [0, 1, 2, 3].map((i) => ({
      startMs: at(i, 0),
      durationMs: 1210,
      upstreamMs: 1209,
    })),
    "shop/web-1": [0, 1, 2, 3].flatMap((i) =>
      Array.from({ length: count }, (_, n) => ({
        requestId: `request-${i}`,
        startMs: at(i, 1 + 1200 / count * n),
        durationMs: 1200 / count - 1,
        upstreamMs: 1200 / count - 1,
        ...(n < count - 1 ? { code: 503 } : {}),
      }))
    ),
  };
}

/** The rows. */
export const rows: readonly SlownessRow[] = [
  {
    cause: "MM-C47",
    fires: { objects: meshWith(TRIED), dumps: false, logs: tried(3) },
    object: "VirtualService/shop/web",
    near: { objects: meshWith(TRIED), dumps: false, logs: tried(1) },
    nearly: "each request reaches the server once",
  },
  {
    cause: "MM-P10",
    fires: { objects: meshWith(TRIED), logs: TIMED_OUT, proxy: routeWith("web", "1s", TRIES) },
    object: "VirtualService/shop/web",
    near: { objects: meshWith(TRIED), logs: TIMED_OUT, proxy: routeWith("web", "3s", TRIES) },
    nearly: "all tries fit into the timeout",
  },
  {
    cause: "MM-P10",
    when: "for a call that the server waits for",
    fires: nested("10s"),
    object: "VirtualService/shop/web",
    near: nested("0.5s"),
    nearly: "the call behind it is given up first",
  },
];
