import { defineRuleCheck } from "../rule_check.ts";

/** Every pod that should have a sidecar has one. */
export const podsInjected = defineRuleCheck({
  name: "pods-injected",
  stage: "Injection",
  title: "Every pod that should have a sidecar has one",
  rules: ["pod-without-proxy", "contradicting-injection-labels"],
  docs: {
    why:
      "A pod without proxy takes no part in mTLS, policies and routing; under STRICT mTLS its calls fail.",
    remedy: "Restart the workload, and see that its pods come up with an istio-proxy container.",
    links: ["https://istio.io/latest/docs/ops/common-problems/injection/"],
  },
});
