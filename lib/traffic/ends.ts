import { addressOf, containerPortNamed, isGateway } from "../connectivity/mod.ts";
import type { AccessLogEntry } from "../evidence/mod.ts";
import {
  CLUSTER_DOMAIN,
  hasProxy,
  hostsByAddress,
  type Mesh,
  type Resource,
  servicesOf,
  type Workload,
  workloadOf,
} from "../mesh/mod.ts";
import { parseEnvoyClusterName } from "../proxy/mod.ts";
import type { EdgeEnds } from "./edge.ts";

/** Finds out which edge a line belongs to. Remembers what it looked up. */
export class EndsReader {
  readonly #mesh: Mesh;
  readonly #workloads = new Map<Resource<"Pod">, Workload>();
  readonly #services = new Map<string, { host: string; port: number } | undefined>();
  readonly #hosts = new Map<string, string>();

  /** Reads lines of the proxies of a mesh. */
  constructor(mesh: Mesh) {
    this.#mesh = mesh;
  }

  /** The workload of a pod. */
  workload(pod: Resource<"Pod">): Workload {
    let workload = this.#workloads.get(pod);
    if (!workload) this.#workloads.set(pod, workload = workloadOf(this.#mesh, pod));
    return workload;
  }

  /**
   * The edge of a line that the sender's proxy wrote; `undefined` where it does not say where to. The pod that
   * `target` is tells the port of the Service where the line does not.
   */
  sent(
    pod: Resource<"Pod">,
    entry: AccessLogEntry,
    target?: Resource<"Pod">,
  ): EdgeEnds | undefined {
    if (isGateway(pod)) return this.#throughGateway(pod, entry);
    const asked = this.#asked(entry, pod.namespace);
    if (!asked) return undefined;
    const served = target && asked.port === undefined
      ? this.#serviceAt(target, addressOf(entry.upstreamHost).port, asked.host)
      : undefined;
    return { source: this.workload(pod), ...asked, ...served };
  }

  /** The edge of a line that the receiver's proxy wrote, for a sender without a log of its own. */
  received(
    pod: Resource<"Pod">,
    sender: Resource<"Pod">,
    entry: AccessLogEntry,
  ): EdgeEnds | undefined {
    const sni = parseEnvoyClusterName(entry.serverName);
    // Mesh TLS is not spoken without a proxy: the address has been translated on the way.
    if (sni && !hasProxy(sender)) return undefined;
    const { port } = addressOf(entry.downstreamLocal);
    const asked = sni ?? this.#serviceAt(pod, port);
    return asked && {
      source: this.workload(sender),
      host: asked.host,
      port: asked.port,
      isTls: false,
    };
  }

  /** The host of the Service that selects the pod with an address; what is no pod's address stays. */
  behind(host: string): string {
    const pod = this.#mesh.podAt(host);
    const [service] = pod ? servicesOf(this.#mesh, pod) : [];
    return service ? `${service.name}.${service.namespace}.${CLUSTER_DOMAIN}` : host;
  }

  #throughGateway(pod: Resource<"Pod">, entry: AccessLogEntry): EdgeEnds | undefined {
    const { port } = addressOf(entry.downstreamLocal);
    const [name = ""] = splitPort(entry.authority);
    const host = name || entry.serverName;
    const isTls = entry.serverName !== "";
    const outside = this.#serviceAt(pod, port);
    if (host === "" && outside === undefined) return undefined;
    return {
      source: "external",
      host: host === "" ? outside!.host : host.toLowerCase(),
      port: outside?.port ?? port,
      isTls,
    };
  }

  #asked(
    { authority, serverName, upstreamCluster, downstreamLocal }: AccessLogEntry,
    namespace: string,
  ): Omit<EdgeEnds, "source"> | undefined {
    const local = addressOf(downstreamLocal);
    const [name, authorityPort] = splitPort(authority);
    const cluster = parseEnvoyClusterName(upstreamCluster);
    const written = name || serverName;
    if (written !== "") {
      const port = local.port ?? authorityPort ?? cluster?.port;
      return { host: this.#host(written, namespace), port, isTls: serverName !== "" };
    }
    if (cluster) return { host: cluster.host, port: cluster.port, isTls: false };
    if (local.ip === undefined) return undefined;
    const host = this.#mesh.once(hostsByAddress).get(local.ip) ?? local.ip;
    return { host, port: local.port, isTls: false };
  }

  #host(written: string, namespace: string): string {
    const key = `${namespace}/${written}`;
    let host = this.#hosts.get(key);
    if (host === undefined) {
      const service = this.#mesh.services.resolve(written.toLowerCase(), namespace);
      host = service && !service.host.startsWith("*") ? service.host : written.toLowerCase();
      this.#hosts.set(key, host);
    }
    return host;
  }

  /** The Service whose port leads to a port of a pod; of several the one with that host. */
  #serviceAt(
    pod: Resource<"Pod">,
    port: number | undefined,
    host?: string,
  ): { host: string; port: number } | undefined {
    const key = `${pod.namespace}/${pod.name}:${port} ${host ?? ""}`;
    if (!this.#services.has(key)) this.#services.set(key, serviceAt(this.#mesh, pod, port, host));
    return this.#services.get(key);
  }
}

function serviceAt(
  mesh: Mesh,
  pod: Resource<"Pod">,
  port: number | undefined,
  only: string | undefined,
): { host: string; port: number } | undefined {
  for (const { namespace, name } of servicesOf(mesh, pod)) {
    const host = `${name}.${namespace}.svc.cluster.local`;
    if (only !== undefined && host !== only) continue;
    for (const service of mesh.services.declarations(host)) {
      const found = service.ports.find(({ targetPort }) =>
        targetPort === port ||
        typeof targetPort === "string" && containerPortNamed(pod, targetPort) === port
      );
      if (found) return { host, port: found.port };
    }
  }
  return undefined;
}

function splitPort(authority: string): [name: string, port: number | undefined] {
  const match = /^(.*?)(?::(\d+))?$/.exec(authority)!;
  return [match[1]!, match[2] === undefined ? undefined : Number(match[2])];
}
