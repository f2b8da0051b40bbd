/**
 * Work that nobody can avoid, as a program of its own: `yaml FILE`, `json FILE…` and `gunzip FILE`.
 *
 * @module
 */
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { loadAll } from "js-yaml";

const [kind, ...files] = Deno.args;
for (const file of files) {
  if (kind === "yaml") loadAll(await Deno.readTextFile(file));
  else if (kind === "json") JSON.parse(await Deno.readTextFile(file));
  else for await (const _ of createReadStream(file).pipe(createGunzip()));
}
