import { defineRule } from "../../analysis/rule.ts";
import { isBefore, parseVersion } from "./_crds.ts";

const BUNDLE_VERSION = "gateway.networking.k8s.io/bundle-version";

/** The oldest release of the Gateway API in which istiod reads a kind. */
const MINIMUM: ReadonlyMap<string, string> = new Map([
  ["grpcroutes.gateway.networking.k8s.io", "1.1.0"],
  ["backendtlspolicies.gateway.networking.k8s.io", "1.4.0"],
  ["tlsroutes.gateway.networking.k8s.io", "1.5.0"],
  ["tcproutes.gateway.networking.k8s.io", "1.6.0"],
]);

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
      const minimum = MINIMUM.get(crd.name);
      const version = crd.annotations[BUNDLE_VERSION] ?? "";
      const [installed, needed] = [parseVersion(version), parseVersion(minimum ?? "")];
      if (!installed || !needed || !isBefore(installed, needed)) continue;
      yield {
        on: crd,
        at: ["metadata", "annotations", BUNDLE_VERSION],
        message: `Gateway API CRD "${crd.name}" is at version "${version.replace(/^v/, "")}" but ` +
          `Istio requires at least "${minimum}"; resources of this kind will not be processed. ` +
          "Upgrade the Gateway API CRDs to satisfy the minimum version.",
      };
    }
  },
});
