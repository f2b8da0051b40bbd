/**
 * Measures commands against live clusters from the test bed, beside floors that nobody can avoid. Needs
 * `dist/meshmedic`.
 *
 * @module
 */
import { concurrently } from "../lib/core/mod.ts";
import { connect } from "../lib/client/mod.ts";
import { realWorld } from "../lib/io/mod.ts";
import { openSnapshot } from "../lib/source/mod.ts";
import { compare, HEADER, lineOf } from "./bench/comparison.ts";
import { grownConfigDump } from "./bench/config_dump.ts";
import { podName, serveManyProxies } from "./bench/live_proxies.ts";
import { run } from "./bench/process.ts";
import { Testbed } from "./testbed/mod.ts";

const ROOT = new URL("../", import.meta.url).pathname;
const { signal } = new AbortController();
const PODS = 1000;
/** Makes a config dump of 1 MB, as proxies of a mesh with a hundred services have it. */
const DUMP_GROWTH = 3;
const AT_ONCE = 8;

console.log(HEADER);
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
