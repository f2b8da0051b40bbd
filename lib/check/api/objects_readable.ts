import { counted } from "../../core/mod.ts";
import { defineCheck } from "../check.ts";

/** Every kind that the checks look at may be read. */
export const objectsReadable = defineCheck({
  name: "objects-readable",
  stage: "Kubernetes API",
  title: "Every kind that is looked at may be listed",
  inputs: [],
  docs: {
    why: "What may not be read is not checked: other checks end as unknown instead of true.",
    remedy:
      "Give the account the ClusterRole that `meshmedic snapshot capture --dry-run` prints, or name " +
      "the namespaces that it may read with --namespace.",
  },

  run({ gaps }) {
    const forbidden = gaps.filter(({ reason }) => reason.startsWith("forbidden"));
    const unreadable = gaps.filter(({ reason }) => reason.startsWith("unreadable"));
    return {
      saw: forbidden.length === 0
        ? "nothing is forbidden"
        : `${counted(forbidden.length, "kind")} forbidden`,
      troubles: [...forbidden, ...unreadable].map(({ what, reason }) => ({
        level: "warning",
        source: what,
        detail: reason,
      })),
    };
  },
});
