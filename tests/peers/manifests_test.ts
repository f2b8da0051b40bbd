/** Manifests of the Istio project are read as its own tool reads them. @module */
import { deepStrictEqual, ok } from "node:assert/strict";
import { realWorld } from "../../lib/io/mod.ts";
import { type AnyResource, loadFiles } from "../../mod.ts";
import { peerTest, shared } from "./shared.ts";

const { signal } = new AbortController();

for (const folder of ["analyzers", "files", "schema"]) {
  const path = `peer-cases/${folder}`;
  peerTest(`every document of ${path} is read, and every field is found`, path, async () => {
    const read = await loadFiles([shared(path)], { world: realWorld(), signal });
    deepStrictEqual(read.problems.filter(({ type }) => type === "unreadable"), []);
    ok(read.resources.length > 50);
    for (const { file, lines, resource } of await linesOf(read.resources)) {
      const { line = 0, column = 0 } = resource.locate(["kind"]) ?? {};
      const written = lines[line - 1]?.slice(column - 1).replace(/^["']/, "");
      ok(written?.startsWith(resource.kind), `${file}:${line}:${column}`);
    }
  });
}

async function linesOf(resources: readonly AnyResource[]) {
  const texts = new Map<string, string[]>();
  for (const { origin } of resources) {
    const file = origin?.file ?? "";
    if (!texts.has(file)) texts.set(file, (await Deno.readTextFile(file)).split("\n"));
  }
  return resources.map((resource) => {
    const file = resource.origin?.file ?? "";
    return { file, lines: texts.get(file) ?? [], resource };
  });
}
