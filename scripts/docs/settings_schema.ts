/** The JSON schema of `meshmedic.yaml`, for editors. @module */
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { CATALOG } from "../../lib/cli/catalog.ts";
import { completeCommand } from "../../lib/cli/program.ts";

type Option = CommandUnknownOpts["options"][number];

/** The schema: every flag at the top level, and again below the commands that have it. */
export async function settingsSchema(): Promise<string> {
  const everywhere = new Map<string, object>();
  const sections: [string, object][] = [];
  for (const entry of CATALOG) {
    const { options } = completeCommand(entry, await entry.load());
    const flags = options.map((option): [string, object] => [nameOf(option), valueOf(option)]);
    for (const [name, value] of flags) if (!everywhere.has(name)) everywhere.set(name, value);
    sections.push([entry.name, section(entry.summary, flags)]);
  }
  // Commands give different choices to flags of one name, so the top level names none.
  const shared = [...everywhere].map(([name, value]): [string, object] => {
    const { enum: _, ...rest } = value as { enum?: unknown };
    return [name, rest];
  });
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "meshmedic.yaml",
    ...section("Values of flags: for all commands, and below the name of a command for that one", [
      ...shared,
      ...sections,
    ]),
  };
  return JSON.stringify(schema, null, 2) + "\n";
}

function section(description: string, properties: readonly [string, object][]): object {
  return {
    description,
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(properties),
  };
}

function nameOf({ long = "" }: Option): string {
  return long.slice(2);
}

function valueOf({ description, required, argChoices }: Option): object {
  if (!required) return { description, type: "boolean" };
  if (argChoices !== undefined) return { description, type: "string", enum: argChoices };
  return { description, type: ["string", "number", "array"] };
}
