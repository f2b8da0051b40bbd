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

/** Every list of patterns of a policy: in its sources, operations and conditions. */
export function patternLists({ spec }: Resource<"AuthorizationPolicy">): PatternList[] {
  return (spec.rules ?? []).flatMap((rule, i) => listsOf(rule, i));
}

function listsOf(
  { from = [], to = [], when = [] }: AuthorizationPolicyRule,
  rule: number,
): PatternList[] {
  const path = ["spec", "rules", rule];
  const fields = (part: object | undefined, at: Path): PatternList[] =>
    Object.entries(part ?? {}).flatMap(([attribute, values]) =>
      Array.isArray(values) && values.length > 0
        ? [{ attribute, values: values.map(String), at: [...at, attribute], rule }]
        : []
    );
  return [
    ...from.flatMap(({ source }, i) => fields(source, [...path, "from", i, "source"])),
    ...to.flatMap(({ operation }, i) => fields(operation, [...path, "to", i, "operation"])),
    ...when.flatMap(({ key = "", ...lists }, i) =>
      fields(lists, [...path, "when", i]).map((list) => ({ ...list, attribute: key }))
    ),
  ];
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
