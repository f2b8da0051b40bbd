/**
 * YAML as Go programs write it (`sigs.k8s.io/yaml`): sorted keys, lists at the indent of their key, plain
 * strings wherever they stay strings. Scripts that compare what `istioctl` and `kubectl` print rely on it.
 *
 * @module
 */

import { isRecord } from "../../core/mod.ts";

/** Writes a JSON value as YAML, ending in a line feed. */
export function goYaml(value: unknown): string {
  return isBlock(value) ? blockOf(value, 0) : `${scalarOf(value, 0)}\n`;
}

function isBlock(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

function blockOf(value: object, indent: number): string {
  const pad = " ".repeat(indent);
  if (Array.isArray(value)) {
    return value.map((item) => {
      if (!isBlock(item)) return `${pad}- ${scalarOf(item, indent)}\n`;
      const inner = blockOf(item, indent + 2);
      return `${pad}- ${inner.slice(indent + 2)}`;
    }).join("");
  }
  return Object.entries(value).sort(([a], [b]) => compareKeys(a, b)).map(([key, member]) => {
    const head = `${pad}${keyOf(key)}:`;
    if (!isBlock(member)) return `${head} ${scalarOf(member, indent)}\n`;
    return `${head}\n${blockOf(member, Array.isArray(member) ? indent : indent + 2)}`;
  }).join("");
}

/** A key longer than this is marked with a question mark of its own. */
const SIMPLE_KEY_BYTES = 128;

function keyOf(key: string): string {
  const text = key.includes("\n") ? doubleQuoted(key) : stringOf(key, 0, true);
  const isSimple = new TextEncoder().encode(key).length <= SIMPLE_KEY_BYTES && !key.includes("\n");
  return isSimple ? text : `? ${text}\n`;
}

function scalarOf(value: unknown, indent: number): string {
  if (Array.isArray(value)) return "[]";
  if (isRecord(value)) return "{}";
  if (typeof value === "string") return stringOf(value, indent, false);
  return typeof value === "number" ? numberOf(value) : String(value);
}

/** Go writes fractions of at least a million with an exponent of at least two digits. */
function numberOf(value: number): string {
  const magnitude = Math.abs(value);
  if (Number.isInteger(value) || magnitude >= 1e-4 && magnitude < 1e6) return String(value);
  return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
}

function stringOf(text: string, indent: number, isKey: boolean): string {
  if (text.includes("\n") && !isKey && mayBeBlock(text)) return literal(text, indent);
  if (text.includes("\n") || isOtherType(text) || !isPrintable(text)) return doubleQuoted(text);
  return mayBePlain(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

const TIMESTAMPS = [
  /^\d{4}-\d{1,2}-\d{1,2}$/,
  /^\d{4}-\d{1,2}-\d{1,2}[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  /^\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d+)?$/,
];

const WORDS = new Set(
  ("y Y yes Yes YES true True TRUE on On ON n N no No NO false False FALSE off Off OFF ~ null Null " +
    "NULL .nan .NaN .NAN .inf .Inf .INF +.inf +.Inf +.INF -.inf -.Inf -.INF <<").split(" "),
);

const NUMBERS = [
  /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/,
  /^[-+]?0[xX][0-9a-fA-F]+$/,
  /^[-+]?0[oO]?[0-7]+$/,
  /^[-+]?0[bB][01]+$/,
];

const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;

/** Whether the text without quotes would be read as something else than a string. */
function isOtherType(text: string): boolean {
  if (text === "" || WORDS.has(text) || BASE_60.test(text)) return true;
  if (TIMESTAMPS.some((form) => form.test(text)) && isTime(text)) return true;
  const digits = text.replaceAll("_", "");
  return /^[-+.0-9]/.test(text) && NUMBERS.some((form) => form.test(digits));
}

/** Go refuses a 13th month and a 25th hour. */
function isTime(text: string): boolean {
  const [year, month = 1, day = 1, hour = 0, minute = 0, second = 0] = text.split(/[-Tt :.,Z+]/)
    .slice(0, 6).filter((part) => part !== "").map(Number);
  const time = new Date(Date.UTC(year ?? 0, month - 1, day));
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day && hour < 24 &&
    minute < 60 && second < 60;
}

/** In blocks; a string that would be read as another type is quoted before this is asked. */
function mayBePlain(text: string): boolean {
  return !/^(?:---|\.\.\.)/.test(text) && !/^[#,[\]{}&*!|>'"%@`]/.test(text) &&
    !/^[?:-](?:[ \t]|$)/.test(text) && !/:(?:[ \t]|$)/.test(text) && !/[ \t]#/.test(text) &&
    !text.startsWith(" ") && !text.endsWith(" ");
}

function isPrintable(text: string): boolean {
  for (const character of text) if (!isPrintableCharacter(character)) return false;
  return true;
}

function isPrintableCharacter(character: string): boolean {
  return /^[\n\x20-\x7E\xA0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]$/.test(character);
}

function mayBeBlock(text: string): boolean {
  return isPrintable(text) && !text.endsWith(" ") && !/ [\n\u2028\u2029]/.test(text);
}

function literal(text: string, indent: number): string {
  const hint = /^[ \n]/.test(text) ? "2" : "";
  const chomp = !text.endsWith("\n") ? "-" : text === "\n" || text.endsWith("\n\n") ? "+" : "";
  const pad = " ".repeat(indent + 2);
  const lines = text.replace(/\n$/, "").split("\n").map((line) => line === "" ? "" : pad + line);
  return `|${hint}${chomp}\n${lines.join("\n")}`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\0", "0"],
  ["\x07", "a"],
  ["\b", "b"],
  ["\t", "t"],
  ["\n", "n"],
  ["\v", "v"],
  ["\f", "f"],
  ["\r", "r"],
  ["\x1b", "e"],
  ['"', '"'],
  ["\\", "\\"],
  ["\x85", "N"],
  ["\u2028", "L"],
  ["\u2029", "P"],
]);

function doubleQuoted(text: string): string {
  let quoted = "";
  for (const character of text) {
    const short = ESCAPES.get(character);
    if (short !== undefined) quoted += `\\${short}`;
    else quoted += isPrintableCharacter(character) ? character : escapeOf(character);
  }
  return `"${quoted}"`;
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${digits.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

/** Letters after all else, numbers by their value. */
function compareKeys(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const [x, y] = [left[i] as string, right[i] as string];
    if (x !== y) return compareAt(left, right, i, x, y);
  }
  return left.length - right.length;
}

function compareAt(
  left: readonly string[],
  right: readonly string[],
  i: number,
  x: string,
  y: string,
): number {
  const [isLeftLetter, isRightLetter] = [/\p{L}/u.test(x), /\p{L}/u.test(y)];
  if (isLeftLetter !== isRightLetter) return isRightLetter ? -1 : 1;
  if (!isLeftLetter) {
    const leading = x === "0" || y === "0" ? /[1-9]\d*$/.exec(left.slice(0, i).join("")) : null;
    const number = (of: readonly string[]) => /^\d*/.exec(of.slice(i).join(""))?.[0] ?? "";
    const [n, m] = [number(left), number(right)];
    const prefix = leading === null ? "" : "1";
    if (Number(prefix + n) !== Number(prefix + m)) return Number(prefix + n) - Number(prefix + m);
    if (n.length !== m.length) return n.length - m.length;
  }
  return x < y ? -1 : 1;
}
