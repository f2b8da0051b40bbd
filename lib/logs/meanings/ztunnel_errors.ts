import type { Meaning } from "./meaning.ts";

/** The errors of ztunnel (its `src/proxy.rs`), most specific first. */
const ERRORS: readonly (readonly [RegExp, string, string])[] = [
  [
    /allow policies exist, but none allowed/,
    "there are ALLOW policies for the destination and none matches",
    "let an AuthorizationPolicy allow this source on this port",
  ],
  [
    /explicitly denied by: \S*(?:converted_peer_authentication|istio_converted_static_strict)/,
    "the destination wants mTLS (STRICT PeerAuthentication) and the source sent plain text",
    "bring the source into the mesh, or make this port PERMISSIVE",
  ],
  [
    /explicitly denied by/,
    "a DENY policy matches",
    "narrow the DENY policy, if this call is wanted",
  ],
  [
    /policy rejection/,
    "a policy rejected the connection",
    "see the AuthorizationPolicies of the destination",
  ],
  [
    /policy change/,
    "a policy changed while the connection was open and no longer allows it",
    "let an AuthorizationPolicy allow this source on this port",
  ],
  [
    /NetworkPolicy is blocking HBONE port 15008/,
    "nothing answers on port 15008, mostly because a NetworkPolicy does not open it",
    "open port 15008 in the NetworkPolicies of the destination",
  ],
  [
    /unknown source/,
    "ztunnel knows no workload with the source's address",
    "see that the source is enrolled, and that ztunnel is in sync with istiod",
  ],
  [
    /unknown destination/,
    "ztunnel knows no workload or service with the destination's address",
    "see that ztunnel is in sync with istiod, and that the destination still exists",
  ],
  [
    /unknown waypoint/,
    "the waypoint that the destination names is not there",
    "create the waypoint Gateway, or take the istio.io/use-waypoint label away",
  ],
  [
    /no healthy upstream/,
    "the service has no healthy endpoint",
    "make pods ready, or correct the Service's selector",
  ],
  [
    /no valid routing destination/,
    "there is no endpoint that the workload can be sent to",
    "see the endpoints of the service and the networks of its pods",
  ],
  [
    /no gateway address/,
    "the endpoint is in another network whose gateway has no address",
    "give the east-west gateway of that network an address",
  ],
  [
    /http status: 401/,
    "the peer or waypoint does not accept the source's identity",
    "see the AuthorizationPolicies of the destination and the trust domains",
  ],
  [
    /http status: 503/,
    "the peer or waypoint cannot reach the destination",
    "see the log of the waypoint or of the destination's ztunnel",
  ],
  [
    /http status/,
    "the peer or waypoint refused the tunnel",
    "see the log of the waypoint or of the destination's ztunnel",
  ],
  [
    /recursive call/,
    "the call would come back to ztunnel itself",
    "let the application not call ztunnel's own ports",
  ],
  [
    /invalid CONNECT address/,
    "the tunnel asks for an address that is none",
    "compare the versions of ztunnel and the peer",
  ],
  [
    /no ztunnel connection/,
    "ztunnel does not run on that node",
    "see the ztunnel DaemonSet on that node",
  ],
  [
    /tls error/i,
    "the TLS handshake with the peer failed",
    "compare roots and clocks of both nodes",
  ],
  [/dns lookup/i, "the name could not be resolved", "repair DNS, or correct the host"],
  [
    /deadline has elapsed|timed out/i,
    "nothing answered in time",
    "look for a NetworkPolicy or firewall, or for an endpoint that is gone",
  ],
  [
    /connection refused|os error 111/i,
    "the destination refuses connections: nothing listens on that port",
    "let the application listen on the Service's targetPort, on all addresses",
  ],
  [
    /connection reset|broken pipe|os error 104/i,
    "the other side cut the connection off",
    "look for a restart of the other side",
  ],
  [
    /connection failed|io error/i,
    "the connection to the destination failed",
    "see whether the destination lives and listens",
  ],
];

/** What an error of ztunnel stands for; `undefined` for one that is not known. */
export function ztunnelError(text: string): Meaning | undefined {
  const found = ERRORS.find(([pattern]) => pattern.test(text));
  return found && { cause: found[1], remedy: found[2] };
}
