/** The command line: from words to an exit status. @module */
import { CommanderError, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { Failure } from "../core/mod.ts";
import { plainSwitches, splitWords } from "./argv.ts";
import type { CatalogEntry } from "./catalog.ts";
import { EXIT } from "./command.ts";
import {
  completeCommand,
  familyOutline,
  type Printed,
  PROGRAM,
  programOutline,
  redirect,
} from "./program.ts";
import { applySettings } from "./settings.ts";
import { commonFlags, type Outside, Shell } from "./shell.ts";

export { EXIT } from "./command.ts";
export type { Outside } from "./shell.ts";

/** Runs one command line and returns its exit status. Never throws. */
export async function run(argv: readonly string[], outside: Outside): Promise<number> {
  try {
    const { entry, called, rest } = splitWords(argv);
    if (entry !== undefined) return await runEntry(entry, rest, outside);
    if (called === "help") return await help(rest, outside);
    if (called === "" && rest.includes("--version")) return await run(["version"], outside);
    const family = familyOutline(called);
    const [word = "--help"] = rest.filter((each) => !each.startsWith("-"));
    if (family !== undefined) return await parse(family, [word], outside);
    return await parse(programOutline(), called === "" ? ["--help"] : [called], outside);
  } catch (error) {
    return await explain(error, outside);
  }
}

async function help([...words]: readonly string[], outside: Outside): Promise<number> {
  return await run([...words.filter((word) => !word.startsWith("-")), "--help"], outside);
}

async function runEntry(
  entry: CatalogEntry,
  words: readonly string[],
  outside: Outside,
): Promise<number> {
  const command = await entry.load();
  const declared = completeCommand(entry, command);
  let status: number = EXIT.clean;
  declared.action(async (...received: unknown[]) => {
    await applySettings(declared, entry.name, outside);
    const shell = new Shell(outside, commonFlags(declared.opts()));
    const args = received.slice(0, -2);
    status = await command.run(shell, declared.opts(), ...args);
    shell.signal.throwIfAborted();
    await shell.close();
  });
  const parsed = await parse(declared, plainSwitches(words, declared), outside);
  return parsed === EXIT.clean ? status : parsed;
}

/** Lets commander parse; help and usage errors end here. */
async function parse(
  command: CommandUnknownOpts,
  words: readonly string[],
  { world }: Outside,
): Promise<number> {
  const printed: Printed = { out: "", err: "" };
  redirect(command, world, printed);
  try {
    await command.parseAsync([...words], { from: "user" });
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.clean;
    printed.err += `Run "${command.name()} --help" for its usage.\n`;
    return EXIT.usage;
  } finally {
    await world.stdout.write(printed.out);
    await world.stderr.write(printed.err);
  }
}

/** The only place that turns an error into words and an exit status. */
async function explain(error: unknown, { world, signal }: Outside): Promise<number> {
  if (signal.aborted) {
    await world.stderr.write(`${PROGRAM}: interrupted\n`);
    return EXIT.interrupted;
  }
  if (!(error instanceof Failure)) {
    await world.stderr.write(defectNotice(error));
    return EXIT.failure;
  }
  const hint = error.hint === undefined ? "" : `  ${error.hint}\n`;
  await world.stderr.write(`${PROGRAM}: ${error.message}\n${hint}`);
  return error.code === "USAGE" ? EXIT.usage : EXIT.failure;
}

/** What the user reads when the program itself is wrong. */
export function defectNotice(error: unknown): string {
  return `${PROGRAM}: defect in ${PROGRAM}: ${String(error)}\n` +
    `  Please report it with the command line and the output of "${PROGRAM} version".\n`;
}
