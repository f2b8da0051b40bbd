/** Rows of the causes that lie between istiod and what it reads or configures. @module */
import type { CaseParts } from "../cases/case_of.ts";
import { object } from "../cases/objects.ts";
import { type CauseRow, meshWith, NO_CLUSTER } from "./row.ts";

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-X03",
    fires: synced("Error adding/updating listener(s) 0.0.0.0_80: Unable to parse local_ratelimit"),
    object: "EnvoyFilter/client/limit",
    near: synced(""),
    nearly: "the proxy took its configuration",
  },
];

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
