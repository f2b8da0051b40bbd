import type { Path } from "../../../core/mod.ts";
import type { EnvoyFilterConfigPatchMatch } from "../../../mesh/mod.ts";
import { removal } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";

/** What a patch looks for is there in the context in which it looks. */
export const matchWithoutEffect = defineRule({
  code: "MM1203",
  name: "envoy-filter-match-without-effect",
  title: "EnvoyFilter looks for a gateway among the routes of sidecars",
  severity: "warning",
  since: "0.1.0",
  inputs: ["EnvoyFilter"],
  mode: "default",
  docs: {
    why:
      "The routes of a sidecar belong to no gateway and have no port name. istiod passes over such " +
      "a condition, so that the patch changes more routes than was meant.",
    remedy: "Remove the condition, or correct the context.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-RouteConfigurationMatch",
    ],
  },

  *check({ mesh }) {
    for (const on of mesh.list("EnvoyFilter")) {
      for (const [i, { match }] of (on.spec.configPatches ?? []).entries()) {
        for (const field of match ? ineffective(match) : []) {
          const at = ["spec", "configPatches", i, "match", ...field];
          yield {
            on,
            at,
            message: `${field.at(-1)} does not count in the context ${match?.context}`,
            fix: removal(at, "Remove the condition"),
          };
        }
      }
    }
  },
});

function ineffective({ context, routeConfiguration }: EnvoyFilterConfigPatchMatch): Path[] {
  if (context !== "SIDECAR_INBOUND" && context !== "SIDECAR_OUTBOUND") return [];
  return (["gateway", "portName"] as const).flatMap((field) =>
    routeConfiguration?.[field] ? [["routeConfiguration", field]] : []
  );
}
