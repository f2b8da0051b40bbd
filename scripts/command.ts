/** Running other programs from a script. @module */

/** Runs a program to its end and returns what it printed; a program that fails ends the script. */
export async function run(
  program: string,
  args: readonly string[],
  options: Pick<Deno.CommandOptions, "env" | "cwd"> = {},
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args: [...args],
    ...options,
  })
    .output();
  const decoder = new TextDecoder();
  if (!success) fail(`${program} ${args.join(" ")} failed:\n${decoder.decode(stderr)}`);
  return decoder.decode(stdout);
}

/** Ends the script with a message. */
export function fail(message: string): never {
  console.error(message);
  Deno.exit(1);
}
