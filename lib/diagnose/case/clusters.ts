import type { Case, TargetEndpoint } from "../../connectivity/mod.ts";
import type { NetworkGateway } from "../../evidence/mod.ts";
import { networkOf, networkOfCluster, type Resource } from "../../mesh/mod.ts";
import type { Fact } from "../cause.ts";
import { endpointsOf, lastTargets, serviceOf } from "./case_facts.ts";
import { logged } from "./signs.ts";

/** The pod whose proxy sends the request into the mesh; the caller's own where it has no proxy. */
function sender(of: Case): Resource<"Pod"> | undefined {
  return (of.onward ?? of.walk).proxy?.pod ?? of.client?.pod ?? of.caller.pods[0];
}

/** Name of the caller's cluster: of its objects, and as istiod knows it. */
export function ownCluster(of: Case): { readonly ofObjects: string; readonly inMesh: string } {
  const ofObjects = sender(of)?.cluster ?? "";
  const own = of.controlPlane.clusters?.find(({ secret }) => secret === "");
  return { ofObjects, inMesh: of.client?.server?.cluster || own?.id || ofObjects };
}

/** Name of the network that the caller's proxy is in; `""` where nobody named one. */
export function ownNetwork(of: Case): string {
  const pod = sender(of);
  return of.client?.server?.network || (pod ? networkOf(of.mesh, pod) : "");
}

/** An endpoint that the request may be sent to, behind which another cluster stands. */
export interface RemoteEndpoint extends TargetEndpoint {
  /** The gateway that it is; `undefined` where it is the pod itself. */
  readonly gateway: NetworkGateway | undefined;
  /** Network of the pod, as far as anything tells: `undefined` where nothing does. */
  readonly network: string | undefined;
}

/** The endpoints in other clusters than the caller's. */
export function remoteEndpoints(of: Case): RemoteEndpoint[] {
  const { ofObjects, inMesh } = ownCluster(of);
  const gateways = new Map(
    (of.controlPlane.networkGateways ?? []).map((each) => [`${each.address}:${each.port}`, each]),
  );
  const networks = registeredNetworks(of);
  return endpointsOf(of).flatMap((endpoint) => {
    const gateway = gateways.get(endpoint.address);
    const cluster = endpoint.cluster || (gateway?.cluster ?? "");
    if (!gateway && (cluster === "" || cluster === inMesh || cluster === ofObjects)) return [];
    const network = gateway?.network ?? networks.get(endpoint.ip) ??
      (endpoint.pod && endpoint.pod.cluster === cluster
        ? networkOf(of.mesh, endpoint.pod)
        : undefined);
    return [{ ...endpoint, cluster, gateway, network }];
  });
}

/** Networks by address, as istiod has the endpoints of the request's hosts. */
function registeredNetworks(of: Case): ReadonlyMap<string, string> {
  const { endpoints } = of.controlPlane;
  const hosts = lastTargets(of).flatMap(({ parsed }) => parsed ? [parsed.host] : []);
  return new Map(
    hosts.flatMap((host) => endpoints?.get(host) ?? []).flatMap(({ addresses, network }) =>
      addresses.map((address) => [address, network] as const)
    ),
  );
}

/** Envoy's words for an address from which nothing comes back. */
const UNREACHABLE = /timeout|timed_out|no_route|unreachable|_110$|_113$/i;

/** What shows that nothing came back from these endpoints. */
export function unreached(of: Case, endpoints: readonly TargetEndpoint[]): Fact[] {
  return unconnected(of, endpoints, UNREACHABLE);
}

/** What shows that connections to these endpoints failed for a reason in Envoy's words. */
export function unconnected(
  of: Case,
  endpoints: readonly TargetEndpoint[],
  reason: RegExp,
): Fact[] {
  const hosts = new Set(endpoints.map(({ address }) => address));
  const sign = { side: "client", flags: ["UF"], hosts } as const;
  const told = logged(of, { ...sign, transport: reason });
  // Where Envoy has no reason of the transport, the details of the response have it in braces.
  const details = new RegExp(`\\{.*(?:${reason.source})`, reason.flags);
  return [...told, ...logged(of, { ...sign, transport: /^$/, details })];
}

/** Objects of another cluster that serve the same host as the request is for. */
export interface RemoteService {
  /** The cluster. */
  readonly cluster: string;
  /** Its Service. */
  readonly service: Resource<"Service">;
  /** The pods that it selects there. */
  readonly pods: readonly Resource<"Pod">[];
}

/** The Services of the request's name in other clusters than the caller's, with their pods. */
export function remoteServices(of: Case): RemoteService[] {
  const asked = serviceOf(of);
  if (!asked) return [];
  const { ofObjects } = ownCluster(of);
  const { namespace, name } = asked;
  return of.mesh.list("Service", namespace)
    .filter((service) => service.name === name && service.cluster !== ofObjects)
    .map((service) => {
      const { cluster, spec: { selector = {} } } = service;
      const pods = Object.keys(selector).length === 0
        ? []
        : of.mesh.select("Pod", selector, namespace).filter((pod) => pod.cluster === cluster);
      return { cluster, service, pods };
    });
}

/** Whether anything of a cluster was recorded. */
export function isRecorded(of: Case, cluster: string): boolean {
  return of.mesh.clusters.includes(cluster);
}

/** The gateways into the network of some cluster's pods, as istiod knows them; `undefined` where that was not read. */
export function gatewaysInto(of: Case, cluster: string): readonly NetworkGateway[] | undefined {
  const network = networkOfCluster(of.mesh, cluster);
  return of.controlPlane.networkGateways?.filter((gateway) =>
    gateway.cluster === cluster || network !== "" && gateway.network === network
  );
}
