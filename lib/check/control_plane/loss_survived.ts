import { defineRuleCheck } from "../rule_check.ts";

/** The control plane and gateways outlive the loss of a pod. */
export const lossSurvived = defineRuleCheck({
  name: "loss-of-a-pod-survived",
  stage: "Control plane",
  title: "The control plane and gateways outlive the loss of one of their pods",
  rules: ["single-replica"],
  docs: {
    why:
      "With one replica the upgrade of a node leaves the mesh without control plane, or without traffic " +
      "from outside, for a while.",
    remedy: "Where that matters set `autoscaleMin: 2`, `replicaCount: 2` or `minReplicas` of the " +
      "HorizontalPodAutoscaler.",
    links: ["https://istio.io/latest/docs/ops/best-practices/deployment/"],
  },
});
