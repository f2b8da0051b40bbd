/** etcd, the store behind the API server. */

import { debianProgram, exists } from "./cache.ts";
import { freePort, Process } from "./process.ts";

/** A running etcd. */
export interface Etcd extends AsyncDisposable {
  readonly url: string;
}

/** The path of etcd: of `KUBEBUILDER_ASSETS`, or Debian's. */
export async function installEtcd(): Promise<string> {
  const asset = `${Deno.env.get("KUBEBUILDER_ASSETS") ?? "/nonexistent"}/etcd`;
  return await exists(asset) ? asset : await debianProgram("etcd", "etcd", "etcd-server");
}

/** Starts etcd with an empty store in `folder`; it promises no durability, so that it is quick. */
export async function startEtcd(folder: string): Promise<Etcd> {
  const url = `http://127.0.0.1:${freePort()}`;
  const peer = `http://127.0.0.1:${freePort()}`;
  const process = await Process.start({
    name: "etcd",
    command: await installEtcd(),
    // deno-fmt-ignore
    args: [
      "--data-dir", `${folder}/etcd`, "--unsafe-no-fsync",
      "--listen-client-urls", url, "--advertise-client-urls", url,
      "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer,
      "--initial-cluster", `default=${peer}`,
    ],
    folder,
    isReady: async () => {
      const response = await fetch(`${url}/health`);
      return (await response.json()).health === "true";
    },
    readySeconds: 20,
  });
  return { url, [Symbol.asyncDispose]: () => process.stop() };
}
