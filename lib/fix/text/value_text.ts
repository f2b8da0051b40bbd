import { dump } from "js-yaml";

const OPTIONS = { lineWidth: -1, noRefs: true } as const;

/** How the text around an edit is written. */
export interface Layout {
  /** JSON, or YAML that looks like it: all strings and keys in double quotes. */
  readonly isJson: boolean;
  /** Whether the items of a list are indented as much as the key above them. */
  readonly isCompact: boolean;
}

const LIST_BELOW_KEY =
  /^( *(?:- )*)[^\s#-][^\n]*:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( *)- /m;

/** How a document is written; its first list below a key shows how lists are. */
export function layoutOf(text: string): Layout {
  const list = LIST_BELOW_KEY.exec(text);
  return {
    isJson: /^\s*(?:---\s*)?[[{]\s*(?:"|[\]}]|[[{])/.test(text),
    isCompact: list !== null && list[1]!.length === list[2]!.length,
  };
}

/** A value on one line. */
export function flowText(value: unknown, { isJson }: Layout): string {
  if (isJson) return JSON.stringify(value);
  if (typeof value === "string" && value.includes("\n")) return JSON.stringify(value);
  // As an item of a list: a comma inside needs quotes there.
  return dump([value], { ...OPTIONS, flowLevel: 0 }).trimEnd().slice(1, -1);
}

/** A value in JSON, over several lines where `indent` says how far its first line is indented. */
export function jsonText(value: unknown, indent: string | undefined): string {
  if (indent === undefined) return JSON.stringify(value);
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`);
}

/** A value as lines of block style, each after `indent`. */
export function blockLines(value: unknown, indent: string, { isCompact }: Layout): string {
  return dump(value, { ...OPTIONS, seqNoIndent: isCompact }).trimEnd().split("\n")
    .map((line) => line === "" ? "" : indent + line).join("\n");
}

/** A scalar in the quotes of the one that it replaces, where that is possible. */
export function scalarLike(before: string, value: unknown, layout: Layout): string {
  if (typeof value !== "string") return flowText(value, layout);
  if (before.startsWith('"')) return JSON.stringify(value);
  if (before.startsWith("'") && !/[\n\r]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return flowText(value, layout);
}

/** Whether a value is written within one line in block style. */
export function isInline(value: unknown): boolean {
  return typeof value !== "object" || value === null ||
    Object.keys(value).length === 0;
}
