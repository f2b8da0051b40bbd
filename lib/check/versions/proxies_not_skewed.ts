import { defineRuleCheck } from "../rule_check.ts";

/** Every proxy is of a release that its control plane supports. */
export const proxiesNotSkewed = defineRuleCheck({
  name: "proxies-not-skewed",
  stage: "Versions",
  title: "Every proxy is of a release that the control plane supports",
  rules: ["version-skew"],
  docs: {
    why:
      "istiod configures a proxy that is too old with features that it does not know, and one that is newer " +
      "without what it expects; the proxy may reject the configuration as a whole.",
    remedy: "Restart the workloads, so that the injector gives them the proxy of today's istiod.",
    links: [
      "https://istio.io/latest/docs/releases/supported-releases/#control-planedata-plane-skew",
    ],
  },
});
