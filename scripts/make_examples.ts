/**
 * Makes a small example out of a recorded mesh: `deno task make:example CAPTURE.tar.gz NAME`. Leaves
 * out what only repeats other files (statistics in Prometheus' format, the list of extensions compiled
 * into each Envoy), and writes JSON without white space. The same capture gives the same bytes.
 *
 * @module
 */
import { fail, run } from "./command.ts";

const LEFT_OUT = /\/stats\.prom$/;
const LIMIT_BYTES = 300_000;

const [capture, name] = Deno.args;
if (capture === undefined || name === undefined || !/^[a-z-]+$/.test(name)) {
  fail("Usage: deno task make:example CAPTURE.tar.gz NAME");
}
const example = new URL(`../examples/${name}.tar.gz`, import.meta.url).pathname;
const folder = await Deno.makeTempDir();
try {
  await run("tar", ["-xzf", capture, "-C", folder]);
  await slim(folder);
  await run("tar", [
    "--sort=name",
    "--mtime=@0",
    "--owner=0",
    "--group=0",
    "--numeric-owner",
    "--use-compress-program=gzip -9n",
    "-cf",
    example,
    "-C",
    folder,
    ".",
  ]);
} finally {
  await Deno.remove(folder, { recursive: true });
}
const { size } = await Deno.stat(example);
console.log(`${example}: ${size} bytes`);
if (size > LIMIT_BYTES) fail(`An example may have ${LIMIT_BYTES} bytes`);

async function slim(directory: string): Promise<void> {
  for await (const { name, isDirectory } of Deno.readDir(directory)) {
    const path = `${directory}/${name}`;
    if (isDirectory) await slim(path);
    else if (LEFT_OUT.test(path)) await Deno.remove(path);
    else if (name.endsWith(".json")) await compact(path);
  }
}

/** Some files of a capture are empty or hold what a failing endpoint answered: they stay as they are. */
async function compact(path: string): Promise<void> {
  const text = await Deno.readTextFile(path);
  try {
    const withoutExtensions = (key: string, value: unknown) =>
      key === "extensions" && Array.isArray(value) ? undefined : value;
    await Deno.writeTextFile(path, JSON.stringify(JSON.parse(text, withoutExtensions)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
}
