import { Command, type CommandUnknownOpts } from "@commander-js/extra-typings";
import type { World } from "../core/mod.ts";
import { CATALOG, type CatalogEntry } from "./catalog.ts";
import type { AnyCommand } from "./command.ts";
import { COMMON_OPTIONS } from "./options.ts";

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
export function outline(entries: readonly CatalogEntry[] = CATALOG): CommandUnknownOpts {
  const program = new Command(PROGRAM)
    .description("Tells why an Istio mesh is broken, with proof and patch.")
    .usage("<command> [flags]")
    .helpCommand("help [command]", "Show the help of a command").helpOption(
      "-h, --help",
      "Show help",
    )
    .addHelpText("after", FOOTER);
  for (const { name, aliases = [], summary, group } of entries) {
    program.addCommand(new Command(name).aliases([...aliases]).summary(summary).helpGroup(group));
  }
  return program;
}

const FOOTER = `
Exit status: 0 nothing found, 1 findings, 2 wrong usage, 3 could not finish, 130 interrupted.
Every flag can be set in the environment (--fail-on is MESHMEDIC_FAIL_ON) and in meshmedic.yaml
("fail-on: warning", also below the name of a command); flag beats environment beats file.
Run "${PROGRAM} <command> --help" for the flags and examples of a command.`;

/** A command with its flags and help, ready to parse. */
export function completeCommand(entry: CatalogEntry, command: AnyCommand): CommandUnknownOpts {
  const declared = command.declare()
    .name(`${PROGRAM} ${entry.name}`)
    .description(`${entry.summary}.`)
    .helpOption("-h, --help", "show this help");
  for (const option of COMMON_OPTIONS) {
    const isDeclared = declared.options.some(({ long }) => long === option.long);
    if (!isDeclared) declared.addOption(option);
  }
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
