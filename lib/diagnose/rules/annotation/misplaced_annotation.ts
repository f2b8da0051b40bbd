import { toPointer } from "../../../core/mod.ts";
import { setField } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { ANNOTATED_KINDS, isPlaced, istioAnnotations } from "./_annotated.ts";

const POD_ANNOTATIONS = ["spec", "template", "metadata", "annotations"];

/** Every annotation of Istio's stands on a kind for which it is meant. */
export const misplacedAnnotation = defineRule({
  code: "IST0107",
  name: "misplaced-annotation",
  title: "Annotation stands on a kind that it is not for",
  severity: "warning",
  since: "0.1.0",
  inputs: ANNOTATED_KINDS,
  peer: "annotations.K8sAnalyzer",
  docs: {
    why: "The annotation has no effect here. Annotations for pods belong into the pod template, " +
      "`spec.template.metadata.annotations`, not on the Deployment.",
    remedy: "Move the annotation to the object that it is for.",
    links: ["https://istio.io/latest/docs/reference/config/annotations/"],
  },

  *check({ mesh }) {
    for (const annotated of istioAnnotations(mesh)) {
      const { on, at, name, value, known } = annotated;
      if (!known || isPlaced(annotated)) continue;
      const isForPods = on.kind === "Deployment" && known.kinds.includes("Pod");
      yield {
        on,
        at,
        message: `Misplaced annotation: ${name} can only be applied to ${known.kinds.join(", ")}`,
        fix: isForPods
          ? {
            applicability: "unsafe",
            title: "Move the annotation to the pod template",
            patch: [
              { op: "remove", path: toPointer(at) },
              ...setField(on.object, [...POD_ANNOTATIONS, name], value),
            ],
          }
          : undefined,
      };
    }
  },
});
