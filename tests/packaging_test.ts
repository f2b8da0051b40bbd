import { deepStrictEqual, doesNotMatch, strictEqual } from "node:assert/strict";

const ROOT = new URL("../", import.meta.url);

Deno.test("the decision about dependencies names every package that the program imports", async () => {
  const decision = await Deno.readTextFile(new URL("docs/adr/0005-dependencies.md", ROOT));
  const imported = new Set<string>();
  for await (const file of sources(new URL("lib/", ROOT))) {
    for (const specifier of specifiersIn(await Deno.readTextFile(file))) imported.add(specifier);
  }
  deepStrictEqual([...imported].filter((name) => !decision.includes(`\`${name}\``)), []);
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
