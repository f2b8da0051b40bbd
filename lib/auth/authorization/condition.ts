import type { Path } from "../../core/mod.ts";
import type {
  AuthorizationPolicyRule,
  AuthorizationPolicyRuleFromSource,
  AuthorizationPolicyRuleToOperation,
} from "../../mesh/mod.ts";
import type { AccessRequest } from "./request.ts";
import { type Attribute, attributeOf, type PatternScope } from "./attribute.ts";
import type { Match } from "./match.ts";

/** One list of values of a rule. */
export interface Condition {
  /** The way to the list in the policy. */
  readonly path: Path;
  /** Name of the attribute. */
  readonly key: string;
  /** The values. */
  readonly values: readonly string[];
  /** Whether the list excludes. */
  readonly isNegated: boolean;
}

/** The conditions of a rule: alternatives of sources, alternatives of operations, and what holds always. */
export interface RuleConditions {
  /** One list for each source. */
  readonly from: readonly (readonly Condition[])[];
  /** One list for each operation. */
  readonly to: readonly (readonly Condition[])[];
  /** The `when` conditions. */
  readonly when: readonly Condition[];
}

/** What a condition says to a request. */
export interface ConditionResult {
  /** The way to the list in the policy. */
  readonly path: Path;
  /** Name of the attribute. */
  readonly attribute: string;
  /**
   * Whether it holds; `ignored` where istiod drops it from a DENY or CUSTOM rule, `rule left out` where
   * it makes istiod drop the whole rule.
   */
  readonly outcome: Match | "ignored" | "rule left out";
  /** The values of the policy. */
  readonly expected: readonly string[];
  /** What the request has; empty where it has nothing or nobody told. */
  readonly actual: readonly string[];
  /** Why, as half a sentence. */
  readonly reason: string;
}

/**
 * How istiod treats what it cannot translate: an ALLOW rule is left out whole, of other rules only the
 * value is, so that they match more.
 */
export type Translation = "narrow" | "wide";

type SourceField = keyof AuthorizationPolicyRuleFromSource;
type OperationField = keyof AuthorizationPolicyRuleToOperation;

const SOURCE: readonly (readonly [SourceField, SourceField, string])[] = [
  ["principals", "notPrincipals", "source.principal"],
  ["requestPrincipals", "notRequestPrincipals", "request.auth.principal"],
  ["namespaces", "notNamespaces", "source.namespace"],
  ["serviceAccounts", "notServiceAccounts", "source.serviceAccount"],
  ["trustDomains", "notTrustDomains", "source.trustDomain"],
  ["ipBlocks", "notIpBlocks", "source.ip"],
  ["remoteIpBlocks", "notRemoteIpBlocks", "remote.ip"],
];

const OPERATION: readonly (readonly [OperationField, OperationField, string])[] = [
  ["hosts", "notHosts", "request.host"],
  ["methods", "notMethods", "request.method"],
  ["paths", "notPaths", "request.path"],
  ["ports", "notPorts", "destination.port"],
];

/** The conditions of the rule at `index` of `spec.rules`; empty lists ask for nothing. */
export function conditionsOf(rule: AuthorizationPolicyRule, index: number): RuleConditions {
  const at: Path = ["spec", "rules", index];
  const list = (
    values: readonly string[] | undefined,
    isNegated: boolean,
    key: string,
    path: Path,
  ): Condition[] => values && values.length > 0 ? [{ path, key, values, isNegated }] : [];
  return {
    from: (rule.from ?? []).map(({ source = {} }, i) =>
      SOURCE.flatMap(([positive, negative, key]) => [
        ...list(source[positive], false, key, [...at, "from", i, "source", positive]),
        ...list(source[negative], true, key, [...at, "from", i, "source", negative]),
      ])
    ),
    to: (rule.to ?? []).map(({ operation = {} }, i) =>
      OPERATION.flatMap(([positive, negative, key]) => [
        ...list(operation[positive], false, key, [...at, "to", i, "operation", positive]),
        ...list(operation[negative], true, key, [...at, "to", i, "operation", negative]),
      ])
    ),
    when: (rule.when ?? []).flatMap(({ key = "", values, notValues }, i) => [
      ...list(values, false, key, [...at, "when", i, "values"]),
      ...list(notValues, true, key, [...at, "when", i, "notValues"]),
    ]),
  };
}

/** Evaluates one condition. */
export function evaluateCondition(
  condition: Condition,
  request: AccessRequest,
  scope: PatternScope,
  translation: Translation,
): ConditionResult {
  const { path, key, values } = condition;
  const result = { path, attribute: key, expected: values, actual: [] };
  const attribute = attributeOf(key);
  if (!attribute) {
    return { ...result, outcome: "rule left out", reason: `it does not know "${key}"` };
  }
  const isUntranslatable = (value: string) =>
    attribute.isHttpOnly && !request.isHttp || !attribute.accepts(value);
  const usable = values.filter((value) => !isUntranslatable(value));
  if (usable.length < values.length && translation === "narrow") {
    return { ...result, outcome: "rule left out", reason: refusal(attribute, request, values) };
  }
  if (usable.length === 0) {
    return { ...result, outcome: "ignored", reason: refusal(attribute, request, values) };
  }
  return { ...result, ...outcomeOf(attribute, { ...condition, values: usable }, request, scope) };
}

function outcomeOf(
  attribute: Attribute,
  { values, isNegated }: Condition,
  request: AccessRequest,
  scope: PatternScope,
): Pick<ConditionResult, "outcome" | "actual" | "reason"> {
  const reading = attribute.read(request, scope);
  if (reading.state === "unknown") {
    return { outcome: "unknown", actual: [], reason: `${attribute.name} is not known` };
  }
  if (reading.state === "absent") {
    const outcome = isNegated ? "matched" : "not matched";
    return { outcome, actual: [], reason: reading.reason };
  }
  const hit = values.find((pattern) =>
    reading.values.some((value) => attribute.matches(pattern, value, scope))
  );
  const actual = reading.values.map((value) => value.replace("\n", "/"));
  const has = `${attribute.name} is ${quoted(actual, ", ") || "empty"}`;
  const hint = hit !== undefined
    ? `which "${hit}" ${isNegated ? "excludes" : "matches"}`
    : isNegated
    ? "which nothing excludes"
    : `the rule wants ${quoted(values, " or ")}`;
  return {
    outcome: (hit !== undefined) !== isNegated ? "matched" : "not matched",
    actual,
    reason: `${has}, ${hint}`,
  };
}

const SHOWN = 5;

function quoted(values: readonly string[], separator: string): string {
  const more = values.length > SHOWN ? `${separator}${values.length - SHOWN} more` : "";
  return values.slice(0, SHOWN).map((value) => `"${value}"`).join(separator) + more;
}

function refusal(attribute: Attribute, request: AccessRequest, values: readonly string[]): string {
  return attribute.isHttpOnly && !request.isHttp
    ? `${attribute.name} exists only in HTTP, and the port is not HTTP`
    : `it cannot read ${quoted(values, ", ")} as ${attribute.name}`;
}
