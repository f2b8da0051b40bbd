import { type AccessSource, type EdgeTls, formatPrincipal } from "../auth/mod.ts";
import type { Mesh, Resource } from "../mesh/mod.ts";

/** Who calls, as the server's proxy sees it on a connection of this kind. */
export function sourceOf(
  mesh: Mesh,
  { namespace, spec }: Resource<"Pod">,
  { outcome }: Pick<EdgeTls, "outcome">,
): AccessSource {
  if (outcome === "plaintext") return { isMtls: false };
  if (outcome !== "mTLS") return {};
  const serviceAccount = spec.serviceAccountName ?? "default";
  const { trustDomain } = mesh.config;
  return { isMtls: true, principal: formatPrincipal({ trustDomain, namespace, serviceAccount }) };
}
