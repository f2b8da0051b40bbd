/** What the program touches when it is not asked about a cluster, as Deno's audit of permissions tells. @module */
import { deepStrictEqual, ok } from "node:assert/strict";
import { CATALOG } from "../lib/cli/catalog.ts";
import { readingCommands } from "../tests/e2e/reading_commands.ts";

const ROOT = new URL("../", import.meta.url);
const PROGRAM = new URL("dist/program/main.js", ROOT).pathname;
const BROKEN = example("missing-subset.tar.gz");
const MANIFEST = example("misspelt-host.yaml");

function example(name: string): string {
  return new URL(`examples/${name}`, ROOT).pathname;
}

/** Commands about recordings, files and nothing at all. */
async function offlineCommands(folder: string): Promise<readonly string[][]> {
  const write = async (text: string, suffix = "") => {
    const file = await Deno.makeTempFile({ dir: folder, suffix });
    await Deno.writeTextFile(file, text);
    return file;
  };
  const recorded = (await readingCommands(write)).map((argv) => [...argv, "--snapshot", BROKEN]);
  const token = await write("eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln");
  const log = await write('[2026-01-01T00:00:00.000Z] "GET / HTTP/1.1" 503 NC - - "-" 0 0 0 -\n');
  return [
    ...recorded,
    ["analyze", MANIFEST, "--report", `sarif=${folder}/findings.sarif`],
    ["analyze", MANIFEST, "--output-file", `${folder}/findings.txt`],
    ["fix", MANIFEST],
    ["graph", "-f", MANIFEST, "-o", "html"],
    ["logs", log],
    ["bootstrap", "sleep.client", "--snapshot", BROKEN],
    ["explain", "IST0101"],
    ["completions", "bash"],
    ["jwt", "inspect", token],
    ["version", "--remote=false"],
    ["snapshot", "inspect", BROKEN],
    ["snapshot", "diff", BROKEN, example("healthy.tar.gz")],
    ["snapshot", "redact", BROKEN, `${folder}/redacted.tar.gz`, "--names-file", `${folder}/names`],
    ["snapshot", "reveal", `${folder}/names`, log],
  ];
}

/** Hosts that a command line asks for, allowed or not. It may write below `folder` alone, and run nothing. */
async function hostsAsked(argv: readonly string[], folder: string): Promise<readonly string[]> {
  const audit = await Deno.makeTempFile({ dir: folder });
  const rights = ["--no-prompt", "--allow-read", "--allow-env", `--allow-write=${folder}`];
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", ...rights, PROGRAM, ...argv],
    env: { DENO_AUDIT_PERMISSIONS: audit, KUBECONFIG: "/nowhere" },
    stdin: "null",
  }).output();
  const talk = new TextDecoder().decode(stderr);
  ok(code < 2 || /no configuration type/.test(talk), `${argv.join(" ")}: ${talk}`);
  const used = (await Deno.readTextFile(audit)).trim().split("\n").map((line) => JSON.parse(line));
  ok(used.length > 1, "nothing was audited");
  return used.filter(({ permission }) => permission === "net").map(({ value }) => value);
}

Deno.test("no command about recordings and files opens a socket or writes what it was not told", async () => {
  const folder = await Deno.makeTempDir();
  const before = await Array.fromAsync(Deno.readDir(new URL("examples/", ROOT)));
  try {
    const commands = await offlineCommands(folder);
    const named = new Set(commands.map((argv) => argv.join(" ")));
    // It asks a running proxy, which no recording has.
    const live = ["proxy-config log", "snapshot capture"];
    for (const { name } of CATALOG) {
      const isTried = [...named].some((line) => line.startsWith(name)) || live.includes(name);
      ok(isTried, `${name} is not tried`);
    }
    for (const argv of commands) {
      deepStrictEqual(await hostsAsked(argv, folder), [], argv.join(" "));
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  deepStrictEqual(await Array.fromAsync(Deno.readDir(new URL("examples/", ROOT))), before);
});
