import { compare } from "../../../core/mod.ts";
import {
  isWaypoint,
  type Mesh,
  type Resource,
  serviceSelection,
  type WorkloadInstance,
} from "../../../mesh/mod.ts";
import { formatName } from "../_names.ts";
import { isInMesh } from "./_in_mesh.ts";

/** A Deployment of the mesh and the Services that select its pods. */
export interface Exposed {
  /** The Deployment. */
  readonly deployment: Resource<"Deployment">;
  /** The Services, by name. */
  readonly services: readonly Resource<"Service">[];
}

/** The Deployments of the mesh with their Services. */
export function exposedDeployments(compat: boolean): (mesh: Mesh) => readonly Exposed[] {
  return compat ? exposedAsIstioctl : exposed;
}

function exposed(mesh: Mesh): Exposed[] {
  return exposures(mesh, false);
}

function exposedAsIstioctl(mesh: Mesh): Exposed[] {
  return exposures(mesh, true);
}

function exposures(mesh: Mesh, compat: boolean): Exposed[] {
  const select = mesh.once(serviceSelection);
  return mesh.list("Deployment").flatMap((deployment) => {
    const pod = podOf(deployment);
    if (isWaypoint(deployment)) return [];
    if (!isInMesh(mesh, pod, { compat, withInit: !compat })) return [];
    const services = select(pod.labels, pod.namespace)
      .filter(({ cluster }) => cluster === deployment.cluster)
      .toSorted((a, b) => compare(a.name, b.name));
    return services.length > 0 ? [{ deployment, services }] : [];
  });
}

function podOf(resource: Resource<"Deployment">): WorkloadInstance {
  const { metadata, spec } = resource.spec.template ?? {};
  return {
    resource,
    namespace: resource.namespace,
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
    spec: spec ?? {},
    path: ["spec", "template"],
    isPod: false,
  };
}

/** A port of a Service. */
export interface ExposedPort {
  /** Name of the Service with its namespace. */
  readonly service: string;
  /** Number that clients use. */
  readonly port: number;
  /** `TCP`, `UDP` or `SCTP`. */
  readonly transport: string;
  /** Number or name on the pods. */
  readonly target: string;
}

/** The ports of all Services of a Deployment. */
export function portsOf({ services }: Exposed): readonly ExposedPort[] {
  return services.flatMap((service) =>
    (service.spec.ports ?? []).map(({ port = 0, targetPort, protocol }) => ({
      service: formatName(service),
      port,
      transport: protocol || "TCP",
      target: String(targetPort || port),
    }))
  );
}
