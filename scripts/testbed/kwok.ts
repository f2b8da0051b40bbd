/** kwok: nodes and pods that become Ready without containers, and the kubelet in front of them. */

import type { ApiServer } from "./kubernetes/api_server.ts";
import { goModule } from "../gen/go_module.ts";
import { cacheFolder, exists, goBuild, run } from "./cache.ts";
import type { KubeObject } from "./kubernetes/kube_api.ts";
import { applyAll, customResourceDefinitions } from "./kubernetes/crds.ts";
import { freePort, Process } from "./process.ts";

const MODULE = "sigs.k8s.io/kwok";
const VERSION = "v0.8.0";

/** The label of the nodes whose pods kwok makes Ready. */
const MANAGED = "testbed.meshmedic/kwok";

/** How nodes and pods live: kwok brings these as examples and has none built in. */
const STAGES = [
  "node/fast/node-initialize",
  "node/heartbeat-with-lease/node-heartbeat-with-lease",
  "pod/fast/pod-ready",
  "pod/fast/pod-complete",
  "pod/fast/pod-delete",
];

/** The path of kwok, installed with Go where it is missing. */
export async function installKwok(): Promise<string> {
  const folder = `${cacheFolder()}/kwok-${VERSION}`;
  if (!await exists(`${folder}/kwok`)) {
    const [command, args] = goBuild(
      "install",
      "-ldflags",
      "-s -w",
      `${MODULE}/cmd/kwok@${VERSION}`,
    );
    await run("kwok", command, args, { env: { GOBIN: folder } });
  }
  return `${folder}/kwok`;
}

/** A container with programs of its own. */
export interface ContainerWithPath {
  readonly name: string;
  /** Where its shell looks for programs. */
  readonly path: string;
}

/** A running kwok. */
export class Kwok implements AsyncDisposable {
  private constructor(
    readonly process: Process,
    readonly server: ApiServer,
    /** Where the API server reaches the kubelet of every node. */
    readonly kubeletPort: number,
    /** Folder of programs that containers have. */
    readonly programs: string,
  ) {}

  /** Starts it beside an API server. */
  static async start(server: ApiServer): Promise<Kwok> {
    const command = await installKwok();
    const module = await goModule(MODULE, VERSION);
    const crds = await customResourceDefinitions(`${module}/kustomize/crd/bases`);
    await applyAll(server.api, crds);
    const kubeconfig = `${server.folder}/kwok.kubeconfig`;
    await Deno.writeTextFile(kubeconfig, server.kubeconfig());
    const port = freePort();
    const programs = `${server.folder}/programs`;
    await Deno.mkdir(programs);
    const process = await Process.start({
      name: "kwok",
      command,
      args: [
        ...STAGES.map((stage) => `--config=${module}/kustomize/stage/${stage}.yaml`),
        `--kubeconfig=${kubeconfig}`,
        `--manage-nodes-with-label-selector=${MANAGED}`,
        "--node-ip=127.0.0.1",
        `--node-port=${port}`,
        `--server-address=127.0.0.1:${port}`,
        `--tls-cert-file=${server.folder}/serving.crt`,
        `--tls-private-key-file=${server.folder}/serving.key`,
        "--enable-crds=PortForward,ClusterPortForward,Exec,ClusterExec,Logs,ClusterLogs",
      ],
      env: { PATH: `${programs}:${Deno.env.get("PATH") ?? ""}` },
      folder: server.folder,
      isReady: async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok,
      readySeconds: 30,
    });
    return new Kwok(process, server, port, programs);
  }

  /** Adds a node whose pods become Ready by themselves, and waits until it is Ready. */
  async addNode(name: string): Promise<void> {
    const labels = { [MANAGED]: "", "kubernetes.io/hostname": name };
    const node = { apiVersion: "v1", kind: "Node", metadata: { name, labels } };
    await this.server.api.apply(node);
    await this.untilReady(node);
  }

  /** Waits until a node or a pod is Ready. */
  async untilReady(object: KubeObject, seconds = 20): Promise<KubeObject> {
    const { api } = this.server;
    const path = await api.pathOf(object);
    const deadline = Date.now() + seconds * 1000;
    while (Date.now() < deadline) {
      const { body } = await api.send("GET", path);
      const conditions: { type: string; status: string }[] = body.status?.conditions ?? [];
      if (conditions.some(({ type, status }) => type === "Ready" && status === "True")) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const name = `${object.kind} ${object.metadata.name}`;
    throw new Error(`${name} is not Ready after ${seconds} s\n${await this.process.tail()}`);
  }

  /** Lets port-forwards to `port` of one pod reach a port of this machine. */
  async forward(namespace: string, pod: string, port: number, localPort: number): Promise<void> {
    const forwards = [{ ports: [port], target: { address: "127.0.0.1", port: localPort } }];
    await this.#kubelet("PortForward", namespace, pod, { forwards });
  }

  /** Lets commands in these containers of a pod run on this machine, also those in `programs`. */
  async allowExec(
    namespace: string,
    pod: string,
    ...containers: readonly (string | ContainerWithPath)[]
  ): Promise<void> {
    const execs = containers.map((container) =>
      typeof container === "string" ? { containers: [container], local: {} } : {
        containers: [container.name],
        local: { envs: [{ name: "PATH", value: container.path }] },
      }
    );
    await this.#kubelet("Exec", namespace, pod, { execs });
  }

  /** Serves a file as the log of one container; its lines must be in the format of CRI. */
  async serveLog(namespace: string, pod: string, container: string, file: string): Promise<void> {
    const logs = [{ containers: [container], logsFile: file, follow: false }];
    await this.#kubelet("Logs", namespace, pod, { logs });
  }

  /** Lets port-forwards to `port` of all pods reach a port of this machine. */
  async forwardAll(port: number, localPort: number): Promise<void> {
    const forwards = [{ ports: [port], target: { address: "127.0.0.1", port: localPort } }];
    await this.#everyKubelet("ClusterPortForward", `port-${port}`, { forwards });
  }

  /** Serves a file as the log of the containers of all pods that bear a name, as `serveLog`. */
  async serveLogs(container: string, file: string): Promise<void> {
    const logs = [{ containers: [container], logsFile: file, follow: false }];
    await this.#everyKubelet("ClusterLogs", container, { logs });
  }

  async #everyKubelet(kind: string, name: string, spec: object): Promise<void> {
    const metadata = { name };
    await this.server.api.apply({ apiVersion: "kwok.x-k8s.io/v1alpha1", kind, metadata, spec });
  }

  async #kubelet(kind: string, namespace: string, name: string, spec: object): Promise<void> {
    const metadata = { name, namespace };
    await this.server.api.apply({ apiVersion: "kwok.x-k8s.io/v1alpha1", kind, metadata, spec });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.process.stop();
  }
}
