import { nearest } from "../../../core/mod.ts";
import type { Mesh } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { ISTIO_CLASSES } from "./_attachment.ts";

/** Somebody implements every Gateway. */
export const classNotFound = defineRule({
  code: "MM0308",
  name: "gateway-class-not-found",
  title: "Gateway is of a class that nobody implements",
  severity: "error",
  since: "0.1.0",
  inputs: ["KubernetesGateway", "GatewayClass"],
  equivalents: ["KIA1504"],
  mode: "default",
  docs: {
    why:
      "A controller serves the Gateways of its classes. For a class that is not there no proxy is " +
      "deployed, and nothing listens.",
    remedy: "Correct `gatewayClassName`: `istio` for a gateway, `istio-waypoint` for a waypoint.",
    links: ["https://gateway-api.sigs.k8s.io/api-types/gatewayclass/"],
  },

  *check({ mesh }) {
    const known = mesh.once(classes);
    for (const on of mesh.list("KubernetesGateway")) {
      const { gatewayClassName: name = "" } = on.spec;
      if (name === "" || known.includes(name)) continue;
      const meant = nearest(name, known);
      // Classes belong to the platform: manifests seldom have them.
      if (meant === undefined && on.origin !== undefined) continue;
      const at = ["spec", "gatewayClassName"];
      yield {
        on,
        at,
        message: `There is no GatewayClass "${name}"`,
        fix: meant === undefined ? undefined : replacement(at, meant, `Use the class "${meant}"`),
      };
    }
  },
});

function classes(mesh: Mesh): readonly string[] {
  return [...new Set([...ISTIO_CLASSES, ...mesh.list("GatewayClass").map(({ name }) => name)])];
}
