import { defineRuleCheck } from "../rule_check.ts";

/** The Gateway API is as new as istiod needs it. */
export const gatewayApiRecent = defineRuleCheck({
  name: "gateway-api-recent",
  stage: "Resource definitions",
  title: "The Gateway API, where it is there, is as new as istiod needs it",
  rules: ["gateway-api-too-old"],
  docs: {
    why:
      "istiod does not watch kinds of older releases: their objects are accepted and do nothing.",
    remedy: "Install a newer release of the Gateway API definitions.",
    links: ["https://gateway-api.sigs.k8s.io/guides/#installing-gateway-api"],
  },
});
