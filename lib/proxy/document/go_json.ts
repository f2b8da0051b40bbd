import { compare, isRecord } from "../../core/mod.ts";

/** What Go's JSON writes as an escape although JSON does not ask for it. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["<", "\\u003c"],
  [">", "\\u003e"],
  ["&", "\\u0026"],
  ["\u2028", "\\u2028"],
  ["\u2029", "\\u2029"],
]);

/** Writes JSON as Go programs do, indented by four, ending in a line feed. */
export function goJson(value: unknown): string {
  return `${write(value, "\n").replaceAll(/[<>&\u2028\u2029]/g, (c) => ESCAPES.get(c) ?? c)}\n`;
}

function write(value: unknown, lineStart: string): string {
  const inner = `${lineStart}    `;
  if (Array.isArray(value)) {
    const items = value.map((item) => inner + write(item, inner));
    return items.length === 0 ? "[]" : `[${items.join(",")}${lineStart}]`;
  }
  if (!isRecord(value)) return JSON.stringify(value) ?? "null";
  const members = keysOf(value).map((key) =>
    `${inner}${JSON.stringify(key)}: ${write(value[key], inner)}`
  );
  return members.length === 0 ? "{}" : `{${members.join(",")}${lineStart}}`;
}

/** JavaScript puts keys that are numbers first; only maps have such keys, and Go sorts those as text. */
function keysOf(value: object): string[] {
  const keys = Object.keys(value);
  return /^\d+$/.test(keys[0] ?? "") ? keys.sort(compare) : keys;
}
