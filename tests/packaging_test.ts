import { deepStrictEqual, doesNotMatch, strictEqual } from "node:assert/strict";
import compileConfig from "../deno.compile.json" with { type: "json" };
import config from "../deno.json" with { type: "json" };

const ROOT = new URL("../", import.meta.url);

/** In the binary bundles take the place of these files, and of the packages that they import. */
const BUNDLED = {
  "js-yaml": "./dist/js_yaml.js",
  "./lib/client/library.ts": "./dist/client_library.js",
  "./lib/fix/diff.ts": "./dist/diff.js",
  "./lib/report/graph/dagre.ts": "./dist/dagre.js",
};

Deno.test("deno.compile.json names exactly the packages that the program imports, as deno.json does", async () => {
  const imported = new Set<string>();
  for await (const file of sources(new URL("lib/", ROOT))) {
    if (Object.hasOwn(BUNDLED, file.href.replace(ROOT.href, "./"))) continue;
    for (const specifier of specifiersIn(await Deno.readTextFile(file))) imported.add(specifier);
  }
  const everything: Record<string, string> = config.imports;
  deepStrictEqual(
    compileConfig.imports,
    {
      ...Object.fromEntries([...imported].map((name) => [name, everything[name]])),
      ...BUNDLED,
    },
  );
});

Deno.test("deno.lock holds no host names, so that it serves behind every registry mirror", async () => {
  doesNotMatch(await Deno.readTextFile(new URL("deno.lock", ROOT)), /http|tarball/);
});

Deno.test("package.json has scripts only, and calls the pinned Deno", async () => {
  const { scripts, ...others } = JSON.parse(await Deno.readTextFile(new URL("package.json", ROOT)));
  deepStrictEqual(Object.keys(others).sort(), ["engines", "license", "name", "private"]);
  strictEqual(/deno@([\d.]+)/.exec(scripts.deno)?.[1], "2.7.14");
});

async function* sources(folder: URL): AsyncIterable<URL> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) yield* sources(new URL(`${name}/`, folder));
    else if (name.endsWith(".ts") && !name.endsWith("_test.ts")) yield new URL(name, folder);
  }
}

/** Names of npm packages, without `import type`, which leaves nothing behind. */
function specifiersIn(text: string): string[] {
  const imports = text.matchAll(
    /^(?:import|export) (?!type )[^;"]*?from "([^"\n]+)"|import\("([^"]+)"\)/gm,
  );
  return [...imports].map(([, fixed, lazy]) => fixed ?? lazy ?? "")
    .filter((specifier) => !/^(\.|node:)/.test(specifier));
}
