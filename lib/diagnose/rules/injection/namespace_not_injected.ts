import { setting } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { injectorValues, isInjectedByDefault, isUndecided, userNamespaces } from "./_namespaces.ts";

/** Every namespace of users says whether its pods join the mesh. */
export const namespaceNotInjected = defineRule({
  code: "IST0102",
  name: "namespace-not-injected",
  title: "Namespace does not say whether its pods join the mesh",
  severity: "info",
  since: "0.1.0",
  inputs: ["Namespace"],
  reads: ["ConfigMap"],
  peer: "injection.Analyzer",
  docs: {
    why:
      "Its pods get no sidecar: no mTLS, no policy, no metrics of the mesh. That may be meant; a " +
      "label says so.",
    remedy: "Label the namespace `istio-injection=enabled`, `istio.io/rev=REVISION` or " +
      "`istio.io/dataplane-mode=ambient`, or `istio-injection=disabled` if that is meant.",
    links: ["https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/"],
  },

  *check({ mesh }) {
    const valuesOf = mesh.once(injectorValues);
    for (const namespace of mesh.once(userNamespaces)) {
      if (!isUndecided(namespace) || isInjectedByDefault(valuesOf, namespace)) continue;
      const { name, object } = namespace;
      yield {
        on: namespace,
        at: ["metadata", "name"],
        message: "The namespace is not enabled for Istio injection. Run 'kubectl label namespace " +
          `${name} istio-injection=enabled' to enable it, or 'kubectl label namespace ${name} ` +
          "istio-injection=disabled' to explicitly mark it as not needing injection.",
        fix: setting(
          object,
          ["metadata", "labels", "istio-injection"],
          "disabled",
          "Say that no injection is meant",
          "manual",
        ),
      };
    }
  },
});
