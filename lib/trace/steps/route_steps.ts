import {
  type ConfigDump,
  effectiveAuthority,
  type HttpConnectionManager,
  type HttpRequest,
  matchRoute,
  matchVirtualHost,
  type Route,
  type RouteAction,
  type RouteConfiguration,
  type RouteResult,
  type VirtualHost,
} from "../../proxy/mod.ts";
import { compileRe2, type TraceStep } from "../../core/mod.ts";
import { type Part, step, stop } from "../stop.ts";
import type { TracedRequest } from "../traced_request.ts";
import { objectsOf } from "./listener_steps.ts";

/** The route of a request, with the decisions that led to it. */
export interface RoutePart extends Part {
  /** The virtual host. */
  readonly virtualHost: VirtualHost | undefined;
  /** The route. */
  readonly route: Route | undefined;
}

const UNROUTED = { virtualHost: undefined, route: undefined };
const NOT_FOUND = stop(404, ["NR"], "route_not_found", "no route fits the request");

/** Most routes whose reasons are told. */
const ROUTES_TOLD = 12;

/** Which virtual host and route take a request, and what the route does with it. */
export function routePart(
  dump: ConfigDump,
  manager: HttpConnectionManager,
  { http, port }: TracedRequest,
): RoutePart {
  const name = manager.rdsRouteConfigName ?? "";
  const table = manager.routeConfig ?? dump.routeConfiguration(name);
  if (!table) {
    const decision = `the route table ${name} is not there`;
    const missing = step("virtual host", decision, { outcome: "fail" });
    return { ...UNROUTED, steps: [missing], stops: [{ ...NOT_FOUND, reason: decision }] };
  }
  const authority = effectiveAuthority(manager, http.authority, port);
  const found = matchVirtualHost(table, authority);
  if (!found) return noHost(table, authority);
  const { virtualHost, domain } = found;
  const host = step("virtual host", `virtual host ${virtualHost.name} by its domain ${domain}`, {
    objects: objectsOf(virtualHost.metadata),
    details: [`in route table ${table.name}, for the authority ${authority}`],
  });
  const result = matchRoute(virtualHost, http);
  const { route } = result;
  if (!route) {
    const decision = `none of the ${virtualHost.routes.length} routes matches`;
    const missed = step("route", decision, { outcome: "fail", details: passedOver(result) });
    return { virtualHost, route, steps: [host, missed], stops: [NOT_FOUND] };
  }
  const objects = objectsOf(route.metadata, route.name);
  const chosen = (decision: string, outcome: TraceStep["outcome"] = "ok") =>
    step("route", `route ${route.name || "(unnamed)"} ${decision}`, {
      outcome,
      objects,
      details: [...passedOver(result), ...actionDetails(route)],
    });
  return { virtualHost, route, ...ended(route, virtualHost, http, host, chosen) };
}

function ended(
  { action }: Route,
  { name }: VirtualHost,
  http: HttpRequest,
  host: TraceStep,
  chosen: (decision: string, outcome?: TraceStep["outcome"]) => TraceStep,
): Part {
  switch (action.kind) {
    case "redirect": {
      const { responseCode, hostRedirect, pathRedirect, httpsRedirect } = action.redirect;
      const scheme = httpsRedirect ? "https" : http.scheme ?? "http";
      const to = `${scheme}://${hostRedirect || http.authority}${pathRedirect ?? http.path}`;
      const decision = `redirects to ${to} with ${responseCode}`;
      const end = stop(responseCode, [], "direct_response", `the route ${decision}`);
      return { steps: [host, chosen(decision)], stops: [end] };
    }
    case "direct_response": {
      const { status } = action.directResponse;
      const isBlock = name === "block_all";
      const decision = isBlock
        ? `blocks a host that is not in the registry with ${status}`
        : `answers ${status} itself`;
      const outcome = isBlock || status >= 400 ? "fail" : "ok";
      const end = stop(status, [], "direct_response", `the route ${decision}`);
      return { steps: [host, chosen(decision, outcome)], stops: [end] };
    }
    case "route":
      return { steps: [host, chosen(forwards(action.route))], stops: [] };
    default:
      return { steps: [host, chosen("does nothing", "fail")], stops: [NOT_FOUND] };
  }
}

