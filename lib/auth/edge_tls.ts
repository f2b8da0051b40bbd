import { hasProxy, isAmbient, isWaypoint, type Mesh, type Resource, seenBy } from "../mesh/mod.ts";
import { type ClientTls, clientTls } from "./client_tls.ts";
import { announcesMtls, type EffectiveMtls, effectiveMtls } from "./peer_authentication.ts";

/** How a connection between two pods comes out. */
export interface EdgeTls {
  /** `refused` where the ends do not agree; `unknown` where the configuration does not decide. */
  readonly outcome: "mTLS" | "plaintext" | "refused" | "unknown";
  /** Why, as half a sentence. */
  readonly reason: string;
  /** What the client's proxy does; absent where the client has none. */
  readonly client?: ClientTls;
  /** What the server takes; absent where it has no proxy. */
  readonly server?: EffectiveMtls;
}

/** One edge of the mesh. */
export interface Edge {
  /** The pod that connects. */
  readonly client: Resource<"Pod">;
  /** The pod that it reaches. */
  readonly server: Resource<"Pod">;
  /** Host that it asked for. */
  readonly host: string;
  /** Port of the service. */
  readonly port: number;
  /** Port of the container. */
  readonly containerPort: number;
  /** Subset that the route names. */
  readonly subset?: string;
}

/**
 * Whether a client's DestinationRules and a server's PeerAuthentications agree, and on what; each end's as
 * its own control plane reads them.
 */
export function edgeTls(mesh: Mesh, edge: Edge): EdgeTls {
  const { client, server, containerPort } = edge;
  const hasServerProxy = hasProxy(server) || isAmbient(server);
  const accepts = hasServerProxy ? effectiveMtls(mesh, server, containerPort) : undefined;
  const ends = accepts ? { server: accepts } : {};
  if (isAmbient(server)) {
    if (isAmbient(client)) return { ...ends, outcome: "mTLS", reason: "ztunnel carries both ends" };
    if (isWaypoint(client)) {
      return { ...ends, outcome: "mTLS", reason: "waypoints send through HBONE" };
    }
    if (hasProxy(client)) {
      return {
        ...ends,
        outcome: "unknown",
        reason: "whether the sidecar speaks HBONE is not known",
      };
    }
  }
  if (!hasProxy(client)) {
    return { ...ends, ...asPlaintext(accepts, "the client has no proxy that could encrypt") };
  }
  const tls = clientTls(mesh, client, edge.host, edge.port, edge.subset);
  return {
    ...ends,
    client: tls,
    ...meeting(tls, accepts, announcesMtls(seenBy(mesh, client), server, containerPort)),
  };
}

function meeting(
  { mode, reason }: ClientTls,
  accepts: EffectiveMtls | undefined,
  isAnnounced: boolean,
): Pick<EdgeTls, "outcome" | "reason"> {
  if (mode === "auto") {
    return isAnnounced
      ? { outcome: "mTLS", reason: `${reason}, and the server announces mTLS` }
      : asPlaintext(accepts, `${reason}, and the server does not announce mTLS`);
  }
  if (mode === "DISABLE") return asPlaintext(accepts, reason);
  if (mode === "SIMPLE") {
    return accepts?.mode === "STRICT"
      ? {
        outcome: "refused",
        reason: `the client shows no certificate (${reason}), the server wants one`,
      }
      : { outcome: "unknown", reason: `the client opens TLS of its own (${reason})` };
  }
  if (accepts && accepts.mode !== "DISABLE") return { outcome: "mTLS", reason };
  const why = accepts ? "takes only plaintext on this port" : "has no proxy that could take it";
  return {
    outcome: "refused",
    reason: `the client insists on mTLS (${reason}), the server ${why}`,
  };
}

function asPlaintext(
  accepts: EffectiveMtls | undefined,
  reason: string,
): Pick<EdgeTls, "outcome" | "reason"> {
  return accepts?.mode === "STRICT"
    ? { outcome: "refused", reason: `${reason}, and the server takes only mTLS` }
    : { outcome: "plaintext", reason };
}
