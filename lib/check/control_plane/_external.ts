import { injectors } from "../../diagnose/mod.ts";
import type { Mesh } from "../../mesh/mod.ts";

/** Where the control plane is, if not in these clusters; `undefined` where it should be in one of them. */
export function externalControlPlane(mesh: Mesh): string | undefined {
  const url = injectors(mesh).map(({ clientConfig }) => clientConfig?.url).find(Boolean);
  if (url !== undefined) return url;
  const service = mesh.list("Service", mesh.istioNamespace).find(({ name, spec }) =>
    /^istiod(?:-|$)/.test(name) && Object.keys(spec.selector ?? {}).length === 0
  );
  return service && `Service ${service.namespace}/${service.name}`;
}