function noHost({ name, virtualHosts }: RouteConfiguration, authority: string): RoutePart {
  const decision = `no virtual host of route table ${name} takes ${authority}`;
  const details = virtualHosts.slice(0, ROUTES_TOLD)
    .map((each) => `virtual host ${each.name}: ${each.domains.slice(0, 5).join(", ")}`);
  const missed = step("virtual host", decision, { outcome: "fail", details });
  return { ...UNROUTED, steps: [missed], stops: [{ ...NOT_FOUND, reason: decision }] };
}

function passedOver(result: RouteResult): string[] {
  const told = result.passedOver.slice(0, ROUTES_TOLD).map(({ route, condition }) =>
    `route ${route.name || "(unnamed)"} does not match: it asks that ${condition}`
  );
  const more = result.passedOver.length - told.length;
  return more > 0 ? [...told, `${more} more routes do not match`] : told;
}

function forwards({ cluster, weightedClusters, clusterHeader }: RouteAction): string {
  if (cluster !== undefined) return `sends it to ${cluster}`;
  if (clusterHeader !== undefined) return `sends it where header ${clusterHeader} says`;
  const total = weightedClusters.reduce((sum, { weight }) => sum + weight, 0);
  const shares = weightedClusters.map(({ name, weight }) =>
    `${total === 0 ? 0 : Math.round(weight / total * 1000) / 10} % to ${name}`
  );
  return `sends ${shares.join(", ")}`;
}

function actionDetails({ action }: Route): string[] {
  if (action.kind !== "route") return [];
  const { route } = action;
  const { retryPolicy: retry, regexRewrite } = route;
  return [
    ...(route.prefixRewrite === "" ? [] : [`the matched prefix becomes ${route.prefixRewrite}`]),
    ...(regexRewrite
      ? [`in the path ${regexRewrite.pattern} becomes ${regexRewrite.substitution}`]
      : []),
    ...(route.hostRewriteLiteral === undefined
      ? []
      : [`the authority becomes ${route.hostRewriteLiteral}`]),
    ...(route.autoHostRewrite ? ["the authority becomes the endpoint's host name"] : []),
    route.timeoutMs === undefined
      ? "the answer may take 15000 ms"
      : route.timeoutMs === 0
      ? "the answer may take as long as it wants"
      : `the answer may take ${route.timeoutMs} ms`,
    ...(retry
      ? [
        `up to ${retry.numRetries ?? 1} retries on ${retry.retryOn || "nothing"}` +
        (retry.perTryTimeoutMs === undefined ? "" : `, ${retry.perTryTimeoutMs} ms for each try`),
      ]
      : []),
    ...route.requestMirrorPolicies.map(({ cluster, runtimeFraction }) =>
      `${runtimeFraction?.percent ?? 100} % are copied to ${cluster}`
    ),
    ...(route.hashPolicy.length > 0 ? ["the endpoint is chosen by consistent hashing"] : []),
  ];
}

/** A request as the route passes it on. */
export function rewritten(http: HttpRequest, route: Route | undefined): HttpRequest {
  if (route?.action.kind !== "route") return http;
  const { prefixRewrite, hostRewriteLiteral, regexRewrite } = route.action.route;
  const { prefix, path, pathSeparatedPrefix } = route.match;
  const matched = prefix ?? pathSeparatedPrefix ?? path ?? "";
  const changed = prefixRewrite === ""
    ? http.path
    : prefixRewrite + http.path.slice(matched.length);
  return {
    ...http,
    path: regexRewrite
      ? substituted(changed, regexRewrite.pattern, regexRewrite.substitution)
      : changed,
    authority: hostRewriteLiteral ?? http.authority,
  };
}

function substituted(path: string, pattern: string, substitution: string): string {
  const expression = compileRe2(pattern, "part");
  if (!expression) return path;
  const by = substitution.replaceAll("$", "$$$$").replaceAll(/\\(\d)/g, "$$$1");
  return path.replaceAll(new RegExp(expression, `${expression.flags}g`), by);
}
