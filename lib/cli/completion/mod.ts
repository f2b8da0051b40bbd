import { bash } from "./bash.ts";
import { fish } from "./fish.ts";
import type { CompletionCommand } from "./words.ts";
import { zsh } from "./zsh.ts";

export { type CompletionCommand, type CompletionFlag, completionOf } from "./words.ts";

/** The shells that are served. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

/** The completion script of each shell: `(program, commands) → script`. */
export const completionScripts: Readonly<
  Record<typeof SHELLS[number], (program: string, commands: readonly CompletionCommand[]) => string>
> = { bash, zsh, fish };
