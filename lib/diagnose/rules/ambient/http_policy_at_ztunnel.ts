import { WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { hasTargets, isOfHttp, patternLists } from "../authorization/_attributes.ts";
import { isForAmbientOnly } from "./_selected.ts";

/** Policies that look at requests are attached to a waypoint, which sees them. */
export const httpPolicyAtZtunnel = defineRule({
  code: "MM1004",
  name: "http-policy-at-ztunnel",
  title: "Policy with HTTP attributes is left to ztunnel",
  severity: "warning",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy", "Namespace", "Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["KIA0109", "KIA0110", "KIA1317"],
  mode: "default",
  docs: {
    why:
      "A policy without `targetRefs` goes to ztunnel, which knows connections and no requests. It leaves out " +
      "ALLOW rules with methods, paths, hosts, headers or tokens, so that what they allow is denied, and " +
      "applies DENY rules without these, so that they deny more than was meant.",
    remedy:
      "Put a waypoint before the Service, and name the Service or the waypoint in `targetRefs` instead of " +
      "a selector.",
    links: ["https://istio.io/latest/docs/ambient/usage/l7-features/"],
  },

  *check({ mesh }) {
    for (const on of mesh.list("AuthorizationPolicy")) {
      if (hasTargets(on)) continue;
      const lists = patternLists(on).filter(isOfHttp);
      const [first] = lists;
      if (!first || !isForAmbientOnly(mesh, on)) continue;
      const names = [...new Set(lists.map(({ attribute }) => attribute))].sort().join(", ");
      yield {
        on,
        at: first.at,
        message: `ztunnel enforces this policy and knows nothing of ${names}: it ${
          on.spec.action === "DENY" ? "denies more" : "allows less"
        } than the policy says`,
      };
    }
  },
});
