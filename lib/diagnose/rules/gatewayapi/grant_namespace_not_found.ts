import { defineRule } from "../../analysis/rule.ts";
import { missingNamespaces } from "../_namespaces.ts";

/** A ReferenceGrant is for namespaces that are there. */
export const grantNamespaceNotFound = defineRule({
  code: "MM0310",
  name: "grant-namespace-not-found",
  title: "ReferenceGrant is for a namespace that is not there",
  severity: "warning",
  since: "0.1.0",
  inputs: ["ReferenceGrant", "Namespace"],
  equivalents: ["KIA1601"],
  mode: "default",
  docs: {
    why:
      "The grant allows nothing: references from the namespace that was meant stay forbidden, and " +
      "whoever creates a namespace of that name later is trusted.",
    remedy: "Correct the name.",
    links: ["https://gateway-api.sigs.k8s.io/api-types/referencegrant/"],
  },

  *check({ mesh }) {
    yield* missingNamespaces(
      mesh,
      mesh.list("ReferenceGrant").flatMap((on) =>
        (on.spec.from ?? []).flatMap(({ namespace }, i) =>
          namespace ? [{ on, at: ["spec", "from", i, "namespace"], namespace }] : []
        )
      ),
    );
  },
});
