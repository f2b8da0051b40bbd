import {
  exportedTo,
  exportTargets,
  type Mesh,
  type Resource,
  WORKLOAD_KINDS,
  workloadInstances,
} from "../../../mesh/mod.ts";
import { addition } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { gatewayReferences } from "./_gateways.ts";

/** A VirtualService for a gateway is exported to where the gateway's proxies run. */
export const notExportedToGateway = defineRule({
  code: "MM0105",
  name: "virtual-service-not-exported-to-gateway",
  title: "VirtualService is not exported to the proxies of its gateway",
  severity: "error",
  since: "0.1.0",
  inputs: ["VirtualService", "Gateway", "Pod"],
  reads: ["KubernetesGateway", ...WORKLOAD_KINDS],
  mode: "default",
  docs: {
    why:
      "`exportTo` lists the namespaces whose proxies see the object, and the proxies of a gateway " +
      "are proxies of the namespace in which they run, not of that of the Gateway object. A gateway " +
      "that does not see the VirtualService has no routes of it: requests get 404.",
    remedy: "Add the namespace of the gateway's pods to `exportTo`.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService",
    ],
  },

  *check({ mesh }) {
    const homesOf = mesh.once(gatewayHomes);
    const defaults = mesh.config.defaultVirtualServiceExportTo;
    for (const on of mesh.list("VirtualService")) {
      const targets = exportTargets(on.spec.exportTo, on.namespace, defaults);
      if (targets.includes("*")) continue;
      for (const { gateway } of gatewayReferences(mesh, on)) {
        if (gateway?.identifier !== "Gateway") continue;
        const homes = homesOf(gateway);
        if (homes.length === 0 || homes.some((home) => exportedTo(targets, home))) continue;
        yield {
          on,
          at: ["spec", "exportTo"],
          message: `The proxies of Gateway ${formatName(gateway)} run in namespace ` +
            `${homes.join(", ")}, where nobody sees this VirtualService`,
          fix: on.spec.exportTo && homes.length === 1
            ? addition(["spec", "exportTo", "-"], homes[0], `Export to "${homes[0]}"`)
            : undefined,
        };
        break;
      }
    }
  },
});

/** Finds the namespaces in which the pods of a Gateway run. */
function gatewayHomes(mesh: Mesh): (gateway: Resource<"Gateway">) => readonly string[] {
  const instances = mesh.once(workloadInstances);
  return ({ spec: { selector = {} } }) => [
    ...new Set(
      Object.keys(selector).length > 0
        ? instances.select(selector).map(({ namespace }) => namespace)
        : [],
    ),
  ];
}
