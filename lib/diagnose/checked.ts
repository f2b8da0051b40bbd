import type { Case, ProxyObservation } from "../connectivity/mod.ts";
import type { CauseDescription } from "./cause.ts";
import { causes } from "./causes/mod.ts";

/** What was looked at for a case, as lines: what is not here was not read and is not called fine. */
export function checkedIn(of: Case): string[] {
  const proxies = [...new Set([...of.clients, ...of.servers])];
  return [
    `${of.mesh.size} objects of ${of.mesh.kinds.length} kinds`,
    ...proxies.flatMap(readOf),
    ...(of.controlPlane.sync
      ? [`istiod: what it and ${of.controlPlane.sync.size} proxies agree on`]
      : []),
    ...(of.controlPlane.clusters
      ? [`istiod: the ${of.controlPlane.clusters.length} clusters it reads`]
      : []),
    `${of.exchanges.length} requests of this caller to this destination`,
    `${causes.length} root causes`,
  ];
}

function readOf({ id, dump, log, envoyClusters, certificates }: ProxyObservation): string[] {
  const parts = [
    dump && "configuration",
    log && `log with ${log.requests.length} requests`,
    envoyClusters && "endpoint statistics",
    certificates && "certificates",
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [`proxy ${id}: ${parts.join(", ")}`];
}

/** A cause as it stands in the list of what was looked at. */
export function checkedLine({ id, title }: CauseDescription): string {
  return `${id} ${title}`;
}
