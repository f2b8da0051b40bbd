import type { MeshView, Resource } from "../../../mesh/mod.ts";
import type { Draft } from "../../analysis/rule.ts";
import { GATEWAY_API } from "./_attachment.ts";

/** The definitions of some kinds of the Gateway API that do not serve a version that istiod reads. */
export function* unserved(
  mesh: MeshView<"CustomResourceDefinition">,
  kinds: readonly string[],
  version: string,
): Iterable<Draft> {
  for (const on of mesh.list("CustomResourceDefinition")) {
    const { group, names, versions = [] } = on.spec;
    if (group !== GATEWAY_API || !kinds.includes(names?.kind ?? "") || versions.length === 0) {
      continue;
    }
    if (versions.some(({ name, served }) => name === version && served)) continue;
    yield {
      on,
      at: ["spec", "versions"],
      message: `The Gateway API CRD version ${
        servedBy(on)
      } is lower than the minimum version: ${version}`,
    };
  }
}

function servedBy({ spec }: Resource<"CustomResourceDefinition">): string {
  const served = (spec.versions ?? []).filter((one) => one.served).map(({ name = "" }) => name);
  return served.join(",");
}
