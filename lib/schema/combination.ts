import { isRecord } from "../core/mod.ts";
import type { Compiler } from "./compile.ts";
import type { SchemaNode } from "./node.ts";
import { type Check, Report } from "./report.ts";

type Predicate = (value: unknown) => boolean;

/** Checks that combine others: `allOf`, `anyOf`, `oneOf`, `not`. */
export function combinationChecks(node: SchemaNode, compiler: Compiler): Check[] {
  const { allOf = [], anyOf, oneOf, not } = node;
  return [
    ...allOf.map((part) => compiler.compile(open(part))),
    // An int-or-string spells its two types out again.
    ...(anyOf && !node["x-kubernetes-int-or-string"] ? [atLeastOne(anyOf, compiler)] : []),
    ...(oneOf ? [exactlyOne(oneOf, compiler)] : []),
    ...(not ? [none(not, compiler)] : []),
  ];
}

function atLeastOne(parts: readonly SchemaNode[], compiler: Compiler): Check {
  const predicates = parts.map((part) => predicate(part, compiler));
  return (value, report) => {
    if (!predicates.some((holds) => holds(value))) report.add("one-of", explain(value, parts));
    return true;
  };
}

function exactlyOne(parts: readonly SchemaNode[], compiler: Compiler): Check {
  const predicates = parts.map((part) => predicate(part, compiler));
  return (value, report) => {
    if (predicates.filter((holds) => holds(value)).length !== 1) {
      report.add("one-of", explain(value, parts));
    }
    return true;
  };
}

function none(part: SchemaNode, compiler: Compiler): Check {
  const holds = predicate(part, compiler);
  return (value, report) => {
    if (holds(value)) report.add("one-of", "has a form that is not allowed");
    return true;
  };
}

/** Schemas in a combination mostly ask whether fields are there, so those are answered directly. */
function predicate(node: SchemaNode, compiler: Compiler): Predicate {
  const { required, not, anyOf, ...others } = node;
  if (Object.keys(others).length === 0) {
    const parts = anyOf?.map((part) => predicate(part, compiler));
    const inner = not && predicate(not, compiler);
    return (value) =>
      (required ?? []).every((field) => isRecord(value) && Object.hasOwn(value, field)) &&
      (parts?.some((holds) => holds(value)) ?? true) && !(inner?.(value) ?? false);
  }
  const check = compiler.compile(open(node));
  return (value) => {
    const report = new Report();
    check(value, report);
    return report.violations.length === 0;
  };
}

/** A part of a combination says nothing about the fields that it does not name. */
function open({ properties, ...rest }: SchemaNode): SchemaNode {
  const node = { ...rest, "x-kubernetes-preserve-unknown-fields": true };
  if (properties === undefined) return node;
  const fields = Object.entries(properties).map(([name, inner]) => [name, open(inner)]);
  return { ...node, properties: Object.fromEntries(fields) };
}

function explain(value: unknown, parts: readonly SchemaNode[]): string {
  const fields = [...new Set(parts.flatMap(requiredFields))];
  const given = fields.filter((field) => isRecord(value) && Object.hasOwn(value, field));
  if (given.length > 1) return `only one of ${given.join(", ")} may be set`;
  if (fields.length > 0 && given.length === 0) return `one of ${fields.join(", ")} must be set`;
  const words = parts.flatMap(({ format, pattern }) => format ?? pattern ?? []);
  return words.length > 0 ? `must be one of ${words.join(", ")}` : "has none of the allowed forms";
}

function requiredFields({ required = [], anyOf = [], not }: SchemaNode): readonly string[] {
  return [...required, ...anyOf.flatMap(requiredFields), ...(not ? requiredFields(not) : [])];
}
