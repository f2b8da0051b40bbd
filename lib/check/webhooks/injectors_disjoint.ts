import { defineRuleCheck } from "../rule_check.ts";

/** No two injectors take the same pod. */
export const injectorsDisjoint = defineRuleCheck({
  name: "injectors-disjoint",
  stage: "Webhooks",
  title: "No two webhooks inject into the same pod",
  rules: ["overlapping-injectors"],
  docs: {
    why: "A pod gets the proxy of whichever webhook is called first, or is changed twice.",
    remedy: "Remove the old revision, or move the tag: one webhook per namespace and revision.",
    links: ["https://istio.io/latest/docs/setup/upgrade/canary/"],
  },
});
