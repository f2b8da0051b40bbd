import { defineRule } from "../../analysis/rule.ts";

/** A subset is a part of the endpoints. */
export const subsetWithoutLabels = defineRule({
  code: "MM0204",
  name: "subset-without-labels",
  title: "Subset of a DestinationRule has no labels",
  severity: "info",
  since: "0.1.0",
  inputs: ["DestinationRule"],
  equivalents: ["KIA0209"],
  mode: "default",
  docs: {
    why:
      "A subset without labels has all endpoints of the host. That is right where it only gives " +
      "them another traffic policy; a route that is to reach one version reaches all of them.",
    remedy: "Give the subset the labels of its version, or a traffic policy.",
    links: ["https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset"],
  },

  *check({ mesh }) {
    for (const on of mesh.list("DestinationRule")) {
      for (
        const [i, { name = "", labels = {}, trafficPolicy }] of (on.spec.subsets ?? []).entries()
      ) {
        if (Object.keys(labels).length > 0 || trafficPolicy) continue;
        yield {
          on,
          at: ["spec", "subsets", i],
          message:
            `Subset ${name} is no part of ${on.spec.host}: without labels it has every endpoint`,
        };
      }
    }
  },
});
