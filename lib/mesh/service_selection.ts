import type { Mesh } from "./mesh.ts";
import type { Resource } from "./resource.ts";
import type { Labels } from "./selector.ts";
import { SelectorIndex } from "./selector_index.ts";

/** Finds the Services of a namespace that select pods with some labels. */
export type ServiceSelection = (
  labels: Labels,
  namespace: string,
) => readonly Resource<"Service">[];

/** Indexes Services by the labels that they select. A Service without selector selects nothing. */
export function serviceSelection(mesh: Mesh): ServiceSelection {
  const selecting = mesh.list("Service").filter(({ spec: { selector = {} } }) =>
    Object.keys(selector).length > 0
  );
  const index = new SelectorIndex(selecting, ({ spec }) => spec.selector);
  return (labels, namespace) => index.selecting(labels, namespace);
}
