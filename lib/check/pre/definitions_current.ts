import { counted } from "../../core/mod.ts";
import { defineCheck, trouble } from "../check.ts";

/** Groups of which Istio reads no kind any more, and the release that dropped the last one. */
const DROPPED: ReadonlyMap<string, string> = new Map([
  ["authentication.istio.io", "1.6"],
  ["config.istio.io", "1.7"],
  ["install.istio.io", "1.24"],
  ["rbac.istio.io", "1.6"],
]);

/** No definition of a kind that Istio has dropped is left. */
export const definitionsCurrent = defineCheck({
  name: "definitions-not-stale",
  stage: "Leftovers",
  title: "No definition of a kind that Istio has dropped is left",
  inputs: ["CustomResourceDefinition"],
  docs: {
    why: "Objects of such a kind are accepted and do nothing: nobody reads them any more.",
    remedy: "Move what its objects say to the kinds of today, then delete the definition.",
  },

  run({ mesh }) {
    const all = mesh.list("CustomResourceDefinition");
    return {
      saw: counted(all.length, "definition"),
      troubles: all.flatMap((crd) => {
        const release = DROPPED.get(crd.spec.group ?? "");
        const detail = `no Istio since ${release} reads this kind`;
        return release === undefined ? [] : [trouble("info", crd, detail, "spec.group")];
      }),
    };
  },
});
