/** A real Kubernetes API server on loopback. */

import { type Authority, createAuthority } from "./certificates.ts";
import type { Etcd } from "../etcd.ts";
import { KubeApi } from "./kube_api.ts";
import { type Credentials, kubeconfig } from "./kubeconfig.ts";
import { installKubernetes } from "./binaries.ts";
import { freePort, Process } from "../process.ts";

/** One request that the API server answered, from its audit log. */
export interface AuditEvent {
  readonly user: string;
  readonly verb: string;
  readonly uri: string;
  readonly status: number;
  /** Kind of what was answered, where Secrets were read; `""` otherwise. */
  readonly answered: string;
}

/** A running API server. */
export class ApiServer implements AsyncDisposable {
  #process: Process | undefined;

  private constructor(
    readonly folder: string,
    /** `https://127.0.0.1:PORT`. */
    readonly url: string,
    /** Signs the server's certificate and its users' ones. */
    readonly authority: Authority,
    /** A member of `system:masters`. */
    readonly admin: { readonly cert: string; readonly key: string },
    /** Set-up of the test, as that member. */
    readonly api: KubeApi,
    readonly args: readonly string[],
  ) {}

  /** Starts one on a part of etcd of its own, and waits until it is ready. */
  static async start(folder: string, etcd: Etcd): Promise<ApiServer> {
    const home = `${folder}/api-server-${crypto.randomUUID().slice(0, 8)}`;
    await Deno.mkdir(home, { recursive: true });
    const authority = await createAuthority(home, "testbed-ca");
    const serving = await authority.issue({ name: "kube-apiserver" });
    const admin = await authority.issue({ name: "admin", groups: ["system:masters"] });
    await Promise.all([
      Deno.writeTextFile(`${home}/serving.crt`, serving.cert),
      Deno.writeTextFile(`${home}/serving.key`, serving.key),
      Deno.writeTextFile(`${home}/audit-policy.json`, AUDIT_POLICY),
    ]);
    const port = freePort();
    const url = `https://127.0.0.1:${port}`;
    const api = new KubeApi(url, authority.cert, admin);
    const args = apiServerArgs(home, port, etcd);
    const server = new ApiServer(home, url, authority, admin, api, args);
    await server.restart();
    return server;
  }

  /** Starts it again after {@linkcode kill}, with the same store and the same address. */
  async restart(): Promise<void> {
    this.#process = await Process.start({
      name: "kube-apiserver",
      command: await installKubernetes("kube-apiserver"),
      args: this.args,
      folder: this.folder,
      isReady: async () => (await this.api.send("GET", "/readyz")).status === 200,
      readySeconds: 60,
    });
  }

  /** Ends it at once, as a crash would. */
  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  /** A kubeconfig with one context, for the administrator unless told otherwise. */
  kubeconfig(credentials: Credentials = this.admin): string {
    return kubeconfig({ server: this.url, ca: this.authority.cert, credentials });
  }

  /** The requests of one user so far. */
  async audit(user: string): Promise<AuditEvent[]> {
    const text = await Deno.readTextFile(`${this.folder}/audit.log`);
    return text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line))
      .filter((event) => event.user.username === user)
      .map((event) => ({
        user,
        verb: event.verb,
        uri: event.requestURI,
        status: event.responseStatus?.code ?? 0,
        answered: event.responseObject?.kind ?? "",
      }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process?.stop();
    this.api[Symbol.dispose]();
  }
}

const AUDIT_POLICY = JSON.stringify({
  apiVersion: "audit.k8s.io/v1",
  kind: "Policy",
  omitStages: ["RequestReceived"],
  rules: [
    {
      level: "RequestResponse",
      verbs: ["get", "list", "watch"],
      resources: [{ group: "", resources: ["secrets"] }],
    },
    { level: "Metadata" },
  ],
});

function apiServerArgs(home: string, port: number, etcd: Etcd): string[] {
  return [
    `--etcd-servers=${etcd.url}`,
    `--etcd-prefix=/${home.split("/").at(-1)}`,
    // With etcd 3.4 every consistent list from the watch cache waits three seconds.
    "--watch-cache=false",
    "--bind-address=127.0.0.1",
    `--secure-port=${port}`,
    `--tls-cert-file=${home}/serving.crt`,
    `--tls-private-key-file=${home}/serving.key`,
    `--client-ca-file=${home}/testbed-ca.crt`,
    "--authorization-mode=RBAC",
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${home}/serving.crt`,
    `--service-account-signing-key-file=${home}/serving.key`,
    "--service-cluster-ip-range=10.0.0.0/8",
    // Loopback is no address that the reconciler would publish.
    "--endpoint-reconciler-type=none",
    "--enable-aggregator-routing=true",
    "--allow-privileged=true",
    "--kubelet-preferred-address-types=InternalIP",
    `--audit-log-path=${home}/audit.log`,
    `--audit-policy-file=${home}/audit-policy.json`,
  ];
}
