import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { CATALOG, FAMILIES } from "../lib/cli/catalog.ts";
import { run } from "../lib/cli/mod.ts";
import { type AnalysisReport, VERSION } from "../mod.ts";
import { cli } from "./cli.ts";
import { type FakeOutside, fakeWorld } from "./fake_world.ts";

Deno.test("version prints the version on stdout and nothing on stderr", async () => {
  const { status, stdout, stderr } = await cli("version");
  deepStrictEqual([status, stdout, stderr], [0, `client version: ${VERSION}\n`, ""]);
  strictEqual((await cli("--version")).stdout, stdout);
});

Deno.test("an unknown command or flag exits 2, suggests the nearest and prints nothing on stdout", async () => {
  for (
    const [argv, suggestion] of [["verzion", "version"], ["version --shrt", "--short"]] as const
  ) {
    const { status, stdout, stderr } = await cli(argv);
    deepStrictEqual([status, stdout], [2, ""], argv);
    match(
      stderr,
      new RegExp(`^meshmedic: unknown .*\n\\(Did you mean ${suggestion}\\?\\)\n`),
      argv,
    );
  }
});

Deno.test("a flag beats the environment, which beats meshmedic.yaml, which beats the default", async () => {
  const files = { "/repo/meshmedic.yaml": "version:\n  output: json\n" };
  const env = { MESHMEDIC_OUTPUT: "text" };
  match((await cli("version")).stdout, /^client/);
  match((await cli("version", { files })).stdout, /^\{/);
  match((await cli("version", { files, env })).stdout, /^client/);
  match((await cli("version -o json", { files, env })).stdout, /^\{/);
});

Deno.test("meshmedic.yaml is found above the working folder, but not outside its repository", async () => {
  const above = { "/meshmedic.yaml": "short: true" };
  strictEqual((await cli("version", { files: above })).stdout, `${VERSION}\n`);
  const outside = { ...above, "/repo/.git/HEAD": "" };
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
    [{ files: { "/repo/meshmedic.yaml": "\noutput: pdf" } }, /meshmedic.yaml:2 output="pdf"/],
    [{ files: { "/repo/meshmedic.yaml": "short: true\nb: [" } }, /meshmedic.yaml:2/],
    [
      { files: { "/repo/meshmedic.yaml": "short: true\noutptu: json" } },
      /yaml:2 outptu: there is no flag/,
    ],
    [{ files: { "/repo/meshmedic.yaml": "- a" } }, /meshmedic.yaml:1/],
  ];
  for (const [outside, expected] of rows) {
    const { status, stdout, stderr } = await cli("version", outside);
    deepStrictEqual([status, stdout], [2, ""], stderr);
    match(stderr, expected);
  }
});

Deno.test("shared flags may stand before the command", async () => {
  const { status, written, stdout } = await cli("--output-file out.txt -q version --short");
  deepStrictEqual([status, stdout, written.get("/repo/out.txt")], [0, "", `${VERSION}\n`]);
});

Deno.test("help goes to stdout, names every command and exits 0", async () => {
  for (const argv of ["", "--help", "help"]) {
    const { status, stdout, stderr } = await cli(argv);
    deepStrictEqual([status, stderr], [0, ""], argv);
    match(stdout, /\n {2}version .*Print the version/);
  }
  ok((await cli("help version")).stdout.includes("Examples:\n  meshmedic version\n"));
});

Deno.test("commands that share their first word have a help of their own, and suggest each other", async () => {
  const families = Map.groupBy(CATALOG, ({ name }) => name.split(" ", 1)[0]!);
  for (const [word, members] of families) {
    strictEqual(FAMILIES.has(word), members.some(({ name }) => name.includes(" ")), word);
  }
  const { status, stdout } = await cli("access");
  strictEqual(status, 0);
  match(stdout, /^Usage: meshmedic access <command>(?:.|\n)*\n {2}matrix {2,}\S/);
  const misspelt = await cli("access chekc");
  deepStrictEqual([misspelt.status, misspelt.stdout], [2, ""]);
  match(misspelt.stderr, /unknown command 'chekc'\n\(Did you mean check\?\)/);
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
  match((await cli("explain kia1104")).stdout, /^MM0104 /);
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

const MANIFEST = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews}
spec:
  hosts: [reviews]
  http:
    - route:
        - destination: {host: reviewz}
`;

Deno.test("analyze names file, line and column, and exits 1", async () => {
  const { status, stdout, stderr } = await cli("analyze mesh.yaml", {
    files: { "/repo/mesh.yaml": MANIFEST },
  });
  deepStrictEqual([status, stdout], [
    1,
    'mesh.yaml:8:31: error IST0101 Referenced host not found: "reviewz"\n',
  ]);
  match(stderr, /^meshmedic: 1 error in 1 object, checked by \d+ rules\n$/);
});

Deno.test("analyze reads what is piped in, and shows the lines to a person at a terminal", async () => {
  const outside = { stdin: MANIFEST, isTerminal: true };
  match(
    (await cli("analyze - --color never", outside)).stdout,
    /\n {2}8 \| .*reviewz\}\n {4}\| +\^{7}\n/,
  );
  ok((await cli("analyze -", outside)).stdout.includes("\u001b[31m"));
});

Deno.test("analyze speaks to GitHub inside of Actions, unless a format is named", async () => {
  const outside = { stdin: MANIFEST, env: { GITHUB_ACTIONS: "true" } };
  match((await cli("analyze -", outside)).stdout, /^::error file=-,line=8,col=31,title=IST0101/);
  match((await cli("analyze - -o json", outside)).stdout, /^\{/);
});

Deno.test("analyze reports a document that does not parse, and analyzes the others", async () => {
  const { status, stdout } = await cli("analyze -", { stdin: `a: [\n---\n${MANIFEST}` });
  strictEqual(status, 1);
  match(stdout, /^-:2:1: error MM0002 The document does not parse.*\n-:10:31: error IST0101/);
});

Deno.test("analyze keeps the order of keys of the contract", async () => {
  const { stdout } = await cli("analyze - -o json", { stdin: MANIFEST });
  const report: AnalysisReport = JSON.parse(stdout);
  deepStrictEqual(
    Object.keys(report).filter((key) => !["suppressed", "ignored"].includes(key)),
    ["kind", "version", "takenAt", "source", "summary", "findings", "gaps", "skipped"],
  );
  deepStrictEqual(Object.keys(report.findings[0]!).slice(0, 9), [
    "code",
    "name",
    "severity",
    "message",
    "resource",
    "path",
    "location",
    "documentation",
    "fingerprint",
  ]);
});

Deno.test("analyze runs the rules that are selected, and takes the clusters that are named", async () => {
  const outside = { stdin: MANIFEST, files: { "/repo/west.yaml": MANIFEST } };
  strictEqual((await cli("analyze - --exclude IST0101", outside)).status, 0);
  strictEqual((await cli("analyze - --only destination-host-not-found", outside)).status, 1);
  const { stdout } = await cli("analyze --cluster west=west.yaml -o json", outside);
  strictEqual(JSON.parse(stdout).findings[0].resource.cluster, "west");
  match((await cli("analyze --list-rules")).stdout, /^CODE +SEVERITY .*\nMM0|IST/);
});

Deno.test("analyze refuses what it cannot analyze with a hint and nothing on stdout", async () => {
  const files = { "/repo/mesh.yaml": MANIFEST, "/repo/config.yaml": "a: [" };
  const rows: [string, number, RegExp][] = [
    ["analyze", 2, /Name files or folders/],
    ["analyze mesh.yaml --snapshot mesh.yaml", 2, /files and a snapshot at once/],
    ["analyze nowhere.yaml", 3, /Cannot read "nowhere.yaml": no such file/],
    ["analyze mesh.yaml --only IST0l01", 2, /Did you mean IST0101\?/],
    ["analyze mesh.yaml --cluster west", 2, /NAME=PATH/],
    ["analyze mesh.yaml --meshConfigFile config.yaml", 3, /"config.yaml:1"/],
    ["analyze mesh.yaml --meshConfigFile nowhere.yaml", 3, /no such file/],
  ];
  for (const [argv, expected, message] of rows) {
    const { status, stdout, stderr } = await cli(argv, { files });
    deepStrictEqual([status, stdout], [expected, ""], argv);
    match(stderr, message);
  }
});

Deno.test("a defect of the program ends with one sentence and exit status 3, never with a stack", async () => {
  const { world, out } = fakeWorld({ files: { "/repo/mesh.yaml": MANIFEST } });
  const read = () => Promise.reject(new TypeError("x is not a function"));
  const broken = { ...world, fs: { ...world.fs, read } };
  const { signal } = new AbortController();
  strictEqual(await run(["analyze", "mesh.yaml"], { world: broken, signal }), 3);
  deepStrictEqual([out.stdout, out.stderr.split("\n")], ["", [
    "meshmedic: defect in meshmedic: TypeError: x is not a function",
    '  Please report it with the command line and the output of "meshmedic version".',
    "",
  ]]);
});
