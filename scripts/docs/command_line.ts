/** Running the program inside of a script, with what it would print. @module */
import { run } from "../../lib/cli/mod.ts";
import { realWorld } from "../../lib/io/mod.ts";
import { fail } from "../command.ts";

/** What a command prints on stdout, as a terminal of `columns` would show it without colours. */
export async function outputOf(line: string, columns = 100): Promise<string> {
  let stdout = "", stderr = "";
  const world = realWorld();
  const terminal = { isTerminal: true, columns };
  const status = await run(line.split(" "), {
    signal: new AbortController().signal,
    world: {
      ...world,
      env: { get: (name) => name === "NO_COLOR" ? "1" : undefined },
      stdout: { ...terminal, write: (text) => Promise.resolve(void (stdout += text)) },
      stderr: { ...terminal, write: (text) => Promise.resolve(void (stderr += text)) },
    },
  });
  if (status > 1) fail(`${line} failed: ${stderr}`);
  return stdout.trimEnd();
}
