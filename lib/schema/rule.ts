import { Environment, Optional } from "@marcbachmann/cel-js";
import type { ASTNode } from "@marcbachmann/cel-js";
import { isRecord, matchesRe2 } from "../core/mod.ts";
import type { RuleCompiler } from "./compile.ts";
import { isIp } from "./format.ts";
import { isDnsLabel, isDnsName, isQualifiedName } from "./kubernetes_name.ts";
import type { SchemaRule } from "./node.ts";
import type { Check } from "./report.ts";
import { parseRequestUrl, RequestUrl } from "./url.ts";

/** A rule that is ready to run. Throws where the expression cannot be evaluated for this value. */
export interface Expression {
  (variables: { self: unknown }): unknown;
  /** Whether the types of the expression fit together, as far as they are known. */
  check(): { valid: boolean; error?: Error };
}

class Format {
  constructor(readonly is: (text: string) => boolean) {}
}

class Formats {}

const environment = kubernetesEnvironment();

/** Compiles CEL rules, equal ones once. */
export function ruleCompiler(): RuleCompiler {
  const expressions = new Map<string, Expression>();
  return (rule) => ruleCheck(rule, expressions);
}

/** Parses a rule in the dialect of Kubernetes. Throws for what is not CEL. */
export function parseRule(rule: string): Expression {
  return environment.parse(
    // The library's `has` takes no index inside, and its `matches` has no RE2 syntax.
    rule.replaceAll(/\bhas\(/g, "hasField(").replaceAll(/\.matches\(/g, ".matchesRe2(")
      // Kubernetes' escape of words that are reserved in CEL.
      .replaceAll(/\.__([a-z]+)__\b/g, ".$1"),
  );
}

function ruleCheck({ rule, message }: SchemaRule, expressions: Map<string, Expression>): Check {
  const said = message?.trim() ?? `must satisfy ${rule}`;
  // Objects repeat their durations, ports and names.
  const ofScalars = new Map<unknown, boolean>();
  const verdict = (self: unknown) => {
    let expression = expressions.get(rule);
    if (!expression) expressions.set(rule, expression = parseRule(rule));
    return holds(expression, self);
  };
  return (self, report) => {
    let isMet = ofScalars.get(self);
    if (isMet === undefined) {
      isMet = verdict(self);
      if (typeof self !== "object") ofScalars.set(self, isMet);
    }
    if (!isMet) report.add("cel", said);
    return true;
  };
}

/** As for the API server, a rule that fails to run does not hold. */
function holds(expression: Expression, self: unknown): boolean {
  try {
    return expression({ self }) === true;
  } catch {
    return false;
  }
}

function kubernetesEnvironment(): Environment {
  const env = new Environment({ enableOptionalTypes: true, homogeneousAggregateLiterals: false });
  env.registerVariable("self", "dyn");
  env.registerFunction("hasField(ast): bool", hasField);
  env.registerFunction("string.matchesRe2(string): bool", matchesPart);
  env.registerFunction("isIP(string): bool", isIp);
  env.registerType("URL", RequestUrl);
  env.registerFunction(
    "isURL(string): bool",
    (text: string) => parseRequestUrl(text) !== undefined,
  );
  env.registerFunction("url(string): URL", url);
  env.registerFunction("URL.getScheme(): string", ({ scheme }: RequestUrl) => scheme);
  env.registerType("Format", Format);
  env.registerType("Formats", Formats);
  env.registerConstant("format", "Formats", new Formats());
  env.registerFunction("Formats.dns1123Label(): Format", () => new Format(isDnsLabel));
  env.registerFunction("Formats.dns1123Subdomain(): Format", () => new Format(isDnsName));
  env.registerFunction("Formats.qualifiedName(): Format", () => new Format(isQualifiedName));
  env.registerFunction("Format.validate(string): optional<list<string>>", validate);
  return env;
}

function matchesPart(text: string, expression: string): boolean {
  return matchesRe2(expression, text, "part");
}

function url(text: string): RequestUrl {
  const parsed = parseRequestUrl(text);
  if (parsed === undefined) throw new TypeError(`${text} is not a URL`);
  return parsed;
}

function validate(format: Format, text: string): Optional<string[]> {
  return format.is(text) ? Optional.none() : Optional.of([`${text} does not have the format`]);
}

interface Evaluator {
  run(node: ASTNode, context: unknown): unknown;
}

interface TypeChecker {
  check(node: ASTNode, context: unknown): unknown;
  getType(name: string): unknown;
}

/** `has(a[0].b)`: whether the last field is there; a missing field before it is an error. */
function hasField({ args: [operand] }: { args: ASTNode[] }) {
  if (operand?.op !== ".") throw new TypeError("has() asks for a field");
  const [owner, field] = operand.args;
  return {
    typeCheck(checker: TypeChecker, _: unknown, context: unknown) {
      checker.check(owner, context);
      return checker.getType("bool");
    },
    evaluate(evaluator: Evaluator, _: unknown, context: unknown) {
      const object = evaluator.run(owner, context);
      return isRecord(object) && Object.hasOwn(object, field);
    },
  };
}
