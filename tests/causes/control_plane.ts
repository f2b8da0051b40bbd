/** Rows of the causes that lie between istiod and what it reads or configures. @module */
import type { CaseParts } from "../cases/case_of.ts";
import { object } from "../cases/objects.ts";
import {
  type CauseRow,
  logs,
  meshWith,
  NO_CLUSTER,
  refused,
  SLEEP,
  times,
  WEB,
  WEB_SERVICE,
} from "./row.ts";

const NO_HEALTHY = logs(times(3, refused(503, "UH", "no_healthy_upstream")));
const HOME = { id: "home", secretName: "", syncStatus: "synced" };
const WEST = { id: "west", secretName: "istio-system/istio-remote-secret-west" };

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-M01",
    fires: inWest(HOME),
    object: "Secret/istio-system/istio-remote-secret-west",
    near: inWest(HOME, { ...WEST, syncStatus: "synced" }),
    nearly: "istiod reads the cluster",
  },
  {
    cause: "MM-M02",
    fires: inWest(HOME, { ...WEST, syncStatus: "timeout" }),
    object: "Secret/istio-system/istio-remote-secret-west",
    near: inWest(HOME, { ...WEST, syncStatus: "synced" }),
    nearly: "istiod reads the cluster",
  },
  {
    cause: "MM-X03",
    fires: synced("Error adding/updating listener(s) 0.0.0.0_80: Unable to parse local_ratelimit"),
    object: "EnvoyFilter/client/limit",
    near: synced(""),
    nearly: "the proxy took its configuration",
  },
];

/** A Service whose pods are in another cluster, with the clusters that istiod reads. */
function inWest(...clusterz: readonly object[]): CaseParts {
  return {
    objects: [SLEEP, WEB_SERVICE],
    clusters: { west: [WEB_SERVICE, WEB] },
    proxy: ({ endpoints }) => endpoints.clear(),
    files: { "istiod/debug/clusterz.json": clusterz },
    logs: NO_HEALTHY,
  };
}

function synced(lastError: string): CaseParts {
  const listeners = "type.googleapis.com/envoy.config.listener.v3.Listener";
  const resources = { [listeners]: { sent: "2", acked: "1", lastError } };
  return {
    objects: meshWith(object("networking.istio.io/v1alpha3 EnvoyFilter client/limit", {
      configPatches: [{
        applyTo: "HTTP_FILTER",
        patch: { operation: "MERGE", value: { name: "envoy.filters.http.local_ratelimit" } },
      }],
    })),
    files: { "istiod/debug/syncz.json": [{ proxy: "sleep-1.client", resources }] },
    logs: NO_CLUSTER,
  };
}
