/** The compiled program as a user has it: in an empty environment, in another folder, without caches. @module */
import { deepStrictEqual, doesNotMatch, match, ok, strictEqual } from "node:assert/strict";
import config from "../deno.json" with { type: "json" };

const ROOT = new URL("../", import.meta.url);
const BINARY = new URL("dist/meshmedic", ROOT).pathname;
const LIMIT_BYTES = 110e6;
const decoder = new TextDecoder();

async function run(args: readonly string[]) {
  const { code, stdout, stderr } = await new Deno.Command(BINARY, {
    args: [...args],
    cwd: "/",
    clearEnv: true,
  }).output();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** Runs a line of bash in which `$M` is the binary. */
async function bash(line: string) {
  const { stdout } = await new Deno.Command("bash", {
    args: ["--norc", "-c", line],
    cwd: "/",
    clearEnv: true,
    env: { M: BINARY, PATH: "/usr/bin:/bin" },
  }).output();
  return decoder.decode(stdout);
}

function example(name: string, type = "tar.gz"): string {
  return new URL(`examples/${name}.${type}`, ROOT).pathname;
}

const QUESTION = ["--from", "sleep.client", "--to", "reviews.bookinfo:9080"];

Deno.test("the binary is no larger than 110 MB", async () => {
  const { size } = await Deno.stat(BINARY);
  ok(size <= LIMIT_BYTES, `${size} bytes`);
});

Deno.test("the binary knows its version", async () => {
  deepStrictEqual(await run(["version", "--short"]), {
    code: 0,
    stdout: `${config.version}\n`,
    stderr: "",
  });
});

Deno.test("what is no file, such as a pipe, is written to and not replaced", async () => {
  const line = '"$M" version --short --output-file /dev/fd/3 3> >(cat); wait $!; [ -p /dev/fd/1 ]';
  strictEqual(await bash(line), `${config.version}\n`);
});

Deno.test("the binary diagnoses a broken mesh and a healthy one", async () => {
  const broken = await run([
    "diagnose",
    "connectivity",
    "--snapshot",
    example("missing-subset"),
    ...QUESTION,
  ]);
  deepStrictEqual([broken.code, broken.stderr], [1, ""]);
  match(broken.stdout, /^BROKEN: .*subset/);
  ok(!broken.stdout.includes("\u001b"));
  const healthy = await run([
    "diagnose",
    "connectivity",
    "--snapshot",
    example("healthy"),
    ...QUESTION,
  ]);
  deepStrictEqual([healthy.code, healthy.stderr], [0, ""]);
});

Deno.test("the binary says in one sentence what it cannot read, without a stack trace", async () => {
  for (const path of ["/nowhere", "/etc/passwd", "/etc", "/proc/self/mem"]) {
    const args = ["diagnose", "connectivity", "--snapshot", path, ...QUESTION];
    const { code, stdout, stderr } = await run(args);
    deepStrictEqual([code, stdout], [3, ""], stderr);
    match(stderr, /^meshmedic: Cannot read .*\n/);
    doesNotMatch(stderr, /\n\s+at |file:\/\//);
    ok(!stderr.includes("\u001b"));
  }
});

Deno.test("the binary exits 2 on wrong usage", async () => {
  for (const args of [["diagnoze"], ["version", "--nope"], ["diagnose", "connectivity"]]) {
    const { code, stdout, stderr } = await run(args);
    deepStrictEqual([code, stdout], [2, ""]);
    match(stderr, /^meshmedic: /);
  }
});

Deno.test("the binary ends quietly when the reader of a pipe has enough", async () => {
  const line = `"$M" diagnose connectivity --snapshot '${example("missing-subset")}' ` +
    `${QUESTION.join(" ")} -o json 2>&1 | head -c 10 >/dev/null; echo "\${PIPESTATUS[0]}"`;
  strictEqual(await bash(line), "1\n");
});

Deno.test("the binary explains a rule with its example", async () => {
  const { code, stdout } = await run(["explain", "IST0109"]);
  strictEqual(code, 0);
  match(stdout, /\nExample\n {2}apiVersion: .*(?:.|\n)*error IST0109/);
});

Deno.test("the binary stops at an interrupt, with status 130", async () => {
  const child = new Deno.Command(BINARY, {
    args: ["analyze", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
    clearEnv: true,
  }).spawn();
  const ended = child.output();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  child.kill("SIGINT");
  const { code, stderr } = await ended;
  deepStrictEqual([code, decoder.decode(stderr)], [130, "meshmedic: interrupted\n"]);
  await child.stdin.close().catch(() => undefined);
});

Deno.test("the binary analyzes what is piped in", async () => {
  const line = `"$M" analyze - <'${example("misspelt-host", "yaml")}' 2>/dev/null; echo $?`;
  match(await bash(line), /^-:21:19: error IST0101 .*\n1\n$/);
});

Deno.test("bash completes commands, flags and values from the binary's script", async () => {
  const complete = (line: string) =>
    bash(
      `source <("$M" completions bash); COMP_WORDS=(${line}); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); ` +
        `_meshmedic; echo "\${COMPREPLY[*]}"`,
    );
  strictEqual(await complete("meshmedic diag"), "diagnose\n");
  strictEqual(await complete("meshmedic diagnose --outp"), "--output --output-file\n");
  strictEqual(await complete("meshmedic diagnose -o htm"), "html\n");
});
