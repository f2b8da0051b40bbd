import { defineRule } from "../../analysis/rule.ts";
import { ANNOTATED_KINDS, isPlaced, istioAnnotations } from "./_annotated.ts";
import { VALUE_CHECKS } from "./_catalogue.ts";

/** Every annotation of Istio's has a value that Istio can read. */
export const invalidAnnotation = defineRule({
  code: "IST0125",
  name: "invalid-annotation",
  title: "Value of an annotation cannot be read",
  severity: "warning",
  since: "0.1.0",
  inputs: ANNOTATED_KINDS,
  peer: "annotations.K8sAnalyzer",
  docs: {
    why:
      "The injector or the proxy refuses the value: the pod is not injected, does not start, or " +
      "runs with the default instead.",
    remedy: "Write a value of the expected form.",
    links: ["https://istio.io/latest/docs/reference/config/annotations/"],
  },

  *check({ mesh }) {
    for (const annotated of istioAnnotations(mesh)) {
      const { on, at, name, value, known } = annotated;
      if (!known || known.kinds.length === 0 || !isPlaced(annotated)) continue;
      const problem = VALUE_CHECKS.get(name)?.(value);
      if (problem) yield { on, at, message: `Invalid annotation ${name}: ${problem}` };
    }
  },
});
