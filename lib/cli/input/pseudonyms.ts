import { Option } from "@commander-js/extra-typings";
import { Failure, isRecord } from "../../core/mod.ts";
import type { AnyResource } from "../../mesh/mod.ts";
import { json } from "../../report/mod.ts";
import { namesIn, Pseudonyms } from "../../snapshot/mod.ts";
import type { Shell } from "../shell.ts";
import { readText } from "./text.ts";

const KEY_BYTES = 32;
const LIMIT_BYTES = 100_000_000;

/** `--pseudonyms` of commands that write snapshots. */
export const PSEUDONYMS = new Option(
  "--pseudonyms",
  "replace names and addresses, each everywhere by the same other one",
).conflicts("logs");

/** `--names-file` of commands that write snapshots. */
export const NAMES_FILE = new Option(
  "--names-file <file>",
  "with pseudonyms: keep here what they stand for, for snapshot reveal",
).implies({ pseudonyms: true });

/** Pseudonyms for a mesh, made with a new key that is kept nowhere. */
export function newPseudonyms({ world }: Shell, resources: readonly AnyResource[]): Pseudonyms {
  return new Pseudonyms(world.random(KEY_BYTES), namesIn(resources));
}

/** Writes what pseudonyms stand for. Throws a `Failure` `FILE_NOT_WRITABLE`. */
export async function writeNames(
  { world }: Shell,
  path: string,
  { originals }: Pseudonyms,
): Promise<void> {
  await world.fs.write(path, json(Object.fromEntries([...originals].sort())));
}

/** What {@linkcode writeNames} wrote. Throws a `Failure` for anything else. */
export async function readNames(
  shell: Shell,
  path: string,
): Promise<ReadonlyMap<string, string>> {
  const text = await readText(shell, path, LIMIT_BYTES);
  const names = parsed(text);
  if (names === undefined) {
    throw new Failure(
      "FILE_NOT_READABLE",
      `Cannot read names in "${path}": it is no map of names`,
      {
        hint: "It is the file that --names-file of snapshot capture or redact wrote.",
      },
    );
  }
  return new Map(Object.entries(names));
}

function parsed(text: string): Readonly<Record<string, string>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isOfNames = isRecord(value) &&
      Object.values(value).every((name) => typeof name === "string");
    return isOfNames ? value as Record<string, string> : undefined;
  } catch {
    return undefined;
  }
}
