import type { Finding, Suppression } from "../../core/mod.ts";
import type { Subject } from "./rule.ts";

const ANNOTATION = "galley.istio.io/analyze-suppress";

/** Namespaces that belong to Kubernetes, in which users can change nothing. istioctl leaves them out. */
export const SYSTEM_NAMESPACES: ReadonlySet<string> = new Set([
  "kube-system",
  "kube-public",
  "kube-node-lease",
  "local-path-storage",
]);

/**
 * What silences a finding: that its object belongs to Kubernetes, or the object's own annotation, a
 * comma-separated list of codes or rule names, or `*`. It is istioctl's annotation, with blanks allowed.
 */
export function suppressionOf(
  { ref, annotations }: Subject,
  { code, name }: Pick<Finding, "code" | "name">,
): Suppression | undefined {
  if (SYSTEM_NAMESPACES.has(ref.namespace)) {
    return { by: "system", reason: `namespace ${ref.namespace} belongs to Kubernetes` };
  }
  const listed = annotations[ANNOTATION];
  if (!listed) return undefined;
  const silenced = listed.split(",").map((word) => word.trim());
  return silenced.some((word) => word === "*" || word === code || word === name)
    ? { by: "annotation", reason: `${ANNOTATION}: ${listed}` }
    : undefined;
}
