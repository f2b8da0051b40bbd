import { covers } from "./host.ts";
import type { Mesh } from "./mesh.ts";
import type { Resource } from "./resource.ts";
import { includesLabels, type Labels } from "./selector.ts";
import type { MeshService } from "./service_registry.ts";

/** A workload as far as Sidecars select it. */
export interface SidecarSubject {
  /** Its namespace. */
  readonly namespace: string;
  /** Labels of its pods. */
  readonly labels: Labels;
}

/** The Sidecar that applies to a workload: its own by selector, else the namespace's, else the mesh's. */
export function sidecarFor(
  mesh: Mesh,
  { namespace, labels }: SidecarSubject,
): Resource<"Sidecar"> | undefined {
  const own = mesh.list("Sidecar", namespace);
  return own.find(({ spec }) =>
    spec.workloadSelector && includesLabels(labels, spec.workloadSelector.labels)
  ) ?? own.find(({ spec }) => !spec.workloadSelector) ??
    mesh.list("Sidecar", mesh.config.rootNamespace).find(({ spec }) => !spec.workloadSelector);
}

/** The Sidecar because of which a workload's proxy does not know a service; `undefined` where none hides it. */
export function hiddenBySidecar(
  mesh: Mesh,
  workload: SidecarSubject,
  { host, namespace }: MeshService,
  port?: number,
): Resource<"Sidecar"> | undefined {
  const sidecar = sidecarFor(mesh, workload);
  const egress = sidecar?.spec.egress ?? [];
  if (!sidecar || egress.length === 0) return undefined;
  const isListed = egress.some((listener) =>
    (listener.port?.number === undefined || port === undefined || listener.port.number === port) &&
    (listener.hosts ?? []).some((entry) => {
      const slash = entry.indexOf("/");
      const where = slash < 0 ? "*" : entry.slice(0, slash);
      const fits = where === "*" || where === namespace ||
        where === "." && namespace === sidecar.namespace;
      return fits && covers(entry.slice(slash + 1), host);
    })
  );
  return isListed ? undefined : sidecar;
}
