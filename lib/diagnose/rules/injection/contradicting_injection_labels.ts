import { type Fix, toPointer } from "../../../core/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatList } from "../_names.ts";
import { contradictingLabels, userNamespaces } from "./_namespaces.ts";

/** One label of a namespace says how its pods join the mesh. */
export const contradictingInjectionLabels = defineRule({
  code: "IST0123",
  name: "contradicting-injection-labels",
  title: "Namespace has several labels that choose a data plane",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Namespace"],
  peer: "injection.Analyzer",
  docs: {
    why:
      "Which label wins is not obvious: `istio-injection` beats `istio.io/rev`, so that pods stay on " +
      "the old control plane during an upgrade, and either beats ambient.",
    remedy: "Keep the label that says what you want, and remove the others.",
    links: ["https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/"],
  },

  *check({ mesh, compat }) {
    for (const namespace of mesh.once(userNamespaces)) {
      const labels = contradictingLabels(namespace, { compat });
      if (labels.length === 0) continue;
      yield {
        on: namespace,
        at: ["metadata", "labels"],
        message:
          `The namespace has more than one type of injection labels ${formatList(labels)}, ` +
          "which may lead to undefined behavior. Make sure only one injection label exists.",
        fix: firstOnly(labels.map((label) => label.split("=", 1)[0]!)),
      };
    }
  },
});

/** The labels stand in the order in which they win. */
function firstOnly([winner = "", ...losers]: readonly string[]): Fix {
  return {
    applicability: "unsafe",
    title: `Keep ${winner}, which wins`,
    patch: losers.map((key) => ({ op: "remove", path: toPointer(["metadata", "labels", key]) })),
  };
}
