import type { EnvoyCluster } from "../envoy/cluster.ts";
import type { FilterChain } from "../envoy/listener.ts";
import { tlsContextOf, type TransportSocket } from "../envoy/transport_socket.ts";

/** Certificates of the mesh come under this name. */
const MESH_CERTIFICATE = "default";

/** How a cluster's endpoints are reached: `mTLS`, `TLS`, `plain`, or several by the endpoint. */
export function describeTransport(
  { transportSocket, transportSocketMatches }: EnvoyCluster,
): string {
  const ways = transportSocketMatches.map((match) => describeSocket(match.transportSocket));
  return ways.length === 0 ? describeSocket(transportSocket) : [...new Set(ways)].join("|");
}

/** How a filter chain's callers must speak: `mTLS`, `TLS` or `plain`. */
export function describeDownstream({ transportSocket }: FilterChain): string {
  return describeSocket(transportSocket);
}

function describeSocket(socket: TransportSocket | undefined): string {
  const tls = tlsContextOf(socket);
  if (tls === undefined) return "plain";
  const showsCertificate = tls.certificateSecrets.length > 0;
  const isMutual = tls.side === "upstream" ? showsCertificate : tls.requireClientCertificate;
  const isOfMesh = tls.certificateSecrets.includes(MESH_CERTIFICATE);
  return isMutual ? isOfMesh ? "mTLS" : "mTLS (own certificates)" : "TLS";
}
