import assert from "node:assert/strict";
import { formatPath } from "../../lib/core/mod.ts";
import { loadSchemas } from "../../lib/schema/mod.ts";
import { parseManifests } from "../../lib/source/mod.ts";
import { peerTest, shared } from "./shared.ts";

const FOLDER = "peer-cases/schema/crds";

peerTest("schemas reject what the API server rejects, and nothing else", FOLDER, async () => {
  const catalog = await loadSchemas();
  const wrong: string[] = [];
  for await (const { name: file } of Deno.readDir(shared(FOLDER))) {
    const text = await Deno.readTextFile(`${shared(FOLDER)}/${file}`);
    const { resources, problems } = parseManifests(text, file);
    assert.deepEqual(problems, []);
    for (const { identifier, apiVersion, name, written } of resources) {
      const { _err: expected, ...object } = written as { _err?: string };
      const found = catalog.get(identifier, apiVersion)?.validate(object);
      assert.ok(found, `${apiVersion} ${identifier} has a schema`);
      if (found.length > 0 === (expected !== undefined)) continue;
      const reasons = found.map(({ path, message }) => `${formatPath(path)}: ${message}`);
      wrong.push(`${file} ${name}: ${expected ?? reasons.join("; ")}`);
    }
  }
  assert.deepEqual(wrong, []);
});
