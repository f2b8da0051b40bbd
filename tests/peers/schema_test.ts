import assert from "node:assert/strict";
import { loadAll } from "js-yaml";
import { formatPath } from "../../lib/core/mod.ts";
import { parseApiVersion, schemas } from "../../lib/mesh/mod.ts";
import { loadSchemas } from "../../lib/schema/mod.ts";
import { peerTest, shared } from "./shared.ts";

interface Document {
  _err?: string;
  apiVersion: string;
  kind: string;
  metadata: { name: string };
}

const FOLDER = "peer-cases/schema/crds";

peerTest("schemas reject what the API server rejects, and nothing else", FOLDER, async () => {
  const catalog = await loadSchemas();
  const wrong: string[] = [];
  for await (const { file, document } of documents()) {
    const { _err: expected, ...object } = document;
    const { apiVersion, kind, metadata } = object;
    const known = schemas.get({ ...parseApiVersion(apiVersion), kind });
    const schema = known && catalog.get(known.identifier, apiVersion);
    assert.ok(schema, `${apiVersion} ${kind} has a schema`);
    const found = schema.validate(object).map(({ path, message }) =>
      `${formatPath(path)}: ${message}`
    );
    if (found.length > 0 === (expected !== undefined)) continue;
    wrong.push(`${file} ${metadata.name}: ${expected ?? found.join("; ")}`);
  }
  assert.deepEqual(wrong, []);
});

async function* documents(): AsyncIterable<{ file: string; document: Document }> {
  for await (const { name: file } of Deno.readDir(shared(FOLDER))) {
    const text = await Deno.readTextFile(`${shared(FOLDER)}/${file}`);
    for (const document of loadAll(text) as (Document | null)[]) {
      if (document) yield { file, document };
    }
  }
}
