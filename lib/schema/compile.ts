import { isRecord } from "../core/mod.ts";
import { combinationChecks } from "./combination.ts";
import { resolve, type SchemaFile, type SchemaNode, type SchemaRule } from "./node.ts";
import { listChecks } from "./list.ts";
import { objectChecks } from "./object.ts";
import type { Check } from "./report.ts";
import { scalarChecks } from "./scalar.ts";

/** Turns a CEL rule into a check that runs over sound values. */
export type RuleCompiler = (rule: SchemaRule) => Check;

/** Makes checks out of schemas, each once and only when it is needed. */
export class Compiler {
  readonly #checks = new Map<SchemaNode, Check>();

  constructor(
    /** Where `$ref` points to. */
    readonly file: SchemaFile,
    /** Runs the rules of the schema. */
    readonly rules: RuleCompiler,
  ) {}

  /** The check of a whole schema. */
  compile(node: SchemaNode): Check {
    const target = resolve(node, this.file);
    const known = this.#checks.get(target);
    if (known) return known;
    const check = this.#compile(target);
    this.#checks.set(target, check);
    return check;
  }

  #compile(node: SchemaNode): Check {
    const hasType = typeCheck(node);
    const check = together([
      ...scalarChecks(node),
      ...listChecks(node, this),
      ...objectChecks(node, this),
      ...combinationChecks(node, this),
    ]);
    const rules = node["x-kubernetes-validations"] ?? [];
    const rule = together(rules.filter(isAboutOneState).map(this.rules));
    const mayBeNull = this.file.native || node.nullable;
    return (value, report) => {
      if (value === null && mayBeNull) return true;
      if (!hasType(value, report)) return false;
      const sound = check(value, report);
      if (sound) rule(value, report);
      return sound;
    };
  }
}

/** One check that runs all; most values have none or one. */
function together([first, ...others]: readonly Check[]): Check {
  if (!first) return () => true;
  if (others.length === 0) return first;
  return (value, report) => {
    let sound = first(value, report);
    for (const check of others) if (!check(value, report)) sound = false;
    return sound;
  };
}

/** Rules about a change of an object do not run when it is created. */
function isAboutOneState({ rule }: SchemaRule): boolean {
  return !/\boldSelf\b/.test(rule);
}

function typeCheck(node: SchemaNode): Check {
  const wanted = node["x-kubernetes-int-or-string"] ? ["integer", "string"] : [node.type ?? "any"];
  const [first = "any", second = first] = wanted;
  return (value, report) => {
    if (isA(value, first) || isA(value, second)) return true;
    const message = `must be ${wanted.map(named).join(" or ")}, not ${typeName(value)}`;
    report.add("wrong-type", message, { types: wanted });
    return false;
  };
}

function isA(value: unknown, type: string): boolean {
  switch (type) {
    case "object":
      return isRecord(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    case "number":
      return Number.isFinite(value);
    case "string":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    default:
      return true;
  }
}

const NAMES: Readonly<Record<string, string>> = { array: "a list", boolean: "true or false" };

function named(type: string): string {
  return NAMES[type] ?? (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  return named(typeof value);
}
