/**
 * Real parts on loopback for end-to-end tests: etcd, the Kubernetes API server, its controllers,
 * kwok's nodes, Envoy and Prometheus. Each installs itself where it is missing.
 *
 * @module
 */

import { ApiServer } from "./kubernetes/api_server.ts";
import { startControllerManager } from "./kubernetes/controller_manager.ts";
import { installMeshCrds } from "./kubernetes/crds.ts";
import { type Etcd, startEtcd } from "./etcd.ts";
import { Kwok } from "./kwok.ts";

export * from "./kubernetes/api_server.ts";
export { Unavailable } from "./cache.ts";
export * from "./kubernetes/certificates.ts";
export * from "./envoy.ts";
export * from "./etcd.ts";
export * from "./fault_proxy.ts";
export * from "./kubernetes/kube_api.ts";
export * from "./kubernetes/kubeconfig.ts";
export { installKubernetes } from "./kubernetes/binaries.ts";
export * from "./kwok.ts";
export { freePort } from "./process.ts";
export * from "./prometheus.ts";
export * from "./recorded_mesh.ts";
export * from "./kubernetes/replay.ts";
export * from "./kubernetes/users.ts";

/** What a test wants of its cluster. */
export interface TestbedOptions {
  /** Whether it knows Istio's and the Gateway API's kinds. */
  readonly meshCrds?: boolean;
  /** Controllers to run; default: those that touch no object of a recording. */
  readonly controllers?: readonly string[];
  /** The store of another cluster, to share it; its owner ends it. */
  readonly etcd?: Etcd;
}

/** A cluster of a test's own. Disposing of it ends every process. */
export class Testbed implements AsyncDisposable {
  private constructor(
    /** Files and logs. */
    readonly folder: string,
    readonly etcd: Etcd,
    readonly server: ApiServer,
    readonly kwok: Kwok,
    readonly parts: AsyncDisposableStack,
  ) {}

  /** Starts a cluster with one node, `node-0`. */
  static async start(options: TestbedOptions = {}): Promise<Testbed> {
    const folder = await Deno.makeTempDir({
      prefix: "meshmedic-testbed-",
      ...(Deno.env.has(FOLDER) ? { dir: Deno.env.get(FOLDER) ?? "" } : {}),
    });
    await using parts = new AsyncDisposableStack();
    const etcd = options.etcd ?? parts.use(await startEtcd(folder));
    const server = parts.use(await ApiServer.start(folder, etcd));
    parts.use(await startControllerManager(server, options.controllers));
    const kwok = parts.use(await Kwok.start(server));
    if (options.meshCrds === true) await installMeshCrds(server.api);
    await kwok.addNode("node-0");
    return new Testbed(folder, etcd, server, kwok, parts.move());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.parts.disposeAsync();
  }
}

/** Names the folder under which `deno task e2e` wants all files, so that it can remove them. */
export const FOLDER = "MESHMEDIC_TESTBED_FOLDER";

/** Names the parts that this machine cannot provide, after `deno task e2e` found out. */
export const MISSING = "MESHMEDIC_TESTBED_MISSING";

/** Whether a test that needs a part must be skipped: `Deno.test({ ignore: lacks("envoy"), … })`. */
export function lacks(part: string): boolean {
  return (Deno.env.get(MISSING) ?? "").split(",").includes(part);
}
