/**
 * Measures what users wait for beside floors that nobody can avoid, and prints the ratios: the same on fast
 * and slow machines. What is measured is `dist/meshmedic`, where `deno task compile` has built it, else the
 * program from its sources.
 *
 * @module
 */
import { compare, HEADER, lineOf, type Names, type Work } from "./bench/comparison.ts";
import { grownConfigDump } from "./bench/config_dump.ts";
import { manifests } from "./bench/manifests.ts";
import { run } from "./bench/process.ts";
import { filesOf, type Growth, writeArchive, writeFolder } from "./bench/recording.ts";

const ROOT = new URL("../", import.meta.url).pathname;
const BINARY = `${ROOT}dist/meshmedic`;
const EXAMPLE = `${ROOT}examples/healthy.tar.gz`;
const ROUNDS = 3;
const SERVICES = 3725;
const SERVICES_WITH_PODS = 3540;
const DUMP_GROWTH = 290;
/** Each copy has four Services and six proxies. */
const COPIES = 200;

const isBuilt = await Deno.stat(BINARY).then(() => true, () => false);
const folder = await Deno.makeTempDir();
try {
  console.log(
    `Measured: ${isBuilt ? "dist/meshmedic" : "main.ts; deno task compile builds the binary"}`,
  );
  console.log(HEADER);
  await analysis();
  await configDump();
  await recording();
  await start();
} finally {
  await Deno.remove(folder, { recursive: true });
}

async function print(names: Names, work: Work, floor: Work, rounds = ROUNDS): Promise<void> {
  console.log(lineOf(await compare(names, work, floor, rounds)));
}

function meshmedic(...words: readonly string[]): Work {
  if (isBuilt) return () => run(BINARY, ...words);
  const permissions = ["--no-prompt", "--allow-read", "--allow-env"];
  return () => run(Deno.execPath(), "run", ...permissions, `${ROOT}main.ts`, ...words);
}

function floor(kind: "yaml" | "json" | "gunzip", ...files: readonly string[]): Work {
  const program = `${ROOT}scripts/bench/floor.ts`;
  return () => run(Deno.execPath(), "run", "--allow-read", "--allow-env", program, kind, ...files);
}

async function analysis(): Promise<void> {
  const write = async (services: number, pods: boolean) => {
    const file = `${folder}/${services}.yaml`;
    const text = manifests(services, { pods });
    await Deno.writeTextFile(file, text);
    const objects = text.match(/^kind:/gm)!.length;
    return { file, size: `${objects} objects, ${(text.length / 1e6).toFixed(0)} MB` };
  };
  const judge = async (services: number, pods: boolean) => {
    const { file, size } = await write(services, pods);
    const names = { what: `analyze ${size}`, floor: "js-yaml loads them", bar: 2.1, barMb: 400 };
    await print(names, meshmedic("analyze", file), floor("yaml", file));
    return file;
  };
  const once = await judge(SERVICES, false);
  await judge(SERVICES_WITH_PODS, true);
  const twice = await write(2 * SERVICES, false);
  const names = { what: `analyze ${twice.size}`, floor: "half as many objects", bar: 2.3 };
  await print(names, meshmedic("analyze", twice.file), meshmedic("analyze", once));
}

async function configDump(): Promise<void> {
  const [, dump] = [...await filesOf(EXAMPLE)].find(([path]) => path.endsWith("config_dump.json"))!;
  const text = grownConfigDump(new TextDecoder().decode(dump), DUMP_GROWTH);
  const file = `${folder}/config_dump.json`;
  await Deno.writeTextFile(file, text);
  const what = `proxy-config cluster of ${(text.length / 1e6).toFixed(0)} MB`;
  const names = { what, floor: "JSON.parse of it", bar: 2, barMb: 600 };
  await print(names, meshmedic("proxy-config", "cluster", "--file", file), floor("json", file));
}

async function recording(): Promise<void> {
  const growth = { from: EXAMPLE, namespace: "bookinfo", network: "10.200." };
  const write = async (copies: number) => {
    const archive = `${folder}/${copies}.tar.gz`;
    await writeArchive(archive, { ...growth, copies } satisfies Growth);
    return archive;
  };
  const [opened, half, whole] = [
    `${folder}/recording`,
    await write(COPIES / 2),
    await write(COPIES),
  ];
  await writeFolder(opened, { ...growth, copies: COPIES });
  const resources = await namesIn(`${opened}/resources`);
  const dumps = (await namesIn(`${opened}/proxies`))
    .filter((path) => path.endsWith("config_dump.json"));
  const size = `${4 * COPIES} services`;
  const ask = (snapshot: string) =>
    meshmedic(
      ...["diagnose", "connectivity", "--snapshot", snapshot],
      ...["--from", "productpage.bookinfo-7", "--to", "reviews.bookinfo-7:9080"],
    );
  await print(
    {
      what: `one pair in a folder of ${size}`,
      floor: "JSON.parse of its objects",
      bar: 5,
      barMb: 400,
    },
    ask(opened),
    floor("json", ...resources),
  );
  await print(
    { what: `one pair in an archive of ${size}`, floor: "gunzip of it", bar: 5, barMb: 400 },
    ask(whole),
    floor("gunzip", whole),
  );
  await print(
    { what: `one pair in an archive of ${size}`, floor: "half as many services", bar: 2.3 },
    ask(whole),
    ask(half),
  );
  await print(
    { what: `diagnose all of ${size}`, floor: "JSON.parse of config dumps", bar: 3, barMb: 600 },
    meshmedic("diagnose", "all", "--snapshot", opened),
    floor("json", ...dumps),
  );
}

async function namesIn(path: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(path)) {
    if (isDirectory) names.push(...await namesIn(`${path}/${name}`));
    else names.push(`${path}/${name}`);
  }
  return names;
}

async function start(): Promise<void> {
  const hello = isBuilt ? await compiledHello() : undefined;
  if (!hello) {
    console.log(
      "start is not measured: deno task compile first, with $DENORT_BIN where it needs one",
    );
    return;
  }
  const names = { what: "start", floor: "a compiled hello world", bar: 1.5 };
  await print(
    names,
    () => run(BINARY, "version", "--short"),
    () => run(hello),
    20,
  );
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
  return success ? program : undefined;
}
