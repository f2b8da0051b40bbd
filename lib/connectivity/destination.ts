import {
  CLUSTER_DOMAIN,
  hostsByAddress,
  type Mesh,
  type MeshService,
  type MeshServicePort,
  parseServiceHost,
  podsServing,
  type Resource,
  serviceAliases,
} from "../mesh/mod.ts";
import type { TargetName } from "./question.ts";

/** A target as the mesh knows it. */
export interface Destination {
  /** Host: fully qualified where the mesh knows the service, else as asked. */
  readonly host: string;
  /** Port that was asked for; where the user named none, the only port of the service. */
  readonly port: number | undefined;
  /** The Service or ServiceEntry, if there is one that the caller's namespace could see. */
  readonly service: MeshService | undefined;
  /** Its port, if it has that port. */
  readonly servicePort: MeshServicePort | undefined;
  /** Every name that means it, in lower case. */
  readonly names: ReadonlySet<string>;
  /** Addresses that clients connect to. */
  readonly addresses: ReadonlySet<string>;
  /** Pods that serve it, ready or not. */
  readonly pods: readonly Resource<"Pod">[];
  /** Port numbers on those pods. */
  readonly targetPorts: ReadonlySet<number>;
}

/** Finds out what a target means to callers in `namespace`. */
export function resolveDestination(mesh: Mesh, target: TargetName, namespace: string): Destination {
  const named = podOfHeadless(mesh, target.host, namespace);
  const asked = mesh.once(hostsByAddress).get(target.host) ?? target.host;
  const service = named?.service ?? mesh.services.resolve(asked, namespace) ??
    declaredAnywhere(mesh, asked);
  const port = target.port ?? (service?.ports.length === 1 ? service.ports[0]!.port : undefined);
  const servicePort = service?.ports.find((p) => p.port === port);
  const host = service && !named && !service.host.startsWith("*") ? service.host : target.host;
  const pods = named
    ? [named.pod]
    : service
    ? podsServing(mesh, service)
    : podsAt(mesh, target.host);
  return {
    host,
    port,
    service,
    servicePort,
    names: namesOf(host, target.host),
    addresses: new Set([
      ...addressesOf(service, target.host),
      ...(service && isHeadless(service) ? pods.flatMap(({ status }) => status.podIP ?? []) : []),
    ]),
    pods,
    targetPorts: targetPortsOf(servicePort, port, pods),
  };
}

/** The pod that `POD.SERVICE.NAMESPACE` names: StatefulSets give their pods such names in a headless Service. */
function podOfHeadless(
  mesh: Mesh,
  host: string,
  namespace: string,
): { pod: Resource<"Pod">; service: MeshService } | undefined {
  const [podName = "", ...rest] = host.split(".");
  if (rest.length === 0) return undefined;
  const service = mesh.services.resolve(rest.join("."), namespace);
  if (!service || !isHeadless(service)) return undefined;
  const pod = mesh.get("Pod", service.namespace, podName);
  return pod && { pod, service };
}

/** A service that exists but that the caller does not see is still what the caller means. */
function declaredAnywhere(mesh: Mesh, host: string): MeshService | undefined {
  const [name, namespace, ...rest] = host.split(".");
  const isShort = namespace !== undefined && ["", "svc"].includes(rest.join("."));
  return mesh.services.declarations(host)[0] ??
    (isShort ? mesh.services.declarations(`${name}.${namespace}.${CLUSTER_DOMAIN}`)[0] : undefined);
}

/** Whether clients get the addresses of its pods for its name. */
function isHeadless({ resource }: MeshService): boolean {
  return resource.identifier === "Service" && resource.spec.clusterIP === "None";
}

function namesOf(host: string, asked: string): ReadonlySet<string> {
  const own = parseServiceHost(host);
  const names = own ? serviceAliases(own.name, own.namespace, own.namespace) : [];
  return new Set([host, asked, ...names].map((name) => name.toLowerCase()));
}

function addressesOf(service: MeshService | undefined, asked: string): ReadonlySet<string> {
  const addresses = new Set<string>();
  if (isIp(asked)) addresses.add(asked);
  if (!service) return addresses;
  const resource = service.resource;
  if (resource.identifier === "Service") {
    for (const ip of resource.spec.clusterIPs ?? []) if (ip !== "None") addresses.add(ip);
    if (resource.spec.clusterIP && resource.spec.clusterIP !== "None") {
      addresses.add(resource.spec.clusterIP);
    }
  } else {
    for (const address of resource.spec.addresses ?? []) addresses.add(address.split("/", 1)[0]!);
    for (const address of allocatedAddresses(resource)) addresses.add(address);
  }
  return addresses;
}

/** Addresses that istiod allocated for a ServiceEntry without any; its status has them. */
function allocatedAddresses(entry: Resource<"ServiceEntry">): string[] {
  const { addresses } = entry.status as { readonly addresses?: readonly { value?: string }[] };
  return (addresses ?? []).flatMap(({ value }) => value ?? []);
}

function podsAt(mesh: Mesh, address: string): readonly Resource<"Pod">[] {
  return isIp(address) ? mesh.list("Pod").filter((pod) => pod.status.podIP === address) : [];
}

function targetPortsOf(
  servicePort: MeshServicePort | undefined,
  port: number | undefined,
  pods: readonly Resource<"Pod">[],
): ReadonlySet<number> {
  const target = servicePort?.targetPort ?? port;
  if (typeof target === "number") return new Set([target]);
  const numbers = new Set<number>();
  for (const pod of pods) {
    const number = containerPortNamed(pod, target ?? "");
    if (number !== undefined) numbers.add(number);
  }
  return numbers;
}

/** The number of a named port of a pod; `undefined` where no container offers it. */
export function containerPortNamed(pod: Resource<"Pod">, name: string): number | undefined {
  const { containers = [], initContainers = [] } = pod.spec;
  for (const { ports = [] } of [...containers, ...initContainers]) {
    const port = ports.find((p) => p.name === name);
    if (port?.containerPort !== undefined) return port.containerPort;
  }
  return undefined;
}

/** Whether a host is an IP address. */
export function isIp(host: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || host.includes(":");
}

/** Splits `ip:port` or `[ip]:port`. */
export function addressOf(text: string): { ip: string | undefined; port: number | undefined } {
  const match = /^\[?([^\]]*?)\]?:(\d+)$/.exec(text);
  return match ? { ip: match[1], port: Number(match[2]) } : { ip: undefined, port: undefined };
}
