import { defineRule } from "../../analysis/rule.ts";

const GROUP = "rbac.istio.io";
const KINDS = new Set(["ClusterRbacConfig", "RbacConfig", "ServiceRole", "ServiceRoleBinding"]);

/** No definitions are left of kinds that Istio no longer reads. */
export const removedKind = defineRule({
  code: "IST0002",
  name: "removed-kind",
  title: "Definition of a kind that Istio no longer reads",
  severity: "warning",
  since: "0.1.0",
  inputs: ["CustomResourceDefinition"],
  peer: "deprecation.DeprecationAnalyzer",
  docs: {
    why: "Objects of the kind can still be made, but nobody reads them: access that they seem to " +
      "restrict is open.",
    remedy: "Write AuthorizationPolicies instead, and delete the definition.",
  },

  *check({ mesh }) {
    for (const crd of mesh.list("CustomResourceDefinition")) {
      const { group, names } = crd.spec;
      if (group !== GROUP || !KINDS.has(names?.kind ?? "")) continue;
      yield {
        on: crd,
        at: ["spec", "names", "kind"],
        message: `Deprecated: Custom resource type ${GROUP} ${names?.kind} is removed`,
      };
    }
  },
});
