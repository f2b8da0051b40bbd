/** Golden texts: `tests/__snapshots__/NAME`, rewritten by `deno task test:update`. @module */
import { strictEqual } from "node:assert/strict";

/** Fails when `text` is not what the file of that name holds. */
export async function matchesSnapshot(name: string, text: string): Promise<void> {
  const file = new URL(`./__snapshots__/${name}`, import.meta.url);
  if (Deno.args.includes("--update")) {
    await Deno.mkdir(new URL(".", file), { recursive: true });
    await Deno.writeTextFile(file, text);
  }
  strictEqual(text, await Deno.readTextFile(file), `${name} differs: deno task test:update`);
}
