import { announcesMtls, clientTls } from "../auth/mod.ts";
import {
  destinationRulesFor,
  hasProxy,
  includesLabels,
  type Labels,
  type Mesh,
  type MeshService,
  type Resource,
  sidecarScopeOf,
} from "../mesh/mod.ts";
import { formatEnvoyClusterName } from "../proxy/mod.ts";
import type { ExpectedCaller } from "./expected_walk.ts";
import type { Target, TargetEndpoint } from "./walk.ts";

/** Where the objects send requests. */
export interface ExpectedTarget {
  /** Fully qualified host. */
  readonly host: string;
  /** Subset, where one is named. */
  readonly subset?: string;
  /** Port of the service. */
  readonly port: number;
  /** Share of the requests, from 0 to 1. */
  readonly share: number;
}

/** A target as istiod should have configured it for the caller's proxy. */
export function expectedTarget(
  mesh: Mesh,
  { pod, proxy }: ExpectedCaller,
  { host, subset = "", port, share }: ExpectedTarget,
): Target {
  const parsed = { direction: "outbound", port, subset, host };
  const name = formatEnvoyClusterName(parsed);
  const service = mesh.services.find(host, pod.namespace);
  const { rules } = destinationRulesFor(mesh, host, pod.namespace, pod.labels);
  const owner = subset === ""
    ? undefined
    : rules.find(({ spec }) => spec.subsets?.some((s) => s.name === subset));
  const isDefined = service !== undefined && service.ports.some((p) => p.port === port) &&
    sidecarScopeOf(mesh, pod).visibilityOf(service, port).isVisible &&
    (subset === "" || owner !== undefined);
  const labels = owner?.spec.subsets?.find((s) => s.name === subset)?.labels ?? {};
  const tls = clientTls(mesh, pod, host, port, subset || undefined).mode;
  return {
    name,
    parsed,
    share,
    isDefined,
    envoyCluster: undefined,
    object: (owner ?? rules[0])?.ref,
    endpoints: isDefined ? endpointsIn(mesh, service, port, labels, tls) : [],
    status: proxy?.envoyClusters?.get(name),
  };
}

function endpointsIn(
  mesh: Mesh,
  service: MeshService,
  port: number,
  labels: Labels,
  tls: string,
): TargetEndpoint[] | undefined {
  return sliceEndpoints(mesh, service, port)
    ?.filter(({ pod }) => includesLabels(pod?.labels ?? {}, labels))
    .map((endpoint) => ({
      ...endpoint,
      isTls: speaksTls(mesh, endpoint.pod, endpoint.port, tls),
    }));
}

/** Endpoints from the EndpointSlices of a Service; `undefined` where there are none to read. */
export function sliceEndpoints(
  mesh: Mesh,
  { resource, ports }: MeshService,
  port: number,
): Omit<TargetEndpoint, "isTls">[] | undefined {
  if (resource.identifier !== "Service") return undefined;
  const slices = mesh.list("EndpointSlice", resource.namespace).filter((slice) =>
    slice.cluster === resource.cluster &&
    slice.labels["kubernetes.io/service-name"] === resource.name
  );
  if (slices.length === 0) return mesh.list("EndpointSlice").length > 0 ? [] : undefined;
  const name = ports.find((p) => p.port === port)?.name ?? "";
  return slices.flatMap(({ cluster, object }) => {
    const number = (object.ports ?? []).find((p) => (p.name ?? "") === name)?.port;
    return (object.endpoints ?? []).flatMap(({ addresses = [], conditions }) =>
      addresses.flatMap((ip) => {
        const pod = mesh.podAt(ip, cluster);
        if (number === undefined) return [];
        return [{
          address: `${ip}:${number}`,
          ip,
          port: number,
          pod,
          cluster,
          isUsable: conditions?.ready !== false,
          isEjected: false,
          priority: 0,
          serverName: undefined,
          status: undefined,
        }];
      })
    );
  });
}

function speaksTls(
  mesh: Mesh,
  pod: Resource<"Pod"> | undefined,
  port: number,
  mode: string,
): boolean {
  if (mode !== "auto") return mode !== "DISABLE";
  return pod !== undefined && hasProxy(pod) && announcesMtls(mesh, pod, port);
}
