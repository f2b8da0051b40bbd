/**
 * Bundles the Kubernetes client library into `dist/client_library.js`, which takes the place of
 * `lib/client/library.ts` in the single binary: the whole package would add 71 MB.
 *
 * @module
 */
import { run } from "./command.ts";

const OUT = "dist/client_library.js";

// What Node gives to every module and Deno only to npm's: the bundle is not npm's any more.
const PRELUDE = [
  `import{createRequire}from"node:module";`,
  `import{Buffer}from"node:buffer";`,
  `import process from"node:process";`,
  `import{clearImmediate,clearInterval,clearTimeout,setImmediate,setInterval,setTimeout}from"node:timers";`,
  `const require=createRequire(import.meta.url),global=globalThis;\n`,
].join("");

await run("deno", [
  ...["bundle", "--quiet", "--minify", "--platform", "deno"],
  ...["--output", OUT, "lib/client/library.ts"],
]);
await Deno.writeTextFile(OUT, PRELUDE + await Deno.readTextFile(OUT));
