import type { Finding, Suppression } from "../../core/mod.ts";
import type { Mesh, Resource } from "../../mesh/mod.ts";
import type { Draft, Subject } from "./rule.ts";

type Named = Pick<Finding, "code" | "name">;

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
  { on: { ref, annotations }, at }: Pick<Draft, "on" | "at">,
  { code, name }: Named,
): Suppression | undefined {
  if (SYSTEM_NAMESPACES.has(ref.namespace)) {
    return { by: "system", reason: `namespace ${ref.namespace} belongs to Kubernetes` };
  }
  // The annotation does not speak for itself.
  if (at.at(-1) === ANNOTATION) return undefined;
  const isSilenced = silencingWords(annotations).some((word) => means(word, { code, name }));
  return isSilenced
    ? { by: "annotation", reason: `${ANNOTATION}: ${annotations[ANNOTATION]}` }
    : undefined;
}

function silencingWords(annotations: Subject["annotations"]): readonly string[] {
  return annotations[ANNOTATION]?.split(",").map((word) => word.trim()) ?? [];
}

function means(word: string, { code, name }: Named): boolean {
  return word === "*" || word === code || word === name;
}

/**
 * The annotations that silence none of the findings about their object; `ran` are the rules that could have
 * found something. What a word of another rule would silence is not known.
 */
export function* unusedSuppressions(
  mesh: Mesh,
  found: readonly { readonly rule: Named; readonly draft: Draft }[],
  ran: readonly Named[],
): Generator<Draft> {
  const aboutObject = Map.groupBy(found, ({ draft }) => draft.on);
  for (const on of mesh.kinds.flatMap((kind): readonly Resource[] => mesh.list(kind))) {
    if (!on.annotations[ANNOTATION] || SYSTEM_NAMESPACES.has(on.namespace)) continue;
    const about = aboutObject.get(on) ?? [];
    const unused = silencingWords(on.annotations).filter((word) =>
      ran.some((rule) => means(word, rule)) && !about.some(({ rule }) => means(word, rule))
    );
    if (unused.length === 0) continue;
    yield {
      on,
      at: ["metadata", "annotations", ANNOTATION],
      message: `The annotation silences nothing: ${unused.join(", ")}`,
    };
  }
}
