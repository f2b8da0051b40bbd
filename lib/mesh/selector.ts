import type { LabelSelector, LabelSelectorRequirement } from "./gen/kubernetes.ts";

/** Labels of an object. */
export type Labels = Readonly<Record<string, string>>;

/** Whether `labels` has every pair of `wanted`; an empty `wanted` matches everything. */
export function includesLabels(labels: Labels, wanted: Labels | undefined): boolean {
  for (const key in wanted) {
    if (!Object.hasOwn(labels, key) || labels[key] !== wanted[key]) return false;
  }
  return true;
}

/** Whether a selector matches, as Kubernetes evaluates it; an empty selector matches everything. */
export function matchesSelector(labels: Labels, selector: LabelSelector | undefined): boolean {
  return includesLabels(labels, selector?.matchLabels) &&
    (selector?.matchExpressions ?? []).every((requirement) => meets(labels, requirement));
}

function meets(labels: Labels, { key = "", operator, values }: LabelSelectorRequirement): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case "In":
      return value !== undefined && (values ?? []).includes(value);
    case "NotIn":
      return value === undefined || !(values ?? []).includes(value);
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
    default:
      return false;
  }
}

/** Labels as `a=1,b=2`, sorted by key. */
export function formatLabels(labels: Labels): string {
  return Object.keys(labels).sort().map((key) => `${key}=${labels[key]}`).join(",");
}
