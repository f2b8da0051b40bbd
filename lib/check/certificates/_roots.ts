import { type CertificateFacts, parseCertificateChain } from "../../core/mod.ts";
import type { Mesh, MeshView } from "../../mesh/mod.ts";

/** The ConfigMap in which istiod hands out its roots, one in each namespace. */
export const ROOTS = "istio-ca-root-cert";

/** Where the roots stand in it. */
export const ROOTS_KEY = "root-cert.pem";

/** The roots in one namespace's ConfigMap; `undefined` where there is none, or no certificate in it. */
export function rootsIn(
  mesh: MeshView<"ConfigMap">,
  namespace: string,
): readonly CertificateFacts[] | undefined {
  return parseCertificateChain(
    mesh.get("ConfigMap", namespace, ROOTS)?.object.data?.[ROOTS_KEY] ?? "",
  );
}

/** The roots of the control plane's own namespace; empty where they are not known. */
export function meshRoots(
  mesh: MeshView<"ConfigMap"> & Pick<Mesh, "istioNamespace">,
): readonly CertificateFacts[] {
  return rootsIn(mesh, mesh.istioNamespace) ?? [];
}
