import { covers, includesLabels, type Mesh, type MeshService, type Resource } from "../mesh/mod.ts";

/** The Sidecar that applies to a pod: its own by selector, else the namespace's, else the mesh's. */
export function sidecarOf(mesh: Mesh, pod: Resource<"Pod">): Resource<"Sidecar"> | undefined {
  const own = mesh.list("Sidecar", pod.namespace);
  return own.find(({ spec }) =>
    spec.workloadSelector && includesLabels(pod.labels, spec.workloadSelector.labels)
  ) ?? own.find(({ spec }) => !spec.workloadSelector) ??
    mesh.list("Sidecar", mesh.config.rootNamespace).find(({ spec }) => !spec.workloadSelector);
}

/** The Sidecar because of which a pod's proxy does not know a service; `undefined` where none hides it. */
export function hiddenBySidecar(
  mesh: Mesh,
  pod: Resource<"Pod">,
  { host, namespace }: MeshService,
  port?: number,
): Resource<"Sidecar"> | undefined {
  const sidecar = sidecarOf(mesh, pod);
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
