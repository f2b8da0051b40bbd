import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { Failure, nearest, type World } from "../core/mod.ts";
import { CATALOG } from "./catalog.ts";
import { ALL_NAMESPACES } from "./options.ts";
import type { Outside } from "./shell.ts";
import { readSettingsFile, type Setting } from "./settings_file.ts";

type Option = CommandUnknownOpts["options"][number];

/** Gives every flag that the user did not write its value from the environment or `meshmedic.yaml`. */
export async function applySettings(
  command: CommandUnknownOpts,
  name: string,
  outside: Outside,
): Promise<void> {
  applyEach(command, (option) => environmentSetting(option, outside.world.env));
  const path = command.getOptionValue("config");
  const file = await readSettingsFile(
    outside,
    typeof path === "string" ? path : undefined,
    name,
  );
  applyEach(command, (option) => file?.get(nameOf(option)));
  await refuseUnknown([...file ?? []], command);
  beatNamespace(command);
}

/** `-A` beats `-n`, as in kubectl; in the environment or the file it beats only a namespace that stands there. */
function beatNamespace(command: CommandUnknownOpts): void {
  const isWritten = (key: string) => command.getOptionValueSource(key) === "cli";
  const key = ALL_NAMESPACES.attributeName();
  if (command.getOptionValue(key) !== true) return;
  if (isWritten("namespace") && !isWritten(key)) return;
  const preset = command.options.find((option) => option.attributeName() === "namespace");
  command.setOptionValueWithSource("namespace", preset?.defaultValue, "default");
}

/** A flag of another command may stand at the top level of the file; a flag of none is a mistake. */
async function refuseUnknown(
  settings: readonly [string, Setting][],
  command: CommandUnknownOpts,
): Promise<void> {
  const known = new Set(command.options.map(nameOf));
  const unknown = settings.filter(([name]) => !known.has(name));
  if (unknown.length === 0) return;
  for (const entry of CATALOG) {
    for (const option of (await entry.load()).declare().options) known.add(nameOf(option));
  }
  for (const [name, { origin }] of unknown) {
    if (known.has(name)) continue;
    const meant = nearest(name, known);
    throw new Failure("USAGE", `Cannot use ${origin}: there is no flag --${name}`, {
      hint: meant ? `Did you mean ${meant}?` : "Run the command with --help for its flags.",
    });
  }
}

/** The environment variable of a flag: `--fail-on` is `MESHMEDIC_FAIL_ON`. */
export function environmentName(flag: string): string {
  return "MESHMEDIC_" + flag.replace(/([a-z])([A-Z])/g, "$1_$2").replaceAll("-", "_").toUpperCase();
}

function nameOf(option: Option): string {
  return (option.long ?? "").replace(/^--/, "");
}

function environmentSetting(option: Option, env: World["env"]): Setting | undefined {
  const variable = environmentName(nameOf(option));
  const value = env.get(variable);
  return value === undefined ? undefined : { origin: variable, values: [value] };
}

function applyEach(
  command: CommandUnknownOpts,
  settingOf: (option: Option) => Setting | undefined,
): void {
  for (const option of command.options) {
    const key = option.attributeName();
    const source = command.getOptionValueSource(key);
    if (source !== undefined && source !== "default") continue;
    const setting = settingOf(option);
    if (setting === undefined) continue;
    command.setOptionValueWithSource(key, parse(option, setting), "config");
  }
}

/** The value as if it had been written on the command line. */
function parse(option: Option, { origin, values }: Setting): unknown {
  const isSwitch = !option.required && !option.optional;
  let parsed: unknown;
  for (const value of values) {
    if (isSwitch) parsed = parseSwitch(origin, value) || undefined;
    else {
      try {
        parsed = option.parseArg ? option.parseArg(value, parsed) : value;
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new Failure("USAGE", `Cannot use ${origin}="${value}": ${reason}`, { cause });
      }
    }
  }
  return parsed;
}

function parseSwitch(origin: string, value: string): boolean {
  if (["1", "true", "yes", "on"].includes(value.toLowerCase())) return true;
  if (["", "0", "false", "no", "off"].includes(value.toLowerCase())) return false;
  throw new Failure("USAGE", `Cannot use ${origin}="${value}": it is neither true nor false`);
}
