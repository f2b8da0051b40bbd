import { defineRuleCheck } from "../rule_check.ts";

/** Sidecars run the image that they would get today. */
export const proxyImagesCurrent = defineRuleCheck({
  name: "proxy-images-current",
  stage: "Injection",
  title: "Sidecars run the image that they would be given today",
  rules: ["proxy-image-mismatch"],
  docs: {
    why: "The control plane was upgraded, and the pods run the old proxy, without its fixes.",
    remedy: "Restart the workloads: `kubectl -n NAMESPACE rollout restart deployment`.",
    links: ["https://istio.io/latest/docs/setup/upgrade/"],
  },
});
