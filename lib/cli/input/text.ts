import type { Outside } from "../shell.ts";

/** The text of a file, or of what is piped in for `-`. */
export async function readText(
  { world, signal }: Outside,
  file: string,
  limitBytes: number,
): Promise<string> {
  const bytes = file === "-"
    ? await world.stdin.read(limitBytes, signal)
    : await world.fs.read(file, limitBytes, signal);
  return new TextDecoder().decode(bytes);
}
