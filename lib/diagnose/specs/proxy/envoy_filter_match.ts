import type { Path } from "../../../core/mod.ts";
import type {
  EnvoyFilterConfigPatch,
  EnvoyFilterConfigPatchMatch,
  EnvoyFilterConfigPatchMatchListener,
} from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { renamedFilter } from "./renamed_filters.ts";

const CONNECTION_MANAGER = "envoy.filters.network.http_connection_manager";
const CONNECTION_MANAGERS = new Set([CONNECTION_MANAGER, "envoy.http_connection_manager"]);
type ObjectKind = "listener" | "routeConfiguration" | "cluster";
const OBJECTS: Readonly<Record<string, readonly [ObjectKind, string]>> = {
  LISTENER: ["listener", "listener class objects cannot have non listener match"],
  FILTER_CHAIN: ["listener", "listener class objects cannot have non listener match"],
  NETWORK_FILTER: ["listener", "listener class objects cannot have non listener match"],
  HTTP_FILTER: ["listener", "listener class objects cannot have non listener match"],
  ROUTE_CONFIGURATION: [
    "routeConfiguration",
    "http route class objects cannot have non route configuration match",
  ],
  VIRTUAL_HOST: [
    "routeConfiguration",
    "http route class objects cannot have non route configuration match",
  ],
  HTTP_ROUTE: [
    "routeConfiguration",
    "http route class objects cannot have non route configuration match",
  ],
  CLUSTER: ["cluster", "cluster class objects cannot have non cluster match"],
};

/** Checks that a patch looks for the kind of object that it applies to. Returns whether to go on. */
export function checkPatchMatch(
  { applyTo = "INVALID", match }: EnvoyFilterConfigPatch,
  at: Path,
  say: Say,
): boolean {
  if (!match || !hasObject(match) || !Object.hasOwn(OBJECTS, applyTo)) return true;
  const [object, message] = OBJECTS[applyTo]!;
  if (match[object] === undefined) {
    say([...at, "match"], `Envoy filter: applyTo for ${message}`);
    return object !== "listener";
  }
  return !match.listener ||
    checkListener(match.listener, applyTo, [...at, "match", "listener"], say);
}

function hasObject(
  { listener, routeConfiguration, cluster, waypoint }: EnvoyFilterConfigPatchMatch,
) {
  return Boolean(listener ?? routeConfiguration ?? cluster ?? waypoint);
}

function checkListener(
  { filterChain }: EnvoyFilterConfigPatchMatchListener,
  applyTo: string,
  path: Path,
  say: Say,
): boolean {
  const filter = filterChain?.filter;
  if (!filter) return true;
  const at = [...path, "filterChain", "filter"];
  const { name, subFilter } = filter;
  if (applyTo === "LISTENER" || applyTo === "FILTER_CHAIN") {
    say(at, `Envoy filter: filter match has no effect when used with ${applyTo}`, "warning");
  }
  const problem = name
    ? subFilter && subFilterProblem(name, subFilter.name, applyTo)
    : "filter match has no name to match on";
  if (problem) {
    say(at, `Envoy filter: ${problem}`);
    return false;
  }
  for (const used of [name, subFilter?.name]) {
    const renamed = used && renamedFilter(used);
    if (!renamed) continue;
    say(at, `using deprecated filter name "${used}"; use "${renamed}" instead`, "warning");
  }
  return true;
}

function subFilterProblem(
  filter: string,
  name: string | undefined,
  applyTo: string,
): string | undefined {
  if (applyTo !== "HTTP_FILTER") {
    return "subfilter match can be used with applyTo HTTP_FILTER only";
  }
  if (!CONNECTION_MANAGERS.has(filter)) {
    return `subfilter match requires filter match with ${CONNECTION_MANAGER}`;
  }
  return name ? undefined : "subfilter match has no name to match on";
}
