import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { CATALOG } from "../lib/cli/catalog.ts";
import { run } from "../lib/cli/mod.ts";
import { VERSION } from "../mod.ts";
import { type FakeOutside, fakeWorld } from "./fake_world.ts";

/** Runs one command line in a fake world. */
async function cli(argv: string, outside: FakeOutside = {}, signal = new AbortController().signal) {
  const { world, out } = fakeWorld(outside);
  const status = await run(argv.split(" ").filter((word) => word !== ""), { world, signal });
  return { status, ...out };
}

Deno.test("version prints the version on stdout and nothing on stderr", async () => {
  const { status, stdout, stderr } = await cli("version");
  deepStrictEqual([status, stdout, stderr], [0, `client version: ${VERSION}\n`, ""]);
  strictEqual((await cli("--version")).stdout, stdout);
});

Deno.test("an unknown command or flag exits 2, suggests the nearest and prints nothing on stdout", async () => {
  for (const [argv, suggestion] of [["verzion", "version"], ["version --shrt", "--short"]]) {
    const { status, stdout, stderr } = await cli(argv!);
    deepStrictEqual([status, stdout], [2, ""], argv);
    match(
      stderr,
      new RegExp(`^meshmedic: unknown .*\n\\(Did you mean ${suggestion}\\?\\)\n`),
      argv,
    );
  }
});

Deno.test("a flag beats the environment, which beats meshmedic.yaml, which beats the default", async () => {
  const files = { "/work/meshmedic.yaml": "version:\n  output: json\n" };
  const env = { MESHMEDIC_OUTPUT: "text" };
  match((await cli("version")).stdout, /^client/);
  match((await cli("version", { files })).stdout, /^\{/);
  match((await cli("version", { files, env })).stdout, /^client/);
  match((await cli("version -o json", { files, env })).stdout, /^\{/);
});

Deno.test("meshmedic.yaml is found above the working folder, but not outside its repository", async () => {
  const above = { "/meshmedic.yaml": "short: true" };
  strictEqual((await cli("version", { files: above })).stdout, `${VERSION}\n`);
  const outside = { ...above, "/work/.git/HEAD": "" };
  match((await cli("version", { files: outside })).stdout, /^client/);
});

Deno.test("a wrong setting exits 2 and names where it stands", async () => {
  const rows: [FakeOutside, RegExp][] = [
    [
      { env: { MESHMEDIC_OUTPUT: "pdf" } },
      /MESHMEDIC_OUTPUT="pdf": Allowed choices are text, json/,
    ],
    [
      { env: { MESHMEDIC_SHORT: "maybe" } },
      /MESHMEDIC_SHORT="maybe": it is neither true nor false/,
    ],
    [{ files: { "/work/meshmedic.yaml": "\noutput: pdf" } }, /meshmedic.yaml:2 output="pdf"/],
    [{ files: { "/work/meshmedic.yaml": "short: true\nb: [" } }, /meshmedic.yaml:2/],
    [
      { files: { "/work/meshmedic.yaml": "short: true\noutptu: json" } },
      /yaml:2 outptu: there is no flag/,
    ],
    [{ files: { "/work/meshmedic.yaml": "- a" } }, /meshmedic.yaml:1/],
  ];
  for (const [outside, expected] of rows) {
    const { status, stdout, stderr } = await cli("version", outside);
    deepStrictEqual([status, stdout], [2, ""], stderr);
    match(stderr, expected);
  }
});

Deno.test("shared flags may stand before the command", async () => {
  const { status, written, stdout } = await cli("--output-file out.txt -q version --short");
  deepStrictEqual([status, stdout, written.get("/work/out.txt")], [0, "", `${VERSION}\n`]);
});

Deno.test("help goes to stdout, names every command and exits 0", async () => {
  for (const argv of ["", "--help", "help"]) {
    const { status, stdout, stderr } = await cli(argv);
    deepStrictEqual([status, stderr], [0, ""], argv);
    match(stdout, /\n {2}version .*Print the version/);
  }
  ok((await cli("help version")).stdout.includes("Examples:\n  meshmedic version\n"));
});

Deno.test("an interrupted command exits 130", async () => {
  const interrupt = new AbortController();
  interrupt.abort();
  const { status, stderr } = await cli("version --output-file x", {}, interrupt.signal);
  deepStrictEqual([status, stderr], [130, "meshmedic: interrupted\n"]);
});

Deno.test("explain prints the manual of a code or name, and suggests the nearest", async () => {
  for (const word of ["MM-R01", "r01"]) {
    match((await cli(`explain ${word}`)).stdout, /^MM-R01 .*\n.*subset-not-defined · root cause/);
  }
  match((await cli("explain IST0101 -o markdown")).stdout, /^# IST0101/);
  const json = JSON.parse((await cli("explain MM-R01 -o json")).stdout);
  strictEqual(json[0].code, "MM-R01");
  const { status, stdout, stderr } = await cli("explain IST0l01");
  deepStrictEqual([status, stdout], [2, ""]);
  match(stderr, /Did you mean IST0101\?/);
});

Deno.test("every command shows its help with examples, and completions know every command", async () => {
  const { stdout: script } = await cli("completions bash");
  for (const { name } of CATALOG) {
    const { status, stdout } = await cli(`${name} --help`);
    strictEqual(status, 0);
    match(
      stdout,
      new RegExp(`^Usage: meshmedic ${name} (?:.|\n)*\nExamples:\n  meshmedic ${name}`),
    );
    ok(script.includes(`'${name}')`), name);
  }
});
