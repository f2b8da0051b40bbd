import { deepStrictEqual, match, rejects, strictEqual } from "node:assert/strict";
import { fakeWorld } from "../../tests/fake_world.ts";
import type { World } from "../core/mod.ts";
import { type CommonFlags, Shell, wantsColor } from "./shell.ts";

const FLAGS: CommonFlags = {
  color: "auto",
  outputFile: undefined,
  quiet: false,
  timeout: undefined,
  verbose: false,
};
const { signal } = new AbortController();

/** A world whose clock runs as fast as it is asked to. */
function impatient(world: World): World {
  return { ...world, clock: { ...world.clock, sleep: () => Promise.resolve() } };
}

Deno.test("working() tells a person at a terminal what takes long, and wipes it away", async () => {
  const { world, out } = fakeWorld({ isTerminal: true });
  const shell = new Shell({ world: impatient(world), signal }, FLAGS);
  const slow = new Promise<string>((resolve) => setTimeout(() => resolve("done"), 5));
  strictEqual(await shell.working("Reading", slow), "done");
  deepStrictEqual([out.stderr, out.stdout], ["Reading …\r\x1b[K", ""]);
});

Deno.test("working() is silent where the job is quick, nobody looks or nobody wants to know", async () => {
  const rows: [boolean, boolean, (world: World) => World][] = [
    [true, false, (world) => world],
    [false, false, impatient],
    [true, true, impatient],
  ];
  for (const [isTerminal, quiet, change] of rows) {
    const { world, out } = fakeWorld({ isTerminal });
    const shell = new Shell({ world: change(world), signal }, { ...FLAGS, quiet });
    await shell.working("Reading", Promise.resolve());
    strictEqual(out.stderr, "");
  }
});

Deno.test("the signal of a shell ends with its time limit, and says so", async () => {
  const { world } = fakeWorld();
  const shell = new Shell({ world, signal }, { ...FLAGS, timeout: 1 });
  await rejects(
    world.clock.sleep(1_000, shell.signal),
    { code: "TIMED_OUT", message: "Cannot finish within 0.001 s" },
  );
});

Deno.test("wantsColor() listens to the flag, then NO_COLOR, then FORCE_COLOR, then the terminal", () => {
  const rows: [CommonFlags["color"], Record<string, string>, boolean, boolean][] = [
    ["auto", {}, true, true],
    ["auto", {}, false, false],
    ["auto", { TERM: "dumb" }, true, false],
    ["auto", { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
    ["auto", { NO_COLOR: "" }, true, true],
    ["auto", { FORCE_COLOR: "1" }, false, true],
    ["auto", { FORCE_COLOR: "0" }, true, false],
    ["always", { NO_COLOR: "1" }, false, true],
    ["never", { FORCE_COLOR: "1" }, true, false],
  ];
  for (const [when, env, isInteractive, expected] of rows) {
    const actual = wantsColor(when, { get: (name) => env[name] }, isInteractive);
    strictEqual(actual, expected, JSON.stringify([when, env, isInteractive]));
  }
});

Deno.test("a shell with an output file writes it whole at the end, without colours", async () => {
  const { world, out } = fakeWorld({ isTerminal: true });
  const shell = new Shell({ world, signal }, { ...FLAGS, outputFile: "out.txt" });
  await shell.print("a");
  await shell.print("b");
  strictEqual(out.written.size, 0);
  await shell.close();
  deepStrictEqual([...out.written], [["/repo/out.txt", "ab"]]);
  strictEqual(shell.style.color, false);
  match(out.stdout, /^$/);
});
