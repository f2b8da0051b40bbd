import type { Command, CommandUnknownOpts, OptionValues } from "@commander-js/extra-typings";
import type { Shell } from "./shell.ts";

/** Exit statuses: a contract with scripts. */
export const EXIT = { clean: 0, findings: 1, usage: 2, failure: 3, interrupted: 130 } as const;

/** One verb: its flags and arguments as data, and what it does. */
export interface CommandDefinition<
  Args extends unknown[] = unknown[],
  Flags extends OptionValues = OptionValues,
> {
  /** Flags and arguments, declared with commander; name and summary come from the catalog. */
  declare(): Command<Args, Flags>;
  /** Does the work and returns the exit status. Throws a `Failure` when the outside does not work. */
  run(shell: Shell, flags: Flags, ...args: Args): Promise<number>;
}

/** A command whose types have been checked. */
export interface AnyCommand {
  /** Flags and arguments. */
  declare(): CommandUnknownOpts;
  /** Does the work and returns the exit status. */
  run(shell: Shell, flags: OptionValues, ...args: unknown[]): Promise<number>;
}

/** Declares a command; the types of flags and arguments follow from the declaration. */
export function defineCommand<Args extends unknown[], Flags extends OptionValues>(
  command: CommandDefinition<Args, Flags>,
): AnyCommand {
  return command;
}
