import { CLUSTER_DOMAIN } from "./host.ts";
import type { Mesh } from "./mesh.ts";

/** Hosts of Services by the address that clients connect to. */
export function hostsByAddress(mesh: Mesh): ReadonlyMap<string, string> {
  return new Map(
    mesh.list("Service").flatMap(({ name, namespace, spec: { clusterIP, clusterIPs } }) =>
      (clusterIPs ?? [clusterIP]).flatMap((ip) =>
        ip && ip !== "None" ? [[ip, `${name}.${namespace}.${CLUSTER_DOMAIN}`] as const] : []
      )
    ),
  );
}
