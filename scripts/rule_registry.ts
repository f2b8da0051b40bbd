/** Writes the lists of rules, `rules/mod.ts` and one in each area, from the files that are there. @module */
const RULES = new URL("../lib/diagnose/rules/", import.meta.url);

/** Rewrites every list. */
export async function writeRegistry(): Promise<void> {
  const areas = (await namesIn(RULES)).filter(({ isDirectory }) => isDirectory).map(({ name }) =>
    name
  );
  for (const area of areas) await writeArea(new URL(`${area}/`, RULES));
  await Deno.writeTextFile(
    new URL("mod.ts", RULES),
    [
      'import type { AnyRule } from "../analysis/rule.ts";',
      ...areas.map((area) => `import { rules as ${area} } from "./${area}/mod.ts";`),
      "",
      "/** Every rule, by area. */",
      "export const rules: readonly AnyRule[] = [",
      ...areas.map((area) => `  ...${area},`),
      "];",
      "",
    ].join("\n"),
  );
}

async function writeArea(folder: URL): Promise<void> {
  const files = (await namesIn(folder)).map(({ name }) => name).filter((name) =>
    /^[a-z]\w*\.ts$/.test(name) && name !== "mod.ts" && !name.endsWith("_test.ts")
  );
  const rules = await Promise.all(files.map(async (file) => {
    const text = await Deno.readTextFile(new URL(file, folder));
    const [, name] = /^export const (\w+) = defineRule\(/m.exec(text) ?? [];
    if (!name) throw new Error(`${file} exports no rule`);
    return { file, name };
  }));
  await Deno.writeTextFile(
    new URL("mod.ts", folder),
    [
      'import type { AnyRule } from "../../analysis/rule.ts";',
      ...rules.map(({ file, name }) => `import { ${name} } from "./${file}";`),
      "",
      "/** The rules of this area. */",
      `export const rules: readonly AnyRule[] = [`,
      ...rules.map(({ name }) => `  ${name},`),
      "];",
      "",
    ].join("\n"),
  );
}

async function namesIn(folder: URL): Promise<Deno.DirEntry[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.sort((a, b) => a.name < b.name ? -1 : 1);
}

if (import.meta.main) await writeRegistry();
