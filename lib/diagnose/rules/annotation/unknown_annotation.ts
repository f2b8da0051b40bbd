import { type Fix, nearest, type Path } from "../../../core/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { move } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { ANNOTATED_KINDS, istioAnnotations } from "./_annotated.ts";
import { ANNOTATIONS } from "./_catalogue.ts";

/** Every annotation in Istio's name space is one that Istio knows. */
export const unknownAnnotation = defineRule({
  code: "IST0108",
  name: "unknown-annotation",
  title: "Istio does not know the annotation",
  severity: "warning",
  since: "0.1.0",
  inputs: ANNOTATED_KINDS,
  peer: "annotations.K8sAnalyzer",
  docs: {
    why:
      "Istio ignores an annotation that it does not know. What it was to achieve does not happen, " +
      "and nothing says so.",
    remedy: "Correct the name, or delete the annotation.",
    links: ["https://istio.io/latest/docs/reference/config/annotations/"],
  },

  *check({ mesh }) {
    for (const { on, at, name, known } of istioAnnotations(mesh)) {
      if (known) continue;
      const meant = nearest(name, ANNOTATIONS.keys());
      yield {
        on,
        at,
        message: `Unknown annotation: ${name}${meant ? ` (is "${meant}" meant?)` : ""}`,
        fix: meant === undefined ? undefined : renaming(on, at, meant),
      };
    }
  },
});

/** Gives the annotation the name that was meant, where that may stand on the object and does not yet. */
function renaming({ kind, annotations }: Resource, at: Path, meant: string): Fix | undefined {
  const { kinds = [], isDeprecated = false } = ANNOTATIONS.get(meant) ?? {};
  const isPlaced = kinds.length === 0 || kinds.includes(kind);
  return isPlaced && !isDeprecated && annotations[meant] === undefined
    ? move(at, [...at.slice(0, -1), meant], `Rename it to "${meant}"`)
    : undefined;
}
