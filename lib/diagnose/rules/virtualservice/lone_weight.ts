import { removal } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import type { Weighted } from "./_weights.ts";

/** A weight stands where there is something to weigh. */
export const loneWeight = defineRule({
  code: "MM0104",
  name: "lone-weight",
  title: "The only destination of a route has a weight",
  severity: "info",
  since: "0.1.0",
  inputs: ["VirtualService"],
  equivalents: ["KIA1104"],
  mode: "default",
  docs: {
    why:
      "The only destination of a route gets every request, whatever its weight. One of 20 looks as " +
      "if the rest went elsewhere; often a second destination was forgotten.",
    remedy: "Remove the weight, or add the destination for the rest.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination",
    ],
  },

  *check({ mesh }) {
    for (const on of mesh.list("VirtualService")) {
      for (const protocol of ["http", "tcp", "tls"] as const) {
        for (const [i, { route = [] }] of (on.spec[protocol] ?? []).entries()) {
          const [only, ...others] = route as readonly Weighted[];
          const weight = only?.weight;
          if (others.length > 0 || weight === undefined || weight === 100) continue;
          const at = ["spec", protocol, i, "route", 0, "weight"];
          yield {
            on,
            at,
            message: `The only destination gets every request, not ${weight} of 100`,
            fix: removal(at, "Remove the weight", "safe"),
          };
        }
      }
    }
  },
});
