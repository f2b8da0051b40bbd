import { compileRe2, nearest } from "../core/mod.ts";
import { FORMATS } from "./format.ts";
import type { SchemaNode } from "./node.ts";
import { type Check, shown } from "./report.ts";
import { sizeChecks } from "./size.ts";

const UNIT = { one: "character", many: "characters" };
// deno-lint-ignore no-control-regex
const ASCII = /^[\x00-\x7f]*$/;

/** Checks of strings and numbers; other values pass, since their type is checked elsewhere. */
export function scalarChecks(node: SchemaNode): Check[] {
  const { enum: words, minLength, maxLength, pattern, format, minimum, maximum } = node;
  return [
    ...(words ? [oneOf(words)] : []),
    ...sizeChecks({ least: minLength, most: maxLength }, UNIT, lengthOf),
    ...(pattern === undefined ? [] : [matches(pattern)]),
    ...(FORMATS.has(format ?? "") ? [hasFormat(format!)] : []),
    ...(minimum === undefined && maximum === undefined ? [] : [range(minimum, maximum)]),
  ];
}

function oneOf(words: readonly unknown[]): Check {
  const list = words.map((word) => JSON.stringify(word));
  const texts = words.filter((word) => typeof word === "string");
  const expected = list.length < 2
    ? list.join()
    : `${list.slice(0, -1).join(", ")} or ${list.at(-1)}`;
  return (value, report) => {
    if (words.includes(value)) return true;
    const suggestion = typeof value === "string" ? nearest(value, texts) : undefined;
    report.add("enum", `must be ${expected}, not ${shown(value)}`, { suggestion });
    return true;
  };
}

/** Go counts code points. */
function lengthOf(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  return ASCII.test(value) ? value.length : Array.from(value).length;
}

function matches(pattern: string): Check {
  const expression = compileRe2(pattern, "part");
  return (value, report) => {
    if (typeof value !== "string" || expression?.test(value)) return true;
    report.add("pattern", `must match ${pattern}, unlike ${shown(value)}`);
    return true;
  };
}

function hasFormat(format: string): Check {
  const { is, expected } = FORMATS.get(format)!;
  return (value, report) => {
    if (is(value)) return true;
    report.add("format", `must be ${expected}, not ${shown(value)}`);
    return true;
  };
}

function range(minimum = -Infinity, maximum = Infinity): Check {
  return (value, report) => {
    if (typeof value !== "number") return true;
    if (value < minimum) report.add("range", `must be at least ${minimum}, not ${value}`);
    if (value > maximum) report.add("range", `must be at most ${maximum}, not ${value}`);
    return true;
  };
}
