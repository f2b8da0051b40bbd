import { matchesRe2 } from "../../core/mod.ts";
import { isGateway, isInbound, type LoggedRequest } from "../../connectivity/mod.ts";
import {
  type EnvoyFilterConfigPatch,
  type EnvoyFilterConfigPatchMatch,
  type Mesh,
  parseServiceHost,
  type Resource,
} from "../../mesh/mod.ts";
import { parseEnvoyClusterName } from "../../proxy/mod.ts";
import { envoyFiltersFor } from "./envoy_filters.ts";

/** One patch of an EnvoyFilter that acts on a request that was logged. */
export interface ActingPatch {
  /** The EnvoyFilter. */
  readonly filter: Resource<"EnvoyFilter">;
  /** Index of the patch. */
  readonly index: number;
  /** The patch. */
  readonly patch: EnvoyFilterConfigPatch;
  /** What it puts in, as JSON text. */
  readonly value: string;
}

/** The patches of EnvoyFilters in the proxy that wrote a line, that are for its direction and Envoy cluster. */
export function patchesOn(mesh: Mesh, line: LoggedRequest): ActingPatch[] {
  const { pod } = line.proxy;
  if (!pod) return [];
  return envoyFiltersFor(mesh, pod).flatMap((filter) =>
    (filter.spec.configPatches ?? []).flatMap((patch, index) =>
      isFor(patch.match, line)
        ? [{ filter, index, patch, value: JSON.stringify(patch.patch?.value ?? {}) }]
        : []
    )
  );
}

function isFor(match: EnvoyFilterConfigPatchMatch | undefined, line: LoggedRequest): boolean {
  const { context = "ANY", cluster, proxy } = match ?? {};
  return (context === "ANY" || context === contextOf(line)) &&
    hasVersion(proxy?.proxyVersion, line.proxy.server?.istioVersion) &&
    (!cluster || isCluster(cluster, line.entry.upstreamCluster));
}

function contextOf({ proxy, entry }: LoggedRequest): EnvoyFilterConfigPatchMatch["context"] {
  if (proxy.pod && isGateway(proxy.pod)) return "GATEWAY";
  return isInbound(entry) ? "SIDECAR_INBOUND" : "SIDECAR_OUTBOUND";
}

/** Whether a proxy's version fits an expression; it may where it is not known. */
function hasVersion(pattern: string | undefined, version: string | undefined): boolean {
  return !pattern || !version || matchesRe2(pattern, version, "part");
}

function isCluster(
  { name, service, portNumber, subset }: NonNullable<EnvoyFilterConfigPatchMatch["cluster"]>,
  envoyCluster: string,
): boolean {
  if (name) return name === envoyCluster;
  const parsed = parseEnvoyClusterName(envoyCluster);
  if (!parsed) return !service && !portNumber && !subset;
  // Inbound clusters have no host of their own; the service is that of the pod.
  const isService = !service || parsed.host === "" || service === parsed.host ||
    service === parseServiceHost(parsed.host)?.name;
  return isService && (!portNumber || portNumber === parsed.port) &&
    (!subset || subset === parsed.subset);
}
