/**
 * Measures commands against live clusters from the test bed, beside floors that nobody can avoid. Needs
 * `dist/meshmedic`.
 *
 * @module
 */
import { loadAll } from "js-yaml";
import { concurrently } from "../lib/core/mod.ts";
import { connect } from "../lib/client/mod.ts";
import { realWorld } from "../lib/io/mod.ts";
import { openSnapshot } from "../lib/source/mod.ts";
import { compare, HEADER, lineOf } from "./bench/comparison.ts";
import { grownConfigDump } from "./bench/config_dump.ts";
import { manifests } from "./bench/manifests.ts";
import { podName, serveManyProxies } from "./bench/live_proxies.ts";
import { run } from "./bench/process.ts";
import { createUser, EVERYTHING, type KubeObject, replay, Testbed } from "./testbed/mod.ts";

const ROOT = new URL("../", import.meta.url).pathname;
const { signal } = new AbortController();
const PODS = 1000;
/** Makes a config dump of 1 MB, as proxies of a mesh with a hundred services have it. */
const DUMP_GROWTH = 3;
const AT_ONCE = 8;
/** Each with ten objects. */
const SERVICES = 1000;
const PAGE = 500;

console.log(HEADER);
await analysis();
await using bed = await Testbed.start({ meshCrds: true });
const kubeconfig = `${bed.folder}/bench.kubeconfig`;
await Deno.writeTextFile(kubeconfig, bed.server.kubeconfig());
await capture();

/** A snapshot of many proxies. The floor asks each of them for one of its eight files, and keeps nothing. */
async function capture(): Promise<void> {
  const { recordings: [recorded] } = await openSnapshot(`${ROOT}examples/healthy.tar.gz`, {
    world: realWorld(),
    signal,
  });
  const [pod] = await recorded.list("proxies/client", signal);
  const folder = `proxies/client/${pod}`;
  const dump = grownConfigDump(
    await recorded.read(`${folder}/config_dump.json`, signal) ?? "",
    DUMP_GROWTH,
  );
  const recording = {
    ...recorded,
    read: async (path: string) =>
      path.endsWith("/config_dump.json") ? dump : await recorded.read(path, signal),
  };
  await using _proxies = await serveManyProxies(bed, { pods: PODS, recording, folder });
  const work = () =>
    run(
      `${ROOT}dist/meshmedic`,
      "snapshot",
      "capture",
      `${bed.folder}/bench.tar.gz`,
      `--kubeconfig=${kubeconfig}`,
      "--max-size=10000",
      "--max-time=1h",
    );
  const what = `snapshot capture of ${PODS} proxies`;
  const names = { what, floor: "their config dumps over port-forwards", bar: 6, barMb: 300 };
  console.log(lineOf(await compare(names, work, () => askForDumps(PODS), 1)));
}

async function askForDumps(pods: number): Promise<void> {
  const client = await connect({ world: realWorld(), kubeconfig, signal });
  const request = { method: "GET", path: "/config_dump?include_eds" } as const;
  const names = Array.from({ length: pods }, (_, i) => podName(i));
  await concurrently(names, AT_ONCE, (pod) => client.podHttp(pod, 15000, request, signal));
  await client.close();
}

/** `analyze` of ten thousand objects, beside fetching and parsing them. */
async function analysis(): Promise<void> {
  await using bed = await Testbed.start({ meshCrds: true });
  const text = manifests(SERVICES, { pods: true });
  const objects = loadAll(text) as KubeObject[];
  const { refused } = await replay(bed.server.api, objects, bed.kwok);
  if (refused.length > 0) throw new Error(refused[0]);
  const token = await createUser(bed.server, "bench", EVERYTHING);
  const kubeconfig = `${bed.folder}/kubeconfig`;
  const files = `${bed.folder}/manifests.yaml`;
  await Deno.writeTextFile(kubeconfig, bed.server.kubeconfig({ token }));
  await Deno.writeTextFile(files, text);
  const analyze = (...words: readonly string[]) =>
    run(`${ROOT}dist/meshmedic`, "analyze", ...words);
  const collections = await collectionsOf(bed, objects);
  const live = {
    what: `analyze ${objects.length} live objects`,
    floor: "their lists, parsed, and then analyze of the same files",
    bar: 1.5,
    barMb: 400,
  };
  const floor = async () => {
    await Promise.all(collections.map((path) => fetchAll(bed, path)));
    await analyze(files);
  };
  console.log(lineOf(await compare(live, () => analyze("--kubeconfig", kubeconfig), floor, 3)));
}

/** The paths under which objects of these kinds are listed. */
async function collectionsOf(
  { server: { api } }: Testbed,
  objects: readonly KubeObject[],
): Promise<readonly string[]> {
  const kinds = new Map(objects.map((object) => [`${object.apiVersion} ${object.kind}`, object]));
  const paths = await Promise.all([...kinds.values()].map((object) => api.pathOf(object)));
  return paths.map((path) => path.replace(/\/[^/]+$/, "").replace(/\/namespaces\/[^/]+\//, "/"));
}

async function fetchAll({ server: { api } }: Testbed, path: string): Promise<void> {
  let token = "";
  do {
    const { body } = await api.send("GET", `${path}?limit=${PAGE}&continue=${token}`);
    token = encodeURIComponent(body.metadata?.continue ?? "");
  } while (token !== "");
}
