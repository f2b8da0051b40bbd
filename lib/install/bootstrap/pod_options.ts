import {
  INJECTED_CONTAINERS,
  isWaypoint,
  type Mesh,
  type Resource,
  workloadOf,
} from "../../mesh/mod.ts";
import type { BootstrapOptions, ProxyLocality, ProxyType } from "./bootstrap_options.ts";
import { agentArguments, agentMetadata } from "./agent_container.ts";
import { settingsOfPod } from "./proxy_settings.ts";

/** The options of a bootstrap, as the agent reads them from the pod in which it runs. */
export function optionsOfPod(pod: Resource<"Pod">, mesh: Mesh): BootstrapOptions {
  const { kind, name: workload } = workloadOf(mesh, pod);
  const containers = (pod.spec.containers ?? []).filter(({ name }) =>
    !INJECTED_CONTAINERS.has(name ?? "")
  );
  const { type = typeOf(pod), clusterDomain } = agentArguments(pod);
  const network = pod.labels["topology.istio.io/network"];
  const locality = localityOf(pod);
  return {
    type,
    name: pod.name,
    namespace: pod.namespace,
    ips: (pod.status.podIPs ?? []).flatMap(({ ip }) => ip ? [ip] : []),
    serviceAccount: pod.spec.serviceAccountName ?? "default",
    workload,
    owner: ownerOf(kind, pod.namespace, workload),
    labels: labelsOf(pod),
    annotations: pod.annotations,
    ...containers.length > 0 && { appContainers: containers.map(({ name }) => name ?? "") },
    ...containers.length > 0 && { podPorts: portsOf(containers) },
    ...pod.spec.nodeName && { nodeName: pod.spec.nodeName },
    ...network && { network },
    ...locality && { locality },
    ...clusterDomain && { clusterDomain },
    ...settingsOfPod(pod, mesh),
    ...agentMetadata(pod),
  };
}

type Containers = NonNullable<Resource<"Pod">["spec"]["containers"]>;

function portsOf(containers: Containers): NonNullable<BootstrapOptions["podPorts"]> {
  return containers.flatMap(({ ports = [] }) => ports).flatMap(({ containerPort, protocol }) =>
    containerPort === undefined ? [] : [{ containerPort, protocol: protocol ?? "TCP" }]
  );
}

/** A gateway has no application beside the proxy. */
function typeOf(pod: Resource<"Pod">): ProxyType {
  if (isWaypoint(pod)) return "waypoint";
  const all = pod.spec.containers ?? [];
  return all.every(({ name }) => INJECTED_CONTAINERS.has(name ?? "")) ? "router" : "sidecar";
}

const API_GROUPS: Readonly<Record<string, string>> = {
  DaemonSet: "apps/v1",
  Deployment: "apps/v1",
  Job: "batch/v1",
  ReplicaSet: "apps/v1",
  StatefulSet: "apps/v1",
};

function ownerOf(kind: string, namespace: string, name: string): string {
  const group = Object.hasOwn(API_GROUPS, kind) ? API_GROUPS[kind] : "v1";
  return `kubernetes://apis/${group}/namespaces/${namespace}/${kind.toLowerCase()}s/${name}`;
}

/** Places by nodes are istiod's business; a proxy itself knows only what its pod says. */
function localityOf({ labels }: Resource<"Pod">): ProxyLocality | undefined {
  const [region = "", zone = "", subZone = ""] = labels["istio-locality"]?.split(".") ?? [];
  return region === "" ? undefined : { region, zone, subZone };
}

/** One that changes with each rollout is left out. */
function labelsOf({ labels }: Resource<"Pod">): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => key !== "pod-template-hash"));
}
