import { requestAuthenticationsFor } from "../../auth/mod.ts";
import type { Case, Target, TargetEndpoint } from "../../connectivity/mod.ts";
import { destinationRulesFor, isWaypoint, type Resource } from "../../mesh/mod.ts";

/** The targets of a case's last leg: behind a gateway of the mesh that the request goes through, if any. */
export function lastTargets(of: Case): readonly Target[] {
  return (of.onward ?? of.walk).targets;
}

/** The endpoints of all targets, each once. */
export function endpointsOf(of: Case): TargetEndpoint[] {
  const all = lastTargets(of).flatMap(({ endpoints }) => endpoints ?? []);
  return [...new Map(all.map((endpoint) => [endpoint.address, endpoint])).values()];
}

/** Whether some endpoint of the request may be chosen. */
export function hasUsableEndpoint(of: Case): boolean {
  return endpointsOf(of).some(({ isUsable }) => isUsable);
}

/** Whether the way of the request ends at no Envoy cluster, so that what lies behind does not matter to it. */
export function endsBefore(of: Case): boolean {
  const targets = lastTargets(of);
  return targets.length > 0 && targets.every(({ isDefined }) => !isDefined);
}

/** A pod and port that a request may end at. */
export interface Server {
  /** The pod. */
  readonly pod: Resource<"Pod">;
  /** Port of the container. */
  readonly port: number;
  /** The endpoint as the caller's proxy has it; absent where that was not walked. */
  readonly endpoint: TargetEndpoint | undefined;
}

/** The pods that a request may end at: those of the way, or where it has none the Service's. */
export function serversOf(of: Case): Server[] {
  const walked = endpointsOf(of).flatMap((endpoint) =>
    endpoint.pod ? [{ pod: endpoint.pod, port: endpoint.port, endpoint }] : []
  );
  return walked.length > 0
    ? walked
    : of.destination.pods.flatMap((pod) =>
      [...of.destination.targetPorts].map((port) => ({ pod, port, endpoint: undefined }))
    );
}

/** The Kubernetes Service that the request is for: of the route's target where it names one. */
export function serviceOf(of: Case): Resource<"Service"> | undefined {
  const named = lastTargets(of).map(({ parsed }) =>
    parsed && of.mesh.services.declarations(parsed.host)[0]
  );
  const resource = (named.find((service) => service) ?? of.destination.service)?.resource;
  return resource?.identifier === "Service" ? resource : undefined;
}

/** The services that a pod stands before, where it is the waypoint on the way: policies may name them. */
export function servicesBehind(
  { destination: { service } }: Case,
  pod: Resource<"Pod">,
): readonly (Resource<"Service"> | Resource<"ServiceEntry">)[] {
  return service && isWaypoint(pod) ? [service.resource] : [];
}

/** The RequestAuthentications that istiod gives to a pod on the way. */
export function authenticationsFor(
  of: Case,
  pod: Resource<"Pod">,
): readonly Resource<"RequestAuthentication">[] {
  return requestAuthenticationsFor(of.mesh, pod, servicesBehind(of, pod));
}

/** The DestinationRules that the proxy of a case gets for the hosts of its targets. */
export function destinationRulesOf(of: Case): readonly Resource<"DestinationRule">[] {
  const client = (of.onward ?? of.walk).proxy?.pod;
  const hosts = new Set(lastTargets(of).flatMap(({ parsed }) => parsed ? [parsed.host] : []));
  if (hosts.size === 0) hosts.add(of.destination.host);
  const namespace = client?.namespace ?? of.caller.namespace;
  const rules = [...hosts].flatMap((host) =>
    destinationRulesFor(of.mesh, host, namespace, client?.labels).rules
  );
  return [...new Set(rules)];
}

/** Share of the requests seen that failed, from 0 to 1; 0 where none was seen. */
export function failedShare({ exchanges }: Case): number {
  const failed = exchanges.filter(({ isFailure }) => isFailure).length;
  return exchanges.length === 0 ? 0 : failed / exchanges.length;
}
