import { defineRuleCheck } from "../rule_check.ts";

/** Every injector calls a control plane that is there. */
export const injectorReachable = defineRuleCheck({
  name: "injector-reachable",
  stage: "Webhooks",
  title: "Every webhook of Istio calls a control plane that is there",
  rules: ["injector-service-not-found", "invalid-control-plane-url"],
  docs: {
    why:
      "The API server asks the webhook about every new pod of a meshed namespace. Where it calls nobody, " +
      "pods are created without proxy, or not at all.",
    remedy:
      "Delete the webhook configuration of a revision that is gone, or correct the Service it names.",
  },
});
