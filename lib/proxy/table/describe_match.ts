import type { RouteMatch } from "../envoy/route/route_match.ts";

/** What a route matches, as the peer's tables show it; headers are left out. */
export function describeMatch(match: RouteMatch): string {
  return [
    ...match.prefix ? [`${match.prefix}*`] : [],
    ...match.pathSeparatedPrefix ? [`PathPrefix:${match.pathSeparatedPrefix}`] : [],
    ...match.path ? [match.path] : [],
    ...match.safeRegex === undefined ? [] : [`regex ${match.safeRegex}`],
  ].join(" ");
}
