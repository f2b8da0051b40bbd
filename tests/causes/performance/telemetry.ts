/** Rows of slowness: what metrics and traces cost. @module */
import type { CaseParts } from "../../cases/case_of.ts";
import { object } from "../../cases/objects.ts";
import { WEB, WEB_SERVICE } from "../row.ts";
import {
  FAST,
  LOST_ON_THE_WAY,
  podMetrics,
  SLEEP_100M,
  SLEEP_100MI,
  type SlownessRow,
} from "./requests.ts";

/** A proxy whose memory is nearly used up and that counts so many series. */
function series(count: number): CaseParts {
  const stats = Array.from({ length: count }, (_, i) => ({
    name: `istiocustom.istio_requests_total.request_path.=.${i}`,
    value: 1,
  }));
  const tags = { request_path: { value: "request.path" } };
  return {
    objects: [
      SLEEP_100MI,
      WEB,
      WEB_SERVICE,
      object("telemetry.istio.io/v1 Telemetry client/paths", {
        metrics: [{ overrides: [{ tagOverrides: tags }] }],
      }),
    ],
    logs: FAST,
    files: {
      "proxies/client/sleep-1/stats.json": {
        stats: [{ name: "server.memory_allocated", value: 95 * 2 ** 20 }, ...stats],
      },
    },
  };
}

/** A proxy without CPU that traces such a share of its requests, in per cent. */
function sampled(randomSamplingPercentage: number): CaseParts {
  return {
    objects: [
      SLEEP_100M,
      WEB,
      WEB_SERVICE,
      podMetrics("client/sleep-1", { "istio-proxy": "95m" }),
      object("telemetry.istio.io/v1 Telemetry istio-system/default", {
        tracing: [{ randomSamplingPercentage }],
      }),
    ],
    logs: LOST_ON_THE_WAY,
  };
}

/** The rows. */
export const rows: readonly SlownessRow[] = [
  {
    cause: "MM-P08",
    fires: series(3000),
    object: "Telemetry/client/paths",
    near: series(300),
    nearly: "there are few series",
  },
  {
    cause: "MM-P09",
    isSecond: true,
    fires: sampled(100),
    object: "Telemetry/istio-system/default",
    near: sampled(1),
    nearly: "one request of a hundred is traced",
  },
];
