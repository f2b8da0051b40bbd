import { isRecord } from "../core/mod.ts";
import type { Compiler } from "./compile.ts";
import type { SchemaNode } from "./node.ts";
import type { Check } from "./report.ts";
import { sizeChecks } from "./size.ts";

const UNIT = { one: "item", many: "items" };

/** Checks of lists; other values pass. */
export function listChecks(node: SchemaNode, compiler: Compiler): Check[] {
  const { items, minItems, maxItems } = node;
  const keys = node["x-kubernetes-list-type"] === "set"
    ? []
    : node["x-kubernetes-list-type"] === "map"
    ? node["x-kubernetes-list-map-keys"]
    : undefined;
  return [
    ...sizeChecks({ least: minItems, most: maxItems }, UNIT, sizeOf),
    ...(items ? [eachItem(items, compiler)] : []),
    ...(keys ? [distinct(keys)] : []),
  ];
}

function sizeOf(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function eachItem(items: SchemaNode, compiler: Compiler): Check {
  let check: Check | undefined;
  return (value, report) => {
    if (!Array.isArray(value)) return true;
    check ??= compiler.compile(items);
    let sound = true;
    for (let i = 0; i < value.length; i++) {
      if (!report.inside(i, value[i], check)) sound = false;
    }
    return sound;
  };
}

/** Items of a set differ as a whole, those of a map in their keys. */
function distinct(keys: readonly string[]): Check {
  return (value, report) => {
    if (!Array.isArray(value)) return true;
    const seen = new Set<string>();
    for (const [i, item] of value.entries()) {
      const identity = JSON.stringify(
        keys.length === 0 ? item : keys.map((key) => isRecord(item) ? item[key] : undefined),
      );
      if (seen.has(identity)) report.inside(i, item, reportDuplicate(keys));
      seen.add(identity);
    }
    return true;
  };
}

function reportDuplicate(keys: readonly string[]): Check {
  const message = keys.length === 0
    ? "is in the list already"
    : `another item has the same ${keys.join(" and ")}`;
  return (_, report) => {
    report.add("duplicate", message);
    return true;
  };
}
