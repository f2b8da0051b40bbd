import type { Path } from "../../../core/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import type { RuleMesh } from "../../analysis/rule.ts";
import { type Annotation, ANNOTATIONS } from "./_catalogue.ts";

/** Kinds whose annotations istioctl looks at. */
export const ANNOTATED_KINDS = ["Namespace", "Service", "Pod", "Deployment"] as const;

/** Annotations that Istio's own components write. */
const OWN = new Set([
  "sidecar.istio.io/status",
  "gateway.istio.io/controller-version",
  "istio.io/rev",
]);

/** One annotation of Istio's on an object. */
export interface Annotated {
  /** The object. */
  readonly on: Resource;
  /** Where the annotation stands. */
  readonly at: Path;
  /** Its name. */
  readonly name: string;
  /** Its value. */
  readonly value: string;
  /** What is known of it; `undefined` for an unknown name. */
  readonly known: Annotation | undefined;
}

/** The annotations of Istio's on the objects that istioctl looks at. */
export function* istioAnnotations(
  mesh: RuleMesh<(typeof ANNOTATED_KINDS)[number]>,
): Iterable<Annotated> {
  for (const kind of ANNOTATED_KINDS) {
    for (const on of mesh.list(kind)) {
      for (const name in on.annotations) {
        if (!isIstios(name) || OWN.has(name)) continue;
        const at = ["metadata", "annotations", name];
        yield { on, at, name, value: on.annotations[name]!, known: ANNOTATIONS.get(name) };
      }
    }
  }
}

function isIstios(name: string): boolean {
  const slash = name.indexOf("/");
  return name.slice(0, slash < 0 ? undefined : slash).endsWith("istio.io") ||
    name === "kubernetes.io/ingress.class";
}

/** Whether an annotation stands on a kind for which it is meant. */
export function isPlaced({ on, known }: Annotated): boolean {
  return !known || known.kinds.length === 0 || known.kinds.includes(on.kind);
}
