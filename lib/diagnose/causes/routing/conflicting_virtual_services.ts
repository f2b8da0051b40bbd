import { exportedTo, exportTargets, fqdn, gatewaysOf, oldestFirst } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";

/** Several VirtualServices have the same host for the sidecars; only one of them acts. */
export const conflictingVirtualServices = defineCause({
  id: "MM-R05",
  name: "conflicting-virtual-services",
  title: "Several VirtualServices claim the host, only one acts",
  category: "configuration",
  severity: "high",
  docs: {
    why:
      "For the sidecars istiod takes one VirtualService per host, the oldest, and drops the others " +
      "without an error. (On gateways their rules are merged.)",
    symptom: "The rules of one VirtualService never show in the access log's route names.",
    remedy: "Merge the rules into one VirtualService, or use delegates.",
    verify: "pilot_vservice_dup_domain is 0.",
  },

  *consider(of) {
    const { caller, destination, walk } = of;
    const namespace = walk.proxy?.pod?.namespace;
    if (caller.isExternal || namespace === undefined) return;
    const claiming = of.mesh.list("VirtualService").filter((vs) =>
      gatewaysOf(vs).includes("mesh") &&
      exportedTo(exportTargets(vs.spec.exportTo, vs.namespace), namespace) &&
      (vs.spec.hosts ?? []).some((host) => destination.host === fqdn(host, vs.namespace))
    ).toSorted(oldestFirst);
    if (claiming.length < 2) return;
    const acting = claiming.find((vs) =>
      vs.namespace === walk.routeObject?.namespace && vs.name === walk.routeObject.name
    ) ?? claiming[0]!;
    const ignored = claiming.filter((vs) =>
      vs !== acting
    );
    const objects = [...ignored, acting].map((vs) => resourceOf(vs, "spec.hosts"));
    yield {
      isSilent: true,
      objects,
      title: `${objects.map(label).join(" and ")} all claim ${destination.host}; only ${
        label(resourceOf(acting))
      } acts`,
      facts: [{
        weight: "proven",
        source: `${of.client?.folder}/config_dump.json`,
        detail: `the routes of ${destination.host} come from ${label(resourceOf(acting))} alone`,
      }],
      remedy: { title: "Merge them into one VirtualService", action: edit(objects[0]!) },
    };
  },
});
