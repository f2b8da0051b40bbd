/** The controllers that make a bare API server live. */

import type { ApiServer } from "./api_server.ts";
import { installKubernetes } from "./binaries.ts";
import { freePort, Process } from "../process.ts";

/** Namespaces end and have a default ServiceAccount; nothing touches the objects of a recording. */
export const FEW_CONTROLLERS: readonly string[] = [
  "namespace-controller",
  "serviceaccount-controller",
];

/** Starts the named controllers (`*` for all that are on by default) beside an API server. */
export async function startControllerManager(
  server: ApiServer,
  controllers: readonly string[] = FEW_CONTROLLERS,
): Promise<Process> {
  const kubeconfig = `${server.folder}/controller-manager.kubeconfig`;
  await Deno.writeTextFile(kubeconfig, server.kubeconfig());
  const port = freePort();
  return await Process.start({
    name: "kube-controller-manager",
    command: await installKubernetes("kube-controller-manager"),
    args: [
      `--kubeconfig=${kubeconfig}`,
      `--authentication-kubeconfig=${kubeconfig}`,
      `--authorization-kubeconfig=${kubeconfig}`,
      `--controllers=${controllers.join(",")}`,
      `--service-account-private-key-file=${server.folder}/serving.key`,
      `--root-ca-file=${server.folder}/testbed-ca.crt`,
      `--tls-cert-file=${server.folder}/serving.crt`,
      `--tls-private-key-file=${server.folder}/serving.key`,
      "--bind-address=127.0.0.1",
      `--secure-port=${port}`,
      "--leader-elect=false",
    ],
    folder: server.folder,
    isReady: async () => {
      const client = Deno.createHttpClient({ caCerts: [server.authority.cert] });
      try {
        return (await fetch(`https://127.0.0.1:${port}/healthz`, { client })).ok;
      } finally {
        client.close();
      }
    },
    readySeconds: 60,
  });
}
