/**
 * Bundles the program for the single binary: a few files are read faster than a thousand, and of packages
 * only what is used is taken. What is loaded on use stays a file of its own.
 *
 * @module
 */
import { run } from "./command.ts";

// Two levels below the root, as the folders in lib/ are: files are found from there.
const OUT = "dist/program";

// What Node gives to every module and Deno only to npm's: in a bundle these are not npm's any more.
const PRELUDE = [
  `import{createRequire}from"node:module";`,
  `import{Buffer}from"node:buffer";`,
  `import process from"node:process";`,
  `import{clearImmediate,clearInterval,clearTimeout,setImmediate,setInterval,setTimeout}from"node:timers";`,
  `const require=createRequire(import.meta.url),global=globalThis;\n`,
].join("");

await Deno.remove(OUT, { recursive: true }).catch(() => {});
await run("deno", [
  ...["bundle", "--quiet", "--minify", "--platform", "deno", "--code-splitting"],
  ...["--outdir", OUT, "main.ts"],
]);
for await (const { name } of Deno.readDir(OUT)) {
  const path = `${OUT}/${name}`;
  await Deno.writeTextFile(path, PRELUDE + await Deno.readTextFile(path));
}
