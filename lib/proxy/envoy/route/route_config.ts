import { type FilterMetadata, metadata } from "../metadata.ts";
import { field, flag, list, message, optionalText, type Reader, text } from "../reader.ts";
import {
  type DirectResponseAction,
  directResponseAction,
  type RedirectAction,
  redirectAction,
  type RouteAction,
  routeAction,
} from "./route_action.ts";
import { type RouteMatch, routeMatch } from "./route_match.ts";
import { perFilterConfig, type TypedConfig } from "../typed_config.ts";

/** All virtual hosts of a listener, found by RDS name or written inline. */
export interface RouteConfiguration {
  /** Name, in Istio a port (`9080`), `http.8080` on gateways, `inbound|9080||`. */
  readonly name: string;
  /** The virtual hosts. */
  readonly virtualHosts: readonly VirtualHost[];
  /** Whether the port of the authority is ignored when a virtual host is searched. */
  readonly ignorePortInHostMatching: boolean;
}

/** What happens to requests for some hosts. */
export interface VirtualHost {
  /** Name, in Istio `host:port`. */
  readonly name: string;
  /** Hosts: exact, `*.suffix`, `prefix.*` or `*`. */
  readonly domains: readonly string[];
  /** The routes, in order. */
  readonly routes: readonly Route[];
  /** `NONE`, `EXTERNAL_ONLY` or `ALL`: who is sent to HTTPS. */
  readonly requireTls: string;
  /** Settings of HTTP filters for these hosts, by filter name. */
  readonly typedPerFilterConfig: ReadonlyMap<string, TypedConfig>;
  /** Metadata. */
  readonly metadata: FilterMetadata;
}

/** What happens to the requests that match. */
export interface Route {
  /** Name that the access log shows. */
  readonly name: string;
  /** Which requests. */
  readonly match: RouteMatch;
  /** What happens to them. */
  readonly action: RouteOutcome;
  /** Metadata: the object behind it. */
  readonly metadata: FilterMetadata;
  /** Settings of HTTP filters for this route, by filter name. */
  readonly typedPerFilterConfig: ReadonlyMap<string, TypedConfig>;
}

/** What a route does. */
export type RouteOutcome =
  | { readonly kind: "route"; readonly route: RouteAction }
  | { readonly kind: "redirect"; readonly redirect: RedirectAction }
  | { readonly kind: "direct_response"; readonly directResponse: DirectResponseAction }
  | { readonly kind: "none" };

interface RouteFields {
  readonly name: string;
  readonly match: RouteMatch;
  readonly metadata: FilterMetadata;
  readonly typedPerFilterConfig: ReadonlyMap<string, TypedConfig>;
}

const routeFields = message<RouteFields>({
  name: text,
  match: routeMatch,
  metadata,
  typedPerFilterConfig: perFilterConfig,
});

function route(value: unknown): Route | undefined {
  const fields = routeFields(value);
  return fields === undefined ? undefined : { ...fields, action: outcome(value) };
}

function outcome(value: unknown): RouteOutcome {
  const forward = routeAction(field(value, "route"));
  if (forward !== undefined) return { kind: "route", route: forward };
  const redirect = redirectAction(field(value, "redirect"));
  if (redirect !== undefined) return { kind: "redirect", redirect };
  const directResponse = directResponseAction(field(value, "direct_response"));
  if (directResponse !== undefined) return { kind: "direct_response", directResponse };
  return { kind: "none" };
}

/** Reads a `config.route.v3.VirtualHost`. */
export const virtualHost: Reader<VirtualHost | undefined> = message({
  name: text,
  domains: list(optionalText),
  routes: list(route),
  requireTls: (value) => optionalText(value) ?? "NONE",
  typedPerFilterConfig: perFilterConfig,
  metadata,
});

/** Reads a `config.route.v3.RouteConfiguration`. */
export const routeConfiguration: Reader<RouteConfiguration | undefined> = message({
  name: text,
  virtualHosts: list(virtualHost),
  ignorePortInHostMatching: flag,
});
