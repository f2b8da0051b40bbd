import { defineRuleCheck } from "../rule_check.ts";

/** Every waypoint that is named takes the traffic of what names it. */
export const waypointsThere = defineRuleCheck({
  name: "waypoints-there",
  stage: "CNI and ambient",
  title: "Every waypoint that a label names is there, and takes what names it",
  rules: ["waypoint-not-found", "waypoint-not-admitted", "sidecar-and-ambient"],
  docs: {
    why:
      "Policies and routes of layer 7 hold in the waypoint. Where it is missing traffic goes past them, or " +
      "nowhere.",
    remedy: "Create it with `istioctl waypoint apply -n NAMESPACE`, or correct the label.",
    links: ["https://istio.io/latest/docs/ambient/usage/waypoint/"],
  },
});
