import { deepStrictEqual, ok } from "node:assert/strict";
import config from "../deno.json" with { type: "json" };

const ROOT = new URL("../", import.meta.url);

async function text(path: string): Promise<string> {
  return await Deno.readTextFile(new URL(path, ROOT));
}

Deno.test("the decision about dependencies has a sentence about each of them", async () => {
  const decision = await text("docs/adr/0005-dependencies.md");
  for (const name of Object.keys(config.imports)) {
    ok(decision.includes(`\`${name.replace(/\/$/, "")}\``), name);
  }
});

Deno.test("ARCHITECTURE names every folder of lib", async () => {
  const page = await text("docs/ARCHITECTURE.md");
  for await (const { name } of Deno.readDir(new URL("lib/", ROOT))) {
    ok(page.includes(`lib/${name}/ `), name);
  }
});

Deno.test("README names exactly the permissions that the binary is compiled with", async () => {
  const flags = (source: string) => [...new Set(source.match(/--allow-\w+/g))].sort();
  deepStrictEqual(flags(await text("README.md")), flags(config.tasks.compile.command));
});

Deno.test("pages link only to files that are there", async () => {
  for (const page of ["README.md", "docs/ARCHITECTURE.md"]) {
    for (const [, path = ""] of (await text(page)).matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      ok(await Deno.stat(new URL(path, new URL(page, ROOT))), `${page}: ${path}`);
    }
  }
});
