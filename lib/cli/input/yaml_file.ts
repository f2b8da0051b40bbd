import { Failure, type FailureCode } from "../../core/mod.ts";
import type { Outside } from "../shell.ts";
import { readText } from "./text.ts";

const LIMIT_BYTES = 1_000_000;

/** A small YAML file of the user. */
export interface YamlFile {
  /** Its text. */
  readonly text: string;
  /** What it says. */
  readonly value: unknown;
}

/** Reads a YAML file. Where it does not parse, throws a `Failure` of `code` that names the line. */
export async function readYaml(
  outside: Outside,
  path: string,
  code: FailureCode,
): Promise<YamlFile> {
  const { load, YAMLException } = await import("js-yaml");
  const text = await readText(outside, path, LIMIT_BYTES);
  try {
    return { text, value: text.trim() === "" ? undefined : load(text, { maxAliases: 100 }) };
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    const line = (cause.mark?.line ?? 0) + 1;
    throw new Failure(code, `Cannot read "${path}:${line}": ${cause.reason}`, { cause });
  }
}
