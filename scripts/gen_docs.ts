/**
 * Writes the pages that come from the program itself, or with `--check` fails where one is stale.
 *
 * @module
 */
import { fail } from "./command.ts";
import { withExcerpts } from "./docs/excerpts.ts";
import { GENERATED_FOLDERS, pages } from "./docs/pages.ts";

const isCheck = Deno.args.includes("--check");
const root = new URL("../", import.meta.url);
const wanted = new Map(await pages());
const readme = await read("README.md");
wanted.set("README.md", await withExcerpts(readme));

const stale: string[] = [];
if (!isCheck) {
  for (const folder of GENERATED_FOLDERS) {
    await Deno.mkdir(new URL(folder, root), { recursive: true });
  }
}
for (const [path, text] of wanted) {
  if (await read(path) === text) continue;
  stale.push(path);
  if (isCheck) continue;
  await Deno.writeTextFile(new URL(path, root), text);
}
for (const folder of GENERATED_FOLDERS) {
  for await (const { name } of Deno.readDir(new URL(folder, root))) {
    const path = `${folder}/${name}`;
    if (wanted.has(path)) continue;
    stale.push(path);
    if (!isCheck) await Deno.remove(new URL(path, root));
  }
}
if (isCheck && stale.length > 0) fail(`Stale, run \`deno task gen\`: ${stale.join(", ")}`);
console.log(`${wanted.size} pages, ${stale.length} ${isCheck ? "stale" : "written"}`);

async function read(path: string): Promise<string> {
  return await Deno.readTextFile(new URL(path, root)).catch(() => "");
}
