import type { ResourceRef } from "../core/mod.ts";
import type { EnvoyClusterStatus, HostStatus } from "../evidence/mod.ts";
import type { Resource } from "../mesh/mod.ts";
import type {
  EnvoyCluster,
  EnvoyClusterName,
  FilterChain,
  Listener,
  Route,
  RouteConfiguration,
  VirtualHost,
} from "../proxy/mod.ts";
import type { ProxyObservation } from "./observation.ts";

/** How a request leaves the route table. */
export type RouteVerdict =
  | "forward"
  | "redirect"
  | "direct_response"
  | "no_listener"
  | "no_virtual_host"
  | "no_route"
  | "blackhole"
  | "passthrough"
  | "unknown";

/** The way of a request through the caller's proxy, as its configuration decides it. */
export interface Walk {
  /** The proxy whose configuration was walked; `undefined` where none could be read. */
  readonly proxy: ProxyObservation | undefined;
  /** The listener that takes the connection. */
  readonly listener: Listener | undefined;
  /** The part of it that fits the connection. */
  readonly filterChain: FilterChain | undefined;
  /** Whether the connection is treated as HTTP. */
  readonly isHttp: boolean;
  /** The route table. */
  readonly routeConfiguration: RouteConfiguration | undefined;
  /** The virtual host for the authority. */
  readonly virtualHost: VirtualHost | undefined;
  /** The route that takes the request. */
  readonly route: Route | undefined;
  /** The VirtualService or Gateway API route that wrote it. */
  readonly routeObject: ResourceRef | undefined;
  /** Whether the proxy's configuration was not read, and this is what istiod should have made of the objects. */
  readonly isExpected: boolean;
  /** What becomes of the request there. */
  readonly verdict: RouteVerdict;
  /** Where it may be sent, by share. */
  readonly targets: readonly Target[];
}

/** One Envoy cluster that a request may be sent to. */
export interface Target {
  /** Name of the Envoy cluster. */
  readonly name: string;
  /** Its parts, where Istio named it. */
  readonly parsed: EnvoyClusterName | undefined;
  /** Share of the requests, from 0 to 1. */
  readonly share: number;
  /** Whether the proxy has that cluster. */
  readonly isDefined: boolean;
  /** Its definition; `undefined` where the proxy does not have it or was not read. */
  readonly envoyCluster: EnvoyCluster | undefined;
  /** The DestinationRule or ServiceEntry behind its settings. */
  readonly object: ResourceRef | undefined;
  /** Its endpoints; `undefined` where neither the dump nor the statistics have them. */
  readonly endpoints: readonly TargetEndpoint[] | undefined;
  /** What the proxy counted. */
  readonly status: EnvoyClusterStatus | undefined;
}

/** One endpoint of a target. */
export interface TargetEndpoint {
  /** `ip:port`. */
  readonly address: string;
  /** IP address or host name. */
  readonly ip: string;
  /** Port. */
  readonly port: number;
  /** The pod with that address. */
  readonly pod: Resource<"Pod"> | undefined;
  /** Name of the cluster that istiod has it from, or that a network gateway stands for; `""` where nothing says. */
  readonly cluster: string;
  /** Whether load balancing may choose it: healthy as the control plane says, and not ejected. */
  readonly isUsable: boolean;
  /** Whether outlier detection has ejected it. */
  readonly isEjected: boolean;
  /** 0 is used first. */
  readonly priority: number;
  /** Whether the caller's proxy speaks TLS to it. */
  readonly isTls: boolean;
  /** Server name that it sends in TLS. */
  readonly serverName: string | undefined;
  /** What the proxy counted. */
  readonly status: HostStatus | undefined;
}

/** What a request is walked with. */
export interface WalkRequest {
  /** Address that the caller connects to; `undefined` where it is not known. */
  readonly ip: string | undefined;
  /** Port that the caller connects to. */
  readonly port: number;
  /** Authority. */
  readonly authority: string;
  /** Server name of the caller's own TLS, if it speaks TLS. */
  readonly serverName: string | undefined;
  /** HTTP method. */
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  /** Headers by lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
}

/** A walk that has not begun. */
export const NOT_WALKED: Omit<Walk, "proxy"> = {
  listener: undefined,
  filterChain: undefined,
  isHttp: false,
  routeConfiguration: undefined,
  virtualHost: undefined,
  route: undefined,
  routeObject: undefined,
  isExpected: false,
  verdict: "unknown",
  targets: [],
};
