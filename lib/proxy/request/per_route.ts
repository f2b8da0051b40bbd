import {
  type HttpFault,
  httpFault,
  type LocalRateLimit,
  localRateLimit,
} from "../envoy/filter/http_faults.ts";
import type { HttpFilterOf } from "../envoy/filter/http_filter.ts";
import type { Route, VirtualHost } from "../envoy/route/route_config.ts";
import type { TypedConfig } from "../envoy/typed_config.ts";

/** The places where a request finds settings for a filter, but for the filter itself. */
export interface RequestPlace {
  /** The virtual host. */
  readonly virtualHost: VirtualHost;
  /** The route. */
  readonly route: Route;
}

/** The faults injected into a request: those of its route, else of its virtual host, else of the filter. */
export function faultFor(filter: HttpFilterOf<"fault", HttpFault>, place: RequestPlace): HttpFault {
  const nearest = nearestConfig(filter.name, place);
  return nearest === undefined ? filter.config : httpFault(nearest.value);
}

/** The local limit of a request: that of its route, else of its virtual host, else of the filter. */
export function localRateLimitFor(
  filter: HttpFilterOf<"local_ratelimit", LocalRateLimit>,
  place: RequestPlace,
): LocalRateLimit {
  const nearest = nearestConfig(filter.name, place);
  return nearest === undefined ? filter.config : localRateLimit(nearest.value);
}

function nearestConfig(
  filterName: string,
  { virtualHost, route }: RequestPlace,
): TypedConfig | undefined {
  return route.typedPerFilterConfig.get(filterName) ??
    virtualHost.typedPerFilterConfig.get(filterName);
}
