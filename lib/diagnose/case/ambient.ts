import { type AccessDecision, type AccessRequest, authorize, policiesFor } from "../../auth/mod.ts";
import { type Case, takesHbone } from "../../connectivity/mod.ts";
import { hasProxy, isAmbient, isWaypoint, type Resource } from "../../mesh/mod.ts";
import { serversOf } from "./case_facts.ts";
import { principalOf } from "./denials.ts";

/** ztunnel's words for a Service without an endpoint that it can send to. */
export const NO_UPSTREAM: RegExp = /no healthy upstream|no valid routing destination/;

/** ztunnel's words for what an AuthorizationPolicy refuses. */
export const REJECTED: RegExp = /policy (?:change|rejection)(?!.*(?:static_strict|peer_auth))/;

/** ztunnel's words for plain text that a STRICT PeerAuthentication refuses. */
export const REJECTED_PLAIN_TEXT: RegExp =
  /explicitly denied by: \S*(?:converted_peer_authentication|istio_converted_static_strict)/;

/** What the client's ztunnel logs where the server's refuses the tunnel. */
export const TUNNEL_REFUSED: RegExp = /http status: 40[13]/;

/** The waypoint's pod that the requests of a case go through; `undefined` where they go through none. */
export function waypointOnTheWay({ walk, onward }: Case): Resource<"Pod"> | undefined {
  return [onward?.proxy?.pod, walk.proxy?.pod].find((pod) => pod && isWaypoint(pod));
}

/** A connection on the way of a request that goes through an HBONE tunnel. */
export interface Tunnel {
  /** Who opens it. */
  readonly from: Resource<"Pod">;
  /** Who takes it. */
  readonly to: Resource<"Pod">;
  /** Port of the application at its end; `undefined` towards a waypoint. */
  readonly port: number | undefined;
}

/** The tunnels on the way of a case: to the waypoint, and to the pods that the request may end at. */
export function tunnelsOf(of: Case): Tunnel[] {
  const waypoint = waypointOnTheWay(of);
  const sender = senderOf(of);
  const last = serversOf(of).flatMap(({ pod, port, endpoint }): Tunnel[] => {
    const isTunnelled = sender !== undefined && takesHbone(pod) &&
      (opensTunnels(sender) || isAmbient(pod) && endpoint?.isTls === true);
    return isTunnelled ? [{ from: sender, to: pod, port }] : [];
  });
  const before = of.onward ? of.walk.proxy?.pod : of.caller.pods[0];
  return waypoint && before ? [{ from: before, to: waypoint, port: undefined }, ...last] : last;
}

/** Who connects to the servers of a case: the waypoint, a gateway, or the caller itself. */
function senderOf(of: Case): Resource<"Pod"> | undefined {
  return waypointOnTheWay(of) ?? (of.onward ?? of.walk).proxy?.pod ?? of.caller.pods[0];
}

function opensTunnels(pod: Resource<"Pod">): boolean {
  return isAmbient(pod) || isWaypoint(pod);
}

/** What the policies of a server in ambient mode say to the connections of a case, as its ztunnel decides. */
export interface ZtunnelDecision extends AccessDecision {
  /** The server. */
  readonly pod: Resource<"Pod">;
  /** The connection as it was evaluated. */
  readonly request: AccessRequest;
  /** The ALLOW policies for the server. */
  readonly allow: readonly Resource<"AuthorizationPolicy">[];
}

/** Decides for each server in ambient mode; behind a waypoint it is the waypoint that calls. */
export function ztunnelDecisions(of: Case): ZtunnelDecision[] {
  const sender = senderOf(of);
  return serversOf(of).filter(({ pod }) => isAmbient(pod) && !hasProxy(pod)).map(
    ({ pod, port, endpoint }) => {
      const isMtls = sender !== undefined && (opensTunnels(sender) || endpoint?.isTls === true);
      const { podIP } = sender?.status ?? {};
      const request: AccessRequest = {
        source: {
          ...(isMtls ? { principal: principalOf(of, sender) } : {}),
          ...(podIP ? { ip: podIP } : {}),
          isMtls,
        },
        isHttp: false,
        port,
        ...(pod.status.podIP ? { destinationIp: pod.status.podIP } : {}),
        sni: null,
        jwt: null,
      };
      const policies = policiesFor(of.mesh, pod);
      return { ...authorize(policies, request), pod, request, allow: policies.allow };
    },
  );
}

/** The requests of a case that a server's ztunnel may have refused, of which only the client's side is known. */
export function refusedTunnels(of: Case): Case["exchanges"] {
  return of.exchanges.filter(({ client, servers }) =>
    servers.length === 0 && client !== undefined &&
    TUNNEL_REFUSED.test(client.entry.transportFailure)
  );
}
