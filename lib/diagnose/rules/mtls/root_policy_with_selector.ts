import { removal } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";

/** A PeerAuthentication of the root namespace is for the whole mesh. */
export const rootPolicyWithSelector = defineRule({
  code: "MM0519",
  name: "root-peer-authentication-with-selector",
  title: "PeerAuthentication with a selector has no effect in the root namespace",
  severity: "error",
  since: "0.1.0",
  inputs: ["PeerAuthentication"],
  mode: "default",
  docs: {
    why:
      "istiod takes policies of workloads from namespaces other than the root namespace. One with a " +
      "selector in the root namespace is neither a policy of the mesh nor one of a workload: it is " +
      "ignored, and mTLS stays as it is.",
    remedy: "Move it to the namespace of the workloads, or remove the selector if it is for all.",
    links: ["https://istio.io/latest/docs/reference/config/security/peer_authentication/"],
  },

  *check({ mesh }) {
    for (const on of mesh.list("PeerAuthentication", mesh.config.rootNamespace)) {
      const labels = on.spec.selector?.matchLabels ?? {};
      if (Object.keys(labels).length === 0) continue;
      const at = ["spec", "selector"];
      yield {
        on,
        at,
        message: `A selector in the root namespace ${on.namespace} makes the policy ineffective`,
        fix: on.spec.portLevelMtls
          ? undefined
          : removal(at, "Make it the policy of the mesh", "manual"),
      };
    }
  },
});
