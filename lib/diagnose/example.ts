import type { Manual, World } from "../core/mod.ts";

/** The examples that the tests of rules run; the binary carries them with it. */
const FOLDER = new URL("../../tests/rules/", import.meta.url).pathname;
const LIMIT_BYTES = 100_000;

/** Manuals with the example of each rule: a manifest, and what is said about it. */
export async function withExamples(
  manuals: readonly Manual[],
  { world: { fs }, signal }: {
    readonly world: Pick<World, "fs">;
    readonly signal: AbortSignal;
  },
): Promise<readonly Manual[]> {
  const read = async (path: string) =>
    new TextDecoder().decode(await fs.read(path, LIMIT_BYTES, signal));
  return await Promise.all(manuals.map(async (manual) => {
    const file = `${FOLDER}${manual.code}/${manual.name}`;
    if (await fs.stat(`${file}.yaml`) === undefined) return manual;
    const [manifest, says] = await Promise.all([read(`${file}.yaml`), read(`${file}.out`)]);
    return { ...manual, example: { manifest, says } };
  }));
}
