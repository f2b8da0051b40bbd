import { run } from "../lib/cli/mod.ts";
import { type FakeOutput, type FakeOutside, fakeWorld } from "./fake_world.ts";

/** Runs one command line in a fake world; its words must hold no blanks. */
export async function cli(
  argv: string,
  outside: FakeOutside = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<FakeOutput & { readonly status: number }> {
  const { world, out } = fakeWorld(outside);
  const status = await run(argv.split(" ").filter((word) => word !== ""), { world, signal });
  return { status, ...out };
}
