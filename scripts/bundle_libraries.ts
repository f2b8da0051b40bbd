/**
 * Bundles the large libraries. In the single binary the bundles take the place of the files that import
 * them: whole, the Kubernetes client would add 71 MB, the graph layout 2 MB and the YAML library, whose
 * package holds five builds of itself, 1.7 MB.
 *
 * @module
 */
import { run } from "./command.ts";

const BUNDLES = [
  ["lib/client/library.ts", "dist/client_library.js"],
  ["lib/fix/diff.ts", "dist/diff.js"],
  ["lib/report/graph/dagre.ts", "dist/dagre.js"],
  ["dist/js_yaml_entry.ts", "dist/js_yaml.js"],
] as const;

// What Node gives to every module and Deno only to npm's: the bundle is not npm's any more.
const PRELUDE = [
  `import{createRequire}from"node:module";`,
  `import{Buffer}from"node:buffer";`,
  `import process from"node:process";`,
  `import{clearImmediate,clearInterval,clearTimeout,setImmediate,setInterval,setTimeout}from"node:timers";`,
  `const require=createRequire(import.meta.url),global=globalThis;\n`,
].join("");

await Deno.mkdir("dist", { recursive: true });
// Many files import it, each something else: all of it stays.
await Deno.writeTextFile("dist/js_yaml_entry.ts", `export * from "js-yaml";\n`);
for (const [entry, out] of BUNDLES) {
  await run("deno", [
    ...["bundle", "--quiet", "--minify", "--platform", "deno"],
    ...["--output", out, entry],
  ]);
  await Deno.writeTextFile(out, PRELUDE + await Deno.readTextFile(out));
}
