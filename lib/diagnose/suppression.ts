import type { Finding, Suppression } from "../core/mod.ts";
import type { Resource } from "../mesh/mod.ts";

const ANNOTATION = "galley.istio.io/analyze-suppress";

/**
 * Whether the object's own annotation silences a finding: a comma-separated list of codes or rule names,
 * or `*`. It is istioctl's annotation, with blanks allowed.
 */
export function suppressionOf(
  on: Resource,
  { code, name }: Pick<Finding, "code" | "name">,
): Suppression | undefined {
  const listed = on.annotations[ANNOTATION];
  if (!listed) return undefined;
  const silenced = listed.split(",").map((word) => word.trim());
  return silenced.some((word) => word === "*" || word === code || word === name)
    ? { by: "annotation", reason: `${ANNOTATION}: ${listed}` }
    : undefined;
}
