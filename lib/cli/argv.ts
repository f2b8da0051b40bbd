import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { CATALOG, type CatalogEntry } from "./catalog.ts";
import { LEADING_OPTIONS } from "./options.ts";

/** A command line, split. */
export interface Words {
  /** The command that is called, if there is one of that name. */
  readonly entry: CatalogEntry | undefined;
  /** The words that stand where a command is expected; empty where there are none. */
  readonly called: string;
  /** Everything else: flags that stood before the command follow the arguments. */
  readonly rest: readonly string[];
}

/** Finds the command in a command line. Shared flags may stand before it: `meshmedic -n shop analyze`. */
export function splitWords(argv: readonly string[]): Words {
  const start = leadingFlags(argv);
  const [flags, words] = [argv.slice(0, start), argv.slice(start)];
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(" ");
    const entry = CATALOG.find((each) => each.name === name || each.aliases?.includes(name));
    if (entry !== undefined && words.length >= length) {
      return { entry, called: name, rest: append(words.slice(length), flags) };
    }
  }
  return { entry: undefined, called: words[0] ?? "", rest: append(words.slice(1), flags) };
}

function leadingFlags(argv: readonly string[]): number {
  let at = 0;
  while (argv[at]?.startsWith("-")) {
    const word = argv[at]!;
    const option = LEADING_OPTIONS.find((each) => is(each, word));
    at += option?.required ? 2 : 1;
  }
  return at;
}

function is(option: CommandUnknownOpts["options"][number], word: string): boolean {
  return word === option.short || word === option.long;
}

function append(words: readonly string[], flags: readonly string[]): string[] {
  const end = words.indexOf("--");
  return end < 0 ? [...words, ...flags] : [...words.slice(0, end), ...flags, ...words.slice(end)];
}

/**
 * The words with switches as commander knows them. Go's tools let one write `--strict=true` and
 * `--strict=false`; the latter beats the environment and `meshmedic.yaml`.
 */
export function plainSwitches(words: readonly string[], command: CommandUnknownOpts): string[] {
  const end = words.indexOf("--");
  return words.flatMap((word, at) => {
    const [, flag, value] = /^(--[^=]+)=(true|false)$/.exec(word) ?? [];
    const option = command.options.find(({ long }) => long === flag);
    const isValue = option === undefined || option.required || option.optional;
    if (isValue || end >= 0 && at > end) return [word];
    if (value === "true") return [option.long!];
    command.setOptionValueWithSource(option.attributeName(), false, "cli");
    return [];
  });
}
