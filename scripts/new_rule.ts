/** Writes the files of a new rule: `deno task new:rule MM0102 gateway gateway-not-found`. @module */
import { writeRegistry } from "./rule_registry.ts";

const [code = "", area = "", name = ""] = Deno.args;
if (
  !/^(?:MM|IST)\d{4}$/.test(code) || !/^[a-z]+$/.test(area) || !/^[a-z][a-z0-9-]+$/.test(name)
) {
  console.error("Usage: deno task new:rule MM0102 AREA rule-name");
  Deno.exit(2);
}
const root = new URL("../", import.meta.url);
const file = `lib/diagnose/rules/${area}/${name.replaceAll("-", "_")}.ts`;
const constant = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

await write(
  file,
  `import { defineRule } from "../../analysis/rule.ts";

/** TODO: what holds in a healthy mesh. */
export const ${constant} = defineRule({
  code: "${code}",
  name: "${name}",
  title: "TODO",
  severity: "warning",
  since: "0.1.0",
  inputs: [],
  docs: { why: "TODO", remedy: "TODO" },

  *check() {},
});
`,
);
await write(`tests/rules/${code}/${name}.yaml`, "");
await write(`tests/rules/${code}/${name}.out`, "");
await writeRegistry();

async function write(path: string, text: string): Promise<void> {
  const url = new URL(path, root);
  await Deno.mkdir(new URL(".", url), { recursive: true });
  await Deno.writeTextFile(url, text, { createNew: true });
  console.log(path);
}
