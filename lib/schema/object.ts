import { nearest } from "../core/mod.ts";
import type { Compiler } from "./compile.ts";
import { isObject, type SchemaNode } from "./node.ts";
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
    if (!isObject(value)) return true;
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
  return isObject(value) ? Object.keys(value).length : undefined;
}

function eachField(node: SchemaNode, compiler: Compiler): Check {
  const { properties = {} } = node;
  const checks = new Map<string, Check>();
  const others = othersCheck(node, compiler);
  return (value, report) => {
    if (!isObject(value)) return true;
    let sound = true;
    for (const field of Object.keys(value)) {
      let check = checks.get(field);
      if (check === undefined && Object.hasOwn(properties, field)) {
        check = compiler.compile(properties[field]!);
        checks.set(field, check);
      }
      if (check !== undefined || others === "any") {
        if (check && !report.inside(field, value[field], check)) sound = false;
      } else if (others === undefined) {
        const suggestion = nearest(field, Object.keys(properties));
        report.add("unknown-field", "is not a known field", { field, suggestion });
      } else if (!report.inside(field, value[field], others)) sound = false;
    }
    return sound;
  };
}

/** What fields may hold that the schema does not name; `undefined` where there may be none. */
function othersCheck(node: SchemaNode, compiler: Compiler): Check | "any" | undefined {
  const { additionalProperties, properties } = node;
  if (node["x-kubernetes-preserve-unknown-fields"] || additionalProperties === true) return "any";
  if (additionalProperties) return compiler.compile(additionalProperties);
  const free = properties === undefined && (compiler.file.native || node.type === undefined);
  return free ? "any" : undefined;
}
