import type { Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { ANNOTATED_KINDS, istioAnnotations } from "./_annotated.ts";

/** Annotations that the injector writes on pods without the container `istio-init`, for the CNI plugin. */
const WRITTEN_FOR_CNI = new Set([
  "sidecar.istio.io/interceptionMode",
  "traffic.sidecar.istio.io/includeInboundPorts",
  "traffic.sidecar.istio.io/excludeInboundPorts",
  "traffic.sidecar.istio.io/includeOutboundIPRanges",
]);

/** No annotation is used that Istio calls alpha. */
export const alphaAnnotation = defineRule({
  code: "IST0136",
  name: "alpha-annotation",
  title: "Annotation is of alpha quality",
  severity: "info",
  since: "0.1.0",
  inputs: ANNOTATED_KINDS,
  peer: "annotations.AlphaAnalyzer",
  optional: true,
  docs: {
    why: "An alpha feature may change or go away with any release.",
    remedy: "Know what you depend on before an upgrade, and read the release notes.",
    links: ["https://istio.io/latest/docs/releases/feature-stages/"],
  },

  *check({ mesh }) {
    for (const { on, at, name, known } of istioAnnotations(mesh)) {
      if (!known?.isAlpha || WRITTEN_FOR_CNI.has(name) && isWithoutInit(on)) continue;
      yield {
        on,
        at,
        message: `Annotation "${name}" is part of an alpha-phase feature and may be incompletely ` +
          "supported.",
      };
    }
  },
});

function isWithoutInit(on: Resource): boolean {
  const { initContainers = [] } = on.identifier === "Pod" ? (on as Resource<"Pod">).spec : {};
  return on.kind === "Pod" && !initContainers.some(({ name }) => name === "istio-init");
}
