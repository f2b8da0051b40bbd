import { defineRule } from "../../analysis/rule.ts";
import { injectorValues, isInjectedByDefault, isUndecided, userNamespaces } from "./_namespaces.ts";

/** Namespaces join the mesh because they say so, not because nobody said otherwise. */
export const namespaceInjectedByDefault = defineRule({
  code: "IST0148",
  name: "namespace-injected-by-default",
  title: "Namespace is injected although it does not ask for it",
  severity: "info",
  since: "0.1.0",
  inputs: ["Namespace", "ConfigMap"],
  peer: "injection.Analyzer",
  docs: {
    why: "`enableNamespacesByDefault` is on, so that every pod of the namespace gets a sidecar.",
    remedy: "Nothing, if that is meant. Otherwise label the namespace `istio-injection=disabled`.",
  },

  *check({ mesh }) {
    const valuesOf = mesh.once(injectorValues);
    for (const namespace of mesh.once(userNamespaces)) {
      if (!isUndecided(namespace) || !isInjectedByDefault(valuesOf, namespace)) continue;
      yield {
        on: namespace,
        at: ["metadata", "name"],
        message: "is enabled for Istio injection, as Istio is installed with " +
          "enableNamespacesByDefault as true.",
      };
    }
  },
});
