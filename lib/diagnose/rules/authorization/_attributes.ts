import type { Path } from "../../../core/mod.ts";
import type { AuthorizationPolicyRule, Resource } from "../../../mesh/mod.ts";

/** A list of patterns in a rule, and where it stands. */
export interface PatternList {
  /** The attribute, as the field of a rule or the key of a condition names it. */
  readonly attribute: string;
  /** The patterns. */
  readonly values: readonly string[];
  /** The way to the list. */
  readonly at: Path;
  /** Position of its rule. */
  readonly rule: number;
}

const OF_TOKENS = /^(?:not)?requestPrincipals$|^request\.auth\./i;
const OF_HTTP = /^(?:not)?(?:requestPrincipals|hosts|methods|paths)$|^request\./i;

// Many rules ask, and a policy never changes.
const known = new WeakMap<Resource, readonly PatternList[]>();

/** Every list of patterns of a policy: in its sources, operations and conditions. */
export function patternLists(policy: Resource<"AuthorizationPolicy">): readonly PatternList[] {
  const lists = known.get(policy) ?? (policy.spec.rules ?? []).flatMap(listsOf);
  known.set(policy, lists);
  return lists;
}

function listsOf(
  { from = [], to = [], when = [] }: AuthorizationPolicyRule,
  rule: number,
): PatternList[] {
  const found: PatternList[] = [];
  const add = (part: object | undefined, at: Path, key?: string) => {
    for (const [field, values] of Object.entries(part ?? {})) {
      if (!Array.isArray(values) || values.length === 0) continue;
      const path = ["spec", "rules", rule, ...at, field];
      found.push({ attribute: key ?? field, values: values.map(String), at: path, rule });
    }
  };
  for (const [i, { source }] of from.entries()) add(source, ["from", i, "source"]);
  for (const [i, { operation }] of to.entries()) add(operation, ["to", i, "operation"]);
  for (const [i, { key = "", ...lists }] of when.entries()) add(lists, ["when", i], key);
  return found;
}

/** Whether an attribute comes out of a verified token. */
export function isOfToken({ attribute }: PatternList): boolean {
  return OF_TOKENS.test(attribute);
}

/** Whether only HTTP requests have an attribute. */
export function isOfHttp({ attribute }: PatternList): boolean {
  return OF_HTTP.test(attribute);
}

/** Whether a policy names what it is for instead of selecting it. */
export function hasTargets(
  { spec }: Resource<"AuthorizationPolicy" | "RequestAuthentication">,
): boolean {
  return spec.targetRef !== undefined || (spec.targetRefs ?? []).length > 0;
}
