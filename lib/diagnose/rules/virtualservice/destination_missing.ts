import { defineRule } from "../../analysis/rule.ts";

/** Every route says where it leads. */
export const destinationMissing = defineRule({
  code: "IST0101",
  name: "destination-missing",
  title: "Route has no destination",
  severity: "error",
  since: "0.1.0",
  inputs: ["VirtualService"],
  peer: "virtualservice.DestinationHostAnalyzer",
  mode: "compat",
  docs: {
    why:
      "A route without a destination is invalid. istioctl says so and, besides, that it does not find " +
      "the host.",
    remedy: "Name the host of the destination.",
  },

  *check({ mesh }) {
    for (const on of mesh.list("VirtualService")) {
      for (const protocol of ["http", "tls", "tcp"] as const) {
        for (const [i, { route = [] }] of (on.spec[protocol] ?? []).entries()) {
          for (const [j, { destination }] of route.entries()) {
            if (destination?.host !== undefined) continue;
            const at = ["spec", protocol, i, "route", j];
            yield { on, at, message: 'Referenced host not found: ""' };
          }
        }
      }
    }
  },
});
