import { toPointer } from "../../../core/mod.ts";
import { setField } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { ANNOTATED_KINDS, istioAnnotations } from "./_annotated.ts";

const INJECT = "sidecar.istio.io/inject";

/** No annotation is used that Istio will drop. */
export const deprecatedAnnotation = defineRule({
  code: "IST0135",
  name: "deprecated-annotation",
  title: "Annotation is deprecated",
  severity: "info",
  since: "0.1.0",
  inputs: ANNOTATED_KINDS,
  peer: "annotations.K8sAnalyzer",
  docs: {
    why: "A later release of Istio will ignore the annotation.",
    remedy:
      "Use what replaced it. `sidecar.istio.io/inject` became a label of the same name; proxy " +
      "settings moved into `proxy.istio.io/config` and the Telemetry API.",
    links: ["https://istio.io/latest/docs/reference/config/annotations/"],
  },

  *check({ mesh }) {
    for (const { on, at, name, value, known } of istioAnnotations(mesh)) {
      if (!known?.isDeprecated) continue;
      const isInject = name === INJECT;
      if (isInject && Object.hasOwn(on.labels, INJECT)) continue;
      const extra = isInject ? ` in favor of the "${INJECT}" label` : "";
      yield {
        on,
        at,
        message: `Annotation "${name}" has been deprecated${extra} and may not work in future ` +
          "Istio versions.",
        fix: isInject && on.kind === "Pod"
          ? {
            applicability: "safe",
            title: "Make it a label",
            patch: [
              { op: "remove", path: toPointer(at) },
              ...setField(on.object, ["metadata", "labels", INJECT], value),
            ],
          }
          : undefined,
      };
    }
  },
});
