import { Command, type CommandUnknownOpts } from "@commander-js/extra-typings";
import type { World } from "../core/mod.ts";
import { CATALOG, type CatalogEntry, FAMILIES } from "./catalog.ts";
import type { AnyCommand } from "./command.ts";
import { ALL_NAMESPACES, COMMON_OPTIONS } from "./options.ts";

/** The name of the program. */
export const PROGRAM = "meshmedic";

/** Text that commander wants to print; it prints synchronously, the world does not. */
export interface Printed {
  /** For stdout. */
  out: string;
  /** For stderr. */
  err: string;
}

/** The program with its commands as names only, for help and for misspelt commands. */
export function programOutline(): CommandUnknownOpts {
  const families = Map.groupBy(CATALOG, ({ name }) => firstWord(name));
  const lines = [...families].map(([word, members]) => {
    const [first] = members;
    const about = FAMILIES.get(word);
    const summary = about === undefined
      ? first?.summary ?? ""
      : `${about}: ${members.map(({ name }) => secondWord(name)).join(", ")}`;
    return {
      name: word,
      aliases: first?.aliases?.map(firstWord) ?? [],
      summary,
      group: first?.group,
    };
  });
  return outline(PROGRAM, "Tells why an Istio mesh is broken, with proof and patch", lines);
}

/** The commands that share a first word or another name of it; `undefined` where none do. */
export function familyOutline(word: string): CommandUnknownOpts | undefined {
  const members = CATALOG.filter(({ name, aliases = [] }) =>
    [name, ...aliases].some((each) => each.startsWith(`${word} `))
  );
  const [first] = members;
  if (first === undefined) return undefined;
  const family = firstWord(first.name);
  const lines = members.map(({ name, aliases = [], summary, group }) => ({
    name: secondWord(name),
    aliases: aliases.map(secondWord),
    summary,
    group,
  }));
  return outline(`${PROGRAM} ${family}`, FAMILIES.get(family) ?? "", lines);
}

interface OutlineLine extends Pick<CatalogEntry, "name" | "summary"> {
  readonly aliases: readonly string[];
  readonly group: string | undefined;
}

function outline(
  name: string,
  description: string,
  lines: readonly OutlineLine[],
): CommandUnknownOpts {
  const program = new Command(name).description(`${description}.`).usage("<command> [flags]")
    .helpOption("-h, --help", "show this help").helpCommand(false)
    .addHelpText("after", footer(name));
  for (const { name, aliases, summary, group = "" } of lines) {
    const others = new Set(aliases.filter((alias) => alias !== name));
    program.addCommand(new Command(name).aliases([...others]).summary(summary).helpGroup(group));
  }
  return program;
}

function firstWord(name: string): string {
  return name.split(" ", 1)[0] ?? "";
}

function secondWord(name: string): string {
  return name.slice(firstWord(name).length + 1);
}

function footer(name: string): string {
  return `
Exit status: 0 nothing found, 1 findings, 2 wrong usage, 3 could not finish, 130 interrupted.
Every flag can be set in the environment (--fail-on is MESHMEDIC_FAIL_ON) and in meshmedic.yaml
("fail-on: warning", also below the name of a command); flag beats environment beats file.
Run "${name} <command> --help" for the flags and examples of a command.`;
}

/** A command with its flags and help, ready to parse. */
export function completeCommand(entry: CatalogEntry, command: AnyCommand): CommandUnknownOpts {
  const declared = command.declare()
    .name(`${PROGRAM} ${entry.name}`)
    .description(`${entry.summary}.`)
    .helpOption("-h, --help", "show this help");
  const has = (flag: string | undefined) => declared.options.some(({ long }) => long === flag);
  if (has("--namespace")) declared.addOption(ALL_NAMESPACES);
  for (const option of COMMON_OPTIONS) if (!has(option.long)) declared.addOption(option);
  const examples = entry.examples.map((example) => `  ${PROGRAM} ${example}`).join("\n");
  return declared.addHelpText("after", `\nExamples:\n${examples}`);
}

/** Makes `command` print into `printed`, as wide and as colourful as the world allows. */
export function redirect(command: CommandUnknownOpts, world: World, printed: Printed): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => printed.out += text,
    writeErr: (text) => printed.err += text,
    getOutHelpWidth: () => world.stdout.columns,
    getErrHelpWidth: () => world.stderr.columns,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
    outputError: (text, write) => write(text.replace(/^error: /, `${PROGRAM}: `)),
  });
}
