import { formatPrincipal } from "../auth/mod.ts";
import type { Target, TargetEndpoint, Walk } from "../connectivity/mod.ts";
import { tunnelEnd } from "../evidence/mod.ts";
import { type Mesh, type Resource, seenBy } from "../mesh/mod.ts";
import {
  endpointsOf,
  type HttpConnectionManager,
  type TlsContext,
  tlsContextOf,
  transportSocketFor,
} from "../proxy/mod.ts";
import type { ConnectionTls, TracedRequest } from "./traced_request.ts";

/** Who sends a request on, and through which cluster. */
export interface Sender {
  /** The way through the sender's proxy. */
  readonly walk: Walk;
  /** The cluster. */
  readonly target: Target;
  /** The connection manager of the sender; `undefined` where it passes bytes on. */
  readonly manager: HttpConnectionManager | undefined;
}

/** A request as it comes from a sender to an endpoint. */
export function onwardRequest(
  request: TracedRequest,
  sender: Sender,
  endpoint: Pick<TargetEndpoint, "address" | "ip" | "port" | "isTls" | "serverName">,
): TracedRequest {
  const pod = sender.walk.proxy?.pod;
  return {
    ...request,
    ip: endpoint.ip,
    port: endpoint.port,
    tls: endpoint.isTls ? tlsOf(request.mesh, sender, endpoint) : undefined,
    sourceIp: pod?.status.podIP ?? request.sourceIp,
  };
}

function tlsOf(
  mesh: Mesh,
  { walk, target, manager }: Sender,
  { address, serverName = "" }: Pick<TargetEndpoint, "address" | "serverName">,
): ConnectionTls {
  const context = contextOf(walk, target, address);
  const offered = context?.alpnProtocols ?? ["istio-peer-exchange", "istio"];
  const isIstio = offered.includes("istio");
  const isNamed = manager?.httpFilters.some(({ name }) => name === "istio.alpn") ?? false;
  const pod = walk.proxy?.pod;
  const hasCertificate = context === undefined || context.certificateSecrets.length > 0;
  return {
    serverName: context?.sni || serverName,
    // Istio's own filter offers the protocol of the request beside those of the mesh.
    alpnProtocols: isIstio && isNamed ? ["istio-http/1.1", ...offered] : offered,
    identity: hasCertificate && pod ? identityOf(mesh, pod) : undefined,
    acceptedNames: context?.subjectAltNames ?? [],
  };
}

function contextOf(walk: Walk, { envoyCluster }: Target, address: string): TlsContext | undefined {
  const dump = walk.proxy?.dump;
  if (!dump || !envoyCluster) return undefined;
  const endpoint = endpointsOf(envoyCluster, dump)?.find((each) =>
    tunnelEnd(each.address) === address
  );
  const socket = endpoint
    ? transportSocketFor(envoyCluster, endpoint.lbEndpoint).transportSocket
    : envoyCluster.transportSocket;
  return tlsContextOf(socket);
}

/** The identity in the certificate of a pod. */
export function identityOf(mesh: Mesh, pod: Resource<"Pod">): string {
  const { namespace, spec: { serviceAccountName: serviceAccount = "default" } } = pod;
  const { trustDomain } = seenBy(mesh, pod).config;
  return `spiffe://${formatPrincipal({ trustDomain, namespace, serviceAccount })}`;
}
