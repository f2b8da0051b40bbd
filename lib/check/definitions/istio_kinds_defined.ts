import { counted } from "../../core/mod.ts";
import { schemas } from "../../mesh/mod.ts";
import { defineCheck } from "../check.ts";

const ISTIO = /(?:^|\.)istio\.io$/;
/** Kinds that only newer releases of Istio define, or that are no kinds of the API server. */
const NOT_EVERYWHERE: ReadonlySet<string> = new Set(["IstioOperator", "TrafficExtension"]);

/** Names of the definitions that every supported release of Istio installs. */
const EXPECTED = schemas.all().filter(({ identifier, group }) =>
  ISTIO.test(group) && !NOT_EVERYWHERE.has(identifier)
).map(({ plural, group }) => `${plural}.${group}`);

/** Istio's kinds are defined. */
export const istioKindsDefined = defineCheck({
  name: "istio-kinds-defined",
  stage: "Resource definitions",
  title: "All kinds of Istio are defined",
  inputs: ["CustomResourceDefinition"],
  docs: {
    why:
      "istiod waits for its kinds at the start, and objects of a kind without definition are refused.",
    remedy:
      "Install the base chart of the release that istiod has: `helm upgrade istio-base istio/base`.",
  },

  run({ mesh }) {
    const defined = new Set(mesh.list("CustomResourceDefinition").map(({ name }) => name));
    const missing = EXPECTED.filter((name) => !defined.has(name));
    return {
      saw: `${EXPECTED.length - missing.length} of ${counted(EXPECTED.length, "kind")}`,
      troubles: missing.map((name) => ({
        level: "error",
        source: "CustomResourceDefinitions",
        detail: `${name} is not defined`,
      })),
    };
  },
});
