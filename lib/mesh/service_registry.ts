import { compare } from "../core/mod.ts";
import { exportedTo, exportTargets } from "./export.ts";
import { CLUSTER_DOMAIN, serviceAliases } from "./host.ts";
import { HostIndex } from "./host_index.ts";
import type { MeshView } from "./mesh.ts";
import { declaredProtocol, type Protocol, serviceProtocol } from "./protocol.ts";
import type { Resource } from "./resource.ts";

/** A port of a service of the mesh. */
export interface MeshServicePort {
  /** Name, `""` where it has none. */
  readonly name: string;
  /** Number that clients use. */
  readonly port: number;
  /** Number or name on the endpoints. */
  readonly targetPort: number | string;
  /** What istiod takes it to speak. */
  readonly protocol: Protocol;
}

/** One host of the mesh, declared by a Service or a ServiceEntry. */
export interface MeshService {
  /** Fully qualified host, or a wildcard of a ServiceEntry. */
  readonly host: string;
  /** Namespace of the declaration. */
  readonly namespace: string;
  /** Its ports, in order of declaration. */
  readonly ports: readonly MeshServicePort[];
  /** What declares it. */
  readonly resource: Resource<"Service"> | Resource<"ServiceEntry">;
  /** Namespaces that see it: `*`, or names. */
  readonly exportTo: readonly string[];
}

/** The services of a mesh by host. Kubernetes Services win over ServiceEntries of the same host. */
export class ServiceRegistry {
  readonly #index = new HostIndex<MeshService>();
  /** Every service, ordered by host and namespace. */
  readonly all: readonly MeshService[];

  /** Indexes the Services and ServiceEntries of a mesh. */
  constructor(mesh: MeshView<"Service" | "ServiceEntry">) {
    for (const service of mesh.list("Service").map(fromService)) {
      this.#index.add(service.host, service);
    }
    for (const entry of mesh.list("ServiceEntry")) {
      for (const service of fromServiceEntry(entry)) this.#index.add(service.host, service);
    }
    this.all = this.#index.hosts().flatMap((host) =>
      this.#index.get(host).toSorted((a, b) => compare(a.namespace, b.namespace))
    );
  }

  /** Every declaration of exactly this host, whoever sees it. */
  declarations(host: string): readonly MeshService[] {
    return this.#index.get(host);
  }

  /** The service that clients in `namespace` get for `host`: the exact host, else the longest wildcard. */
  find(host: string, namespace: string): MeshService | undefined {
    for (const services of this.#index.covering(host)) {
      const visible = services.filter((s) => exportedTo(s.exportTo, namespace));
      // Of several declarations the client's own namespace wins, as in istiod's push context.
      const own = visible.find((s) => s.namespace === namespace) ?? visible[0];
      if (own) return own;
    }
    return undefined;
  }

  /** Every declaration whose host `pattern`, a host or a wildcard, covers. */
  coveredBy(pattern: string): readonly MeshService[] {
    return this.#index.coveredBy(pattern);
  }

  /**
   * The ports of the service that clients in `namespace` get for `host`, or `undefined` where there is
   * none: those of the Kubernetes Service, else those of all ServiceEntries for the host together.
   */
  portsOf(host: string, namespace: string): readonly MeshServicePort[] | undefined {
    const found = this.find(host, namespace);
    if (!found || found.resource.identifier === "Service") return found?.ports;
    const visible = this.declarations(found.host).filter((s) => exportedTo(s.exportTo, namespace));
    const service = visible.find((s) => s.resource.identifier === "Service");
    return service?.ports ?? visible.flatMap((s) => s.ports);
  }

  /** Resolves a name as a pod of `namespace` may write it: short, with namespace, or fully qualified. */
  resolve(name: string, namespace: string): MeshService | undefined {
    const labels = name.split(".");
    const [first, second] = labels;
    if (first && labels.length <= 3) {
      const home = second ?? namespace;
      if (serviceAliases(first, home, namespace).includes(name)) {
        const found = this.find(`${first}.${home}.${CLUSTER_DOMAIN}`, namespace);
        if (found) return found;
      }
    }
    return this.find(name, namespace);
  }
}

function fromService(service: Resource<"Service">): MeshService {
  const { name, namespace, annotations, spec } = service;
  const exportTo = annotations["networking.istio.io/exportTo"];
  return {
    host: `${name}.${namespace}.${CLUSTER_DOMAIN}`,
    namespace,
    resource: service,
    exportTo: exportTargets(exportTo?.split(",").map((s) => s.trim()), namespace),
    ports: (spec.ports ?? []).flatMap(({ name = "", port, targetPort, protocol, appProtocol }) =>
      port === undefined ? [] : [{
        name,
        port,
        targetPort: targetPort || port,
        protocol: serviceProtocol({ name, port, protocol, appProtocol }),
      }]
    ),
  };
}

function fromServiceEntry(entry: Resource<"ServiceEntry">): MeshService[] {
  const { namespace, spec } = entry;
  const ports = (spec.ports ?? []).flatMap(({ name = "", number, targetPort, protocol }) =>
    number === undefined ? [] : [{
      name,
      port: number,
      targetPort: targetPort || number,
      protocol: declaredProtocol(protocol),
    }]
  );
  const exportTo = exportTargets(spec.exportTo, namespace);
  return (spec.hosts ?? []).map((host) => ({ host, namespace, resource: entry, exportTo, ports }));
}
