import type { AccessLogEntry } from "./access_log.ts";
import type { ZtunnelConnection } from "./ztunnel_line.ts";

/** The end of connections when ztunnel, or the pod, is stopped. */
const DRAINED = /drain/i;

/** Ends of connections that carried bytes both ways, of the peers' own doing. */
const USUAL_END = /connection reset|broken pipe|disconnected before|os error (?:32|104)\b/i;

/**
 * A connection of ztunnel as an entry of an access log. Outbound, the authority is the Service that was
 * asked for, and the local address is the Service's where a waypoint gets the connection; elsewhere ztunnel
 * does not tell it. Why a connection failed is the reason why none came about; other ends are not failures.
 */
export function ztunnelEntry(of: ZtunnelConnection): AccessLogEntry {
  const isInbound = of.direction === "inbound";
  const target = of.tunnelledAddress || of.destinationAddress;
  const isForwarded = !isInbound && hostOf(target) !== hostOf(of.destinationAddress);
  const port = portOf(target);
  return {
    startMs: of.timeMs - (of.durationMs ?? 0),
    method: "",
    path: "",
    protocol: "",
    code: 0,
    flags: [],
    grpcStatus: "",
    details: "",
    termination: isFailed(of) ? "" : of.error,
    transportFailure: isFailed(of) ? of.error : "",
    bytesReceived: of.bytesSent,
    bytesSent: of.bytesReceived,
    durationMs: of.durationMs,
    upstreamMs: undefined,
    forwardedFor: "",
    requestId: "",
    authority: isForwarded && of.service ? `${of.service}:${port}` : of.service,
    userAgent: "",
    upstreamHost: isForwarded ? of.destinationAddress : target,
    upstreamCluster: isInbound ? `inbound|${port}||` : "",
    downstreamLocal: isInbound || isForwarded ? target : "",
    downstreamRemote: of.sourceAddress,
    peerIdentity: isInbound ? of.sourceIdentity : "",
    serverName: "",
    routeName: "",
  };
}

function isFailed({ error, bytesSent = 0, bytesReceived = 0 }: ZtunnelConnection): boolean {
  return error !== "" && !DRAINED.test(error) &&
    !(USUAL_END.test(error) && bytesSent > 0 && bytesReceived > 0);
}

function hostOf(address: string): string {
  return address.slice(0, address.lastIndexOf(":"));
}

function portOf(address: string): string {
  return address.slice(address.lastIndexOf(":") + 1);
}
