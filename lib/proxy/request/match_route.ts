import type { Route, VirtualHost } from "../envoy/route/route_config.ts";
import type { RouteMatch } from "../envoy/route/route_match.ts";
import { headerOf, type HttpRequest, pathOf, queryOf } from "./http_request.ts";
import { describeHeader, matchesHeader, matchesQueryParameter } from "./match_header.ts";
import { matchesMetadata } from "./match_metadata.ts";
import { describePath, matchesPath } from "./match_path.ts";

/** The route of a request, and why earlier ones were passed over. */
export interface RouteResult {
  /** The route; `undefined` where none matches (flag NR, `route_not_found`). */
  readonly route: Route | undefined;
  /** The routes before it that do not match. */
  readonly passedOver: readonly PassedOverRoute[];
}

/** A route that was asked and did not match. */
export interface PassedOverRoute {
  /** The route. */
  readonly route: Route;
  /** The first condition that does not hold, in words. */
  readonly condition: string;
}

/** Whether a virtual host sends the request to HTTPS before any route is asked. */
export function redirectsToHttps({ requireTls }: VirtualHost, request: HttpRequest): boolean {
  return requireTls === "ALL" && (request.scheme ?? "http") !== "https";
}

/** The first route of a virtual host, in order, all of whose conditions hold. */
export function matchRoute({ routes }: VirtualHost, request: HttpRequest): RouteResult {
  const passedOver: PassedOverRoute[] = [];
  for (const route of routes) {
    const condition = failingCondition(route.match, request);
    if (condition === undefined) return { route, passedOver };
    passedOver.push({ route, condition });
  }
  return { route: undefined, passedOver };
}

/** The first condition of a match that does not hold, in words; `undefined` where all hold. */
export function failingCondition(match: RouteMatch, request: HttpRequest): string | undefined {
  return failingPath(match, request) ?? failingShare(match, request) ??
    failingHeader(match, request) ?? failingQueryParameter(match, request) ??
    failingCertificate(match, request) ??
    failingMetadata(match, request);
}

function failingPath(match: RouteMatch, request: HttpRequest): string | undefined {
  const holds = match.connectMatcher
    ? request.method === "CONNECT"
    : matchesPath(match, pathOf(request));
  return holds ? undefined : describePath(match);
}

function failingShare({ runtimeFraction }: RouteMatch, request: HttpRequest): string | undefined {
  return runtimeFraction === undefined || (request.percentile ?? 0) < runtimeFraction.percent
    ? undefined
    : `the request is among ${runtimeFraction.percent} % of all`;
}

function failingHeader({ grpc, headers }: RouteMatch, request: HttpRequest): string | undefined {
  if (grpc && !/^application\/grpc(?:$|[+;])/.test(headerOf(request, "content-type") ?? "")) {
    return "the request is gRPC";
  }
  const failing = headers.find((header) => !matchesHeader(header, headerOf(request, header.name)));
  return failing && describeHeader(failing);
}

function failingQueryParameter(
  { queryParameters }: RouteMatch,
  request: HttpRequest,
): string | undefined {
  if (queryParameters.length === 0) return undefined;
  const query = queryOf(request);
  const failing = queryParameters.find((parameter) =>
    !matchesQueryParameter(parameter, query.get(parameter.name))
  );
  return failing && `query parameter "${failing.name}" fits`;
}

function failingCertificate({ tlsContext }: RouteMatch, request: HttpRequest): string | undefined {
  if (tlsContext === undefined) return undefined;
  const certificate = request.clientCertificate ?? "none";
  const { presented, validated } = tlsContext;
  if (presented !== undefined && presented !== (certificate !== "none")) {
    return `the caller ${presented ? "shows a" : "shows no"} certificate`;
  }
  return validated === undefined || validated === (certificate === "validated")
    ? undefined
    : `the caller's certificate ${validated ? "is" : "is not"} validated`;
}

function failingMetadata(
  { dynamicMetadata }: RouteMatch,
  request: HttpRequest,
): string | undefined {
  const metadata = request.dynamicMetadata ?? new Map<string, unknown>();
  const failing = dynamicMetadata.find((matcher) => !matchesMetadata(matcher, metadata));
  return failing && `metadata of "${failing.filter}" at "${failing.path.join(".")}" fit`;
}
