import { BUNDLE_VERSION, outdatedDefinition } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";

/** The definitions of the Gateway API are as new as istiod needs them. */
export const crdVersionTooOld = defineRule({
  code: "IST0176",
  name: "gateway-api-too-old",
  title: "Definition of a Gateway API kind is too old for istiod",
  severity: "warning",
  since: "0.1.0",
  inputs: ["CustomResourceDefinition"],
  peer: "k8sgateway.CRDVersionAnalyzer",
  docs: {
    why: "istiod does not watch the kind in this version: its objects are accepted and do nothing.",
    remedy: "Install a newer release of the Gateway API definitions.",
    links: ["https://gateway-api.sigs.k8s.io/guides/#installing-gateway-api"],
  },

  *check({ mesh }) {
    for (const crd of mesh.list("CustomResourceDefinition")) {
      const outdated = outdatedDefinition(crd);
      if (!outdated) continue;
      const { version, minimum } = outdated;
      yield {
        on: crd,
        at: ["metadata", "annotations", BUNDLE_VERSION],
        message: `Gateway API CRD "${crd.name}" is at version "${version}" but ` +
          `Istio requires at least "${minimum}"; resources of this kind will not be processed. ` +
          "Upgrade the Gateway API CRDs to satisfy the minimum version.",
      };
    }
  },
});
