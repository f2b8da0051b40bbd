import { isRecord, nearest } from "../core/mod.ts";
import type { Compiler } from "./compile.ts";
import type { SchemaNode } from "./node.ts";
import type { Check } from "./report.ts";
import { sizeChecks } from "./size.ts";

const UNIT = { one: "entry", many: "entries" };

/** Checks of objects; other values pass. */
export function objectChecks(node: SchemaNode, compiler: Compiler): Check[] {
  const { required, minProperties, maxProperties } = node;
  return [
    ...(required ? [hasRequired(required)] : []),
    ...sizeChecks({ least: minProperties, most: maxProperties }, UNIT, sizeOf),
    ...(node.type === "object" || node.properties ? [eachField(node, compiler)] : []),
  ];
}

function hasRequired(required: readonly string[]): Check {
  return (value, report) => {
    if (!isRecord(value)) return true;
    let sound = true;
    for (const field of required) {
      if (Object.hasOwn(value, field) && value[field] !== undefined) continue;
      report.add("required", "is required", { field });
      sound = false;
    }
    return sound;
  };
}

function sizeOf(value: unknown): number | undefined {
  return isRecord(value) ? Object.keys(value).length : undefined;
}

function eachField(node: SchemaNode, compiler: Compiler): Check {
  const { properties = {} } = node;
  const known = new Map<string, Check>();
  const others = othersCheck(node, compiler);
  const checkOf = (field: string): Check => {
    const check = known.get(field);
    if (check) return check;
    if (!Object.hasOwn(properties, field)) return others ?? unknownField(field, properties);
    const compiled = compiler.compile(properties[field]!);
    known.set(field, compiled);
    return compiled;
  };
  return (value, report) => {
    if (!isRecord(value)) return true;
    let sound = true;
    for (const field of Object.keys(value)) {
      if (!report.inside(field, value[field], checkOf(field))) sound = false;
    }
    return sound;
  };
}

function unknownField(field: string, properties: object): Check {
  return (_, report) => {
    const suggestion = nearest(field, Object.keys(properties));
    report.add("unknown-field", "is not a known field", { suggestion });
    return true;
  };
}

/** The check of fields that the schema does not name; `undefined` where there may be none. */
function othersCheck(node: SchemaNode, compiler: Compiler): Check | undefined {
  const { additionalProperties, properties } = node;
  const isFree = properties === undefined && (compiler.file.native || node.type === undefined);
  if (typeof additionalProperties === "object") return compiler.compile(additionalProperties);
  const isOpen = node["x-kubernetes-preserve-unknown-fields"] || additionalProperties || isFree;
  return isOpen ? () => true : undefined;
}
