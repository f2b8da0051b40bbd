import type { Shell } from "../shell.ts";
import { readText } from "./text.ts";

const TOKEN_LIMIT_BYTES = 100_000;
const JWKS_LIMIT_BYTES = 10_000_000;

/** A token from a file, or from stdin for `-`. */
export async function readToken(shell: Shell, file: string): Promise<string> {
  return (await readText(shell, file, TOKEN_LIMIT_BYTES)).trim();
}

/** The text of a key set from a file, if one is named. */
export async function readJwks(
  shell: Shell,
  file: string | undefined,
): Promise<string | undefined> {
  return file === undefined ? undefined : await readText(shell, file, JWKS_LIMIT_BYTES);
}
