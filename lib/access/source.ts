import { type AccessSource, type EdgeTls, formatPrincipal } from "../auth/mod.ts";
import { type Mesh, type Resource, seenBy } from "../mesh/mod.ts";

/** Who calls, as the server's proxy sees it on a connection of this kind. */
export function sourceOf(
  mesh: Mesh,
  pod: Resource<"Pod">,
  { outcome }: Pick<EdgeTls, "outcome">,
): AccessSource {
  if (outcome === "plaintext") return { isMtls: false };
  if (outcome !== "mTLS") return {};
  const { namespace, spec: { serviceAccountName: serviceAccount = "default" } } = pod;
  const { trustDomain } = seenBy(mesh, pod).config;
  return { isMtls: true, principal: formatPrincipal({ trustDomain, namespace, serviceAccount }) };
}
