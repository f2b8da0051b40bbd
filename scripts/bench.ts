/**
 * Measures what users wait for beside floors that nobody can avoid, and prints the ratios: the same on fast
 * and slow machines. Needs `dist/meshmedic` for the last one.
 *
 * @module
 */
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { loadAll } from "js-yaml";
import { analyze, documentRules, rules, selectRules } from "../lib/diagnose/mod.ts";
import { realWorld } from "../lib/io/mod.ts";
import { Mesh } from "../lib/mesh/mod.ts";
import { parseConfigDump } from "../lib/proxy/mod.ts";
import { loadSchemas } from "../lib/schema/mod.ts";
import { openSnapshot, parseManifests } from "../lib/source/mod.ts";
import { compare, type Comparison, lineOf } from "./bench/comparison.ts";
import { grownConfigDump } from "./bench/config_dump.ts";
import { manifests } from "./bench/manifests.ts";
import { filesOf, writeRecording } from "./bench/recording.ts";

const ROOT = new URL("../", import.meta.url).pathname;
const EXAMPLE = `${ROOT}examples/healthy.tar.gz`;
const SERVICES = 3300;
const PROXIES = 300;
const DUMP_GROWTH = 60;

const folder = await Deno.makeTempDir();
try {
  console.log(`${"".padEnd(44)}      time     floor   ratio   bar`);
  await manifestsAndRules();
  await configDump();
  await snapshot();
  await start();
} finally {
  await Deno.remove(folder, { recursive: true });
}

function print(comparison: Comparison): void {
  console.log(lineOf(comparison));
}

async function manifestsAndRules(): Promise<void> {
  const text = manifests(SERVICES);
  const size = `${(text.length / 1e6).toFixed(0)} MB of manifests`;
  const floor = "js-yaml loads them";
  const read = () => parseManifests(text, "mesh.yaml");
  print(await compare({ what: `read ${size}`, floor, bar: 2.1 }, read, () => loadAll(text)));
  const now = new Date();
  const schemas = await loadSchemas();
  const selected = selectRules([...documentRules, ...rules], {});
  const judge = () => {
    const { resources } = read();
    const written = { resources, schemas };
    const source = { type: "files", detail: "" } as const;
    return analyze(new Mesh(resources), selected, { now, source, written });
  };
  print(await compare({ what: `analyze ${size}`, floor, bar: 2.1 }, judge, () => loadAll(text)));
}

async function configDump(): Promise<void> {
  const [, dump] = [...await filesOf(EXAMPLE)].find(([path]) => path.endsWith("config_dump.json"))!;
  const text = grownConfigDump(new TextDecoder().decode(dump), DUMP_GROWTH);
  const what = `read a config dump of ${(text.length / 1e6).toFixed(0)} MB`;
  const names = { what, floor: "JSON.parse of it", bar: 2.9 };
  const read = () => {
    const { clusters, listeners, routes, endpoints } = parseConfigDump(text);
    return [clusters, listeners, routes, endpoints];
  };
  print(await compare(names, read, () => JSON.parse(text)));
}

async function snapshot(): Promise<void> {
  const path = `${folder}/recording.tar.gz`;
  await writeRecording(EXAMPLE, path, PROXIES);
  const { signal } = new AbortController();
  const open = () => openSnapshot(path, { world: realWorld(), signal });
  const unzip = async () => {
    for await (const _ of createReadStream(path).pipe(createGunzip()));
  };
  const names = { what: `open a recording of ${PROXIES} proxies`, floor: "gunzip of it", bar: 3 };
  print(await compare(names, open, unzip, 3));
}

async function start(): Promise<void> {
  const hello = await compiledHello();
  if (!hello) return;
  const run = (program: string, ...args: string[]) => async () => {
    const { success } = await new Deno.Command(program, { args, stdout: "null" }).output();
    if (!success) throw new Error(`${program} failed`);
  };
  const names = { what: "start", floor: "a compiled hello world", bar: 1.5 };
  print(await compare(names, run(`${ROOT}dist/meshmedic`, "version", "--short"), run(hello), 20));
}

/** A program that prints a word, compiled as `dist/meshmedic` was. */
async function compiledHello(): Promise<string | undefined> {
  const source = `${folder}/hello.ts`;
  const program = `${folder}/hello`;
  await Deno.writeTextFile(source, 'console.log("hello");\n');
  const { success } = await new Deno.Command("deno", {
    args: ["compile", "--quiet", "--no-code-cache", "--output", program, source],
    stderr: "null",
  }).output();
  const isBuilt = await Deno.stat(`${ROOT}dist/meshmedic`).then(() => true, () => false);
  if (success && isBuilt) return program;
  console.log(
    "start is not measured: deno task compile first, with $DENORT_BIN where it needs one",
  );
  return undefined;
}
