import { fqdn, gatewaysOf } from "../../../mesh/mod.ts";
import { appending } from "../../case/cure.ts";
import { resourceOf } from "../../case/objects.ts";
import { defineCause } from "../../cause.ts";

/** The VirtualService for a service of the mesh is bound to gateways alone, so callers inside bypass it. */
export const notBoundToMesh = defineCause({
  id: "MM-R16",
  name: "virtual-service-not-bound-to-mesh",
  title: "The VirtualService's rules do not act inside the mesh",
  category: "configuration",
  severity: "medium",
  docs: {
    why:
      "A VirtualService that lists gateways acts on those alone. Callers inside the mesh use its rules " +
      "only where the list has the word mesh.",
    symptom: "Callers inside get the default route; the rules act on the gateway only.",
    remedy: "Add mesh to spec.gateways, or write another VirtualService for the sidecars.",
    verify: "The caller's routes come from the VirtualService.",
  },

  *consider(of) {
    const { destination: { service }, walk, caller } = of;
    if (caller.isExternal || !service || !walk.isHttp || walk.routeObject) return;
    const all = of.mesh.list("VirtualService").filter((vs) =>
      (vs.spec.hosts ?? []).some((host) => fqdn(host, vs.namespace) === service.host)
    );
    if (all.length === 0 || all.some((vs) => gatewaysOf(vs).includes("mesh"))) return;
    const objects = all.map((vs) => resourceOf(vs, "spec.gateways"));
    yield {
      isSilent: true,
      objects,
      title:
        `VirtualService ${objects[0]!.namespace}/${
          objects[0]!.name
        } has rules for ${service.host}, but ` +
        "they act on gateways only",
      facts: [{
        weight: "proven",
        source: `VirtualService ${objects[0]!.namespace}/${objects[0]!.name} spec.gateways`,
        detail: `${
          gatewaysOf(all[0]!).join(", ")
        }, without mesh; the caller uses the default route`,
      }],
      remedy: {
        title: "Add mesh to spec.gateways",
        ...appending(all[0]!, "spec.gateways", { list: all[0]!.spec.gateways, item: "mesh" }),
      },
    };
  },
});
