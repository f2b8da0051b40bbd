import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import type { CatalogEntry } from "../catalog.ts";

/** What a shell may offer for one command. */
export interface CompletionCommand {
  /** The words that call it. */
  readonly words: readonly [string, ...string[]];
  /** One line about it. */
  readonly summary: string;
  /** Its flags. */
  readonly flags: readonly CompletionFlag[];
  /** The values of its first argument, where they are few; otherwise files are offered. */
  readonly choices: readonly string[];
}

/** What a shell may offer for one flag. */
export interface CompletionFlag {
  /** `-o`. */
  readonly short: string | undefined;
  /** `--output`. */
  readonly long: string;
  /** One line about it. */
  readonly description: string;
  /** Whether a value follows. */
  readonly takesValue: boolean;
  /** The values that may follow, where they are few; otherwise files are offered. */
  readonly choices: readonly string[];
}

/** The words of one command. */
export function completionOf(entry: CatalogEntry, command: CommandUnknownOpts): CompletionCommand {
  const [first = "", ...more] = entry.name.split(" ");
  return {
    words: [first, ...more],
    summary: entry.summary,
    flags: command.options.flatMap(({ short, long, description, required, argChoices = [] }) =>
      long === undefined
        ? []
        : [{ short, long, description, takesValue: required, choices: argChoices }]
    ),
    choices: command.registeredArguments[0]?.argChoices ?? [],
  };
}

/** Commands by their first word, in order. */
export function byFirstWord(
  commands: readonly CompletionCommand[],
): ReadonlyMap<string, readonly CompletionCommand[]> {
  return Map.groupBy(commands, ({ words: [first] }) => first);
}
