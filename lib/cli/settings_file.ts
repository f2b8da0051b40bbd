import { Failure, isRecord, type World } from "../core/mod.ts";
import type { Outside } from "./shell.ts";
import { readYaml } from "./input/yaml_file.ts";

/** The value of a flag that stands in a file or in the environment. */
export interface Setting {
  /** Where it stands, for messages. */
  readonly origin: string;
  /** One value, or several for a repeatable flag. */
  readonly values: readonly string[];
}

const FILE_NAME = "meshmedic.yaml";

/**
 * The settings for `command` by flag name: the file's top level, overruled by the section that bears
 * the command's name. Throws a `Failure` `USAGE` that names file and line.
 */
export async function readSettingsFile(
  outside: Outside,
  given: string | undefined,
  command: string,
): Promise<ReadonlyMap<string, Setting> | undefined> {
  const path = given ?? await nearest(outside.world);
  if (path === undefined) return undefined;
  const { text, value: file = {} } = await readYaml(outside, path, "USAGE");
  if (!isRecord(file)) {
    throw new Failure("USAGE", `Cannot use ${path}:1: it must hold flags and their values`);
  }
  const section = file[command] ?? {};
  if (!isRecord(section)) {
    throw refused(path, text, command, `"${command}" must be a section of flags`);
  }
  return new Map([
    ...settingsIn(path, text, file),
    ...settingsIn(path, text, section),
  ]);
}

/** The file in the working folder or the nearest one above it, inside the same git repository. */
async function nearest({ fs }: World): Promise<string | undefined> {
  for (let folder = fs.cwd();; folder = folder.replace(/\/[^/]*$/, "")) {
    const path = `${folder}/${FILE_NAME}`;
    if (await fs.stat(path)) return folder === fs.cwd() ? FILE_NAME : path;
    if (folder === "" || await fs.stat(`${folder}/.git`)) return undefined;
  }
}

function* settingsIn(
  path: string,
  text: string,
  section: Record<string, unknown>,
): Iterable<[string, Setting]> {
  for (const [key, value] of Object.entries(section)) {
    if (isRecord(value)) continue;
    const values = Array.isArray(value) ? value : [value];
    if (!values.every((each) => ["string", "number", "boolean"].includes(typeof each))) {
      throw refused(path, text, key, `"${key}" must be a value or a list of values`);
    }
    yield [key, { origin: `${path}:${lineOf(text, key)} ${key}`, values: values.map(String) }];
  }
}

function refused(path: string, text: string, key: string, reason: string): Failure {
  return new Failure("USAGE", `Cannot use ${path}:${lineOf(text, key)}: ${reason}`);
}

function lineOf(text: string, key: string): number {
  return Math.max(
    1,
    text.split("\n").findIndex((line) => line.trimStart().startsWith(`${key}:`)) + 1,
  );
}
