/** Flags that several commands share, each declared once. @module */
import { InvalidArgumentError, Option } from "@commander-js/extra-typings";

/** Flags that every command has. */
export const COMMON_OPTIONS = [
  new Option("--color <when>", "colours in the output").choices(["auto", "always", "never"])
    .default("auto"),
  new Option("--config <file>", "settings file (default: the nearest meshmedic.yaml upwards)"),
  new Option("--output-file <file>", "write the document to a file instead of stdout"),
  new Option("--timeout <duration>", "give up after this long, such as 30s or 2m")
    .argParser(parseDuration),
  new Option("-q, --quiet", "no talk on stderr but failures"),
  new Option("-v, --verbose", "more talk on stderr"),
].map((option) => option.helpGroup("Common options:"));

/** Flags that several commands share; like the common ones they may stand before the command. */
export const SHARED_OPTIONS = [] as const;

const UNITS_MS: ReadonlyMap<string, number> = new Map([
  ["ms", 1],
  ["s", 1_000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 86_400_000],
]);

/** Milliseconds of a duration such as `500ms`, `30s`, `2m`, `1h` or `7d`. */
export function parseDuration(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) ?? [];
  const milliseconds = Number(number) * (UNITS_MS.get(unit ?? "") ?? NaN);
  if (!(milliseconds > 0)) throw new InvalidArgumentError("A duration looks like 30s, 2m or 1h.");
  return milliseconds;
}
