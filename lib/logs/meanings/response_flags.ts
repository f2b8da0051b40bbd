import type { Meaning } from "./meaning.ts";

/** A response flag of Envoy. */
export interface ResponseFlag extends Meaning {
  /** Short form, as text logs and metrics have it. */
  readonly flag: string;
  /** Long form, as `%RESPONSE_FLAGS_LONG%` writes it. */
  readonly longName: string;
  /** Who is meant: the flag tells what the proxy did, or what the client did. */
  readonly by: "proxy" | "client";
}

type Row = readonly [string, string, string, string];

/** From Envoy's `substitution_formatter.rst`: short form, long form, cause, remedy. */
const BY_PROXY: readonly Row[] = [
  [
    "UH",
    "NoHealthyUpstream",
    "the proxy has no healthy endpoint for the cluster: none is ready, a subset selects nothing, or all are ejected",
    "make pods ready, correct the Service's selector or the subset's labels, or soften outlier detection (minHealthPercent: 50)",
  ],
  [
    "UF",
    "UpstreamConnectionFailure",
    "the connection to the endpoint did not come about",
    "look at the transport failure: let the application listen on the targetPort, open NetworkPolicies, or align TLS on both ends",
  ],
  [
    "UO",
    "UpstreamOverflow",
    "a circuit breaker is open: a limit of the connection pool was reached",
    "raise the connectionPool limits to what the load needs, or add replicas; limits count per client proxy",
  ],
  [
    "NR",
    "NoRouteFound",
    "no route or no filter chain fits the request",
    "add or correct the host, port, gateway or match of the VirtualService; on a server's port let the client speak mTLS",
  ],
  [
    "URX",
    "UpstreamRetryLimitExceeded",
    "all retries failed",
    "mend what makes each try fail, then tune retries",
  ],
  [
    "NC",
    "NoClusterFound",
    "the route names a cluster that the proxy does not have: mostly a subset that no visible DestinationRule defines",
    "define the subset before routing to it, export it to the client's namespace, or widen the Sidecar's egress hosts",
  ],
  [
    "DT",
    "DurationTimeout",
    "the connection or stream reached its longest allowed duration",
    "let the client reconnect, or raise maxConnectionDuration",
  ],
  [
    "LH",
    "FailedLocalHealthCheck",
    "the proxy was told to fail health checks, as while draining",
    "see whether the pod is terminating; give it a longer drain time",
  ],
  [
    "UT",
    "UpstreamRequestTimeout",
    "the upstream did not answer within the route's time limit",
    "make the upstream faster, or raise the timeout of the route; timeouts must shrink down the chain of calls",
  ],
  [
    "LR",
    "LocalReset",
    "the proxy itself reset the stream, mostly by an extension",
    "look at EnvoyFilters and WasmPlugins on this proxy",
  ],
  [
    "UR",
    "UpstreamRemoteReset",
    "the upstream reset the stream",
    "look at the application's log; see that the port's protocol is the one it speaks",
  ],
  [
    "UC",
    "UpstreamConnectionTermination",
    "the upstream closed the connection before it answered: a keep-alive race, a crash, or a STRICT server that got plain text",
    "keep connectionPool.http.idleTimeout below the application's keep-alive, retry reset-before-request, look for restarts, and align mTLS",
  ],
  [
    "DI",
    "DelayInjected",
    "a delay was injected on purpose",
    "remove the fault from the VirtualService when the test is over",
  ],
  [
    "FI",
    "FaultInjected",
    "an error was injected on purpose",
    "remove the fault from the VirtualService when the test is over",
  ],
  [
    "RL",
    "RateLimited",
    "a rate limit refused the request",
    "raise the limit or slow the client down",
  ],
  [
    "UAEX",
    "UnauthorizedExternalService",
    "the external authorizer denied the request, or could not be asked",
    "read the authorizer's log; see that the extension provider is reachable",
  ],
  [
    "RLSE",
    "RateLimitServiceError",
    "the rate limit service could not be asked",
    "bring the rate limit service back",
  ],
  [
    "SI",
    "StreamIdleTimeout",
    "nothing moved on the stream for as long as is allowed",
    "send keep-alive frames, or raise the idle timeout",
  ],
  [
    "UPE",
    "UpstreamProtocolError",
    "the upstream's answer is no valid HTTP",
    "set the port's appProtocol to what the application speaks; look for odd or doubled response headers",
  ],
  [
    "UMSDR",
    "UpstreamMaxStreamDurationReached",
    "the stream to the upstream reached its longest allowed duration",
    "raise the limit, or let the client reconnect",
  ],
  [
    "RFCF",
    "ResponseFromCacheFilter",
    "the answer came from a cache",
    "",
  ],
  [
    "NFCF",
    "NoFilterConfigFound",
    "the configuration of an extension has not arrived",
    "correct the WasmPlugin's URL or pull secret; see istioctl proxy-config ecds",
  ],
  [
    "OM",
    "OverloadManager",
    "the proxy is overloaded and sheds requests",
    "give the proxy more memory, or add replicas",
  ],
  [
    "DF",
    "DnsResolutionFailed",
    "the host's name could not be resolved",
    "correct the host of the ServiceEntry, repair DNS, or use resolution: STATIC",
  ],
  [
    "DO",
    "DropOverload",
    "the control plane asks the proxy to drop a share of requests",
    "look at the drop policy of the endpoints",
  ],
  [
    "UDO",
    "UnconditionalDropOverload",
    "the control plane asks the proxy to drop all requests",
    "look at the drop policy of the endpoints",
  ],
];

const BY_CLIENT: readonly Row[] = [
  [
    "DC",
    "DownstreamConnectionTermination",
    "the client closed the connection before the answer was complete",
    "make the answer faster than the client's own time limit; a round duration (1 s, 5 s, 60 s) shows that limit",
  ],
  [
    "IH",
    "InvalidEnvoyRequestHeaders",
    "the client sent an invalid x-envoy-… header",
    "strip x-envoy-… headers at the edge",
  ],
  [
    "DPE",
    "DownstreamProtocolError",
    "what the client sent is no valid HTTP: TLS or a binary protocol on an HTTP port, HTTP/1.0, or headers that are too large",
    "name the port's protocol correctly, or raise the header limit",
  ],
  [
    "DR",
    "DownstreamRemoteReset",
    "the client reset the stream, as at its own deadline",
    "make the answer faster than the client's deadline",
  ],
];

/** All response flags of Envoy. */
export const RESPONSE_FLAGS: readonly ResponseFlag[] = [
  ...BY_PROXY.map((row) => flagOf(row, "proxy")),
  ...BY_CLIENT.map((row) => flagOf(row, "client")),
];

const BY_NAME: ReadonlyMap<string, ResponseFlag> = new Map(
  RESPONSE_FLAGS.flatMap((each) => [[each.flag, each], [each.longName, each]]),
);

/** A flag by its short or long form. */
export function responseFlag(name: string): ResponseFlag | undefined {
  return BY_NAME.get(name);
}

function flagOf([flag, longName, cause, remedy]: Row, by: ResponseFlag["by"]): ResponseFlag {
  return { flag, longName, by, cause, remedy };
}
