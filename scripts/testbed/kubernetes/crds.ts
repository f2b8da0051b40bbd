/** The CustomResourceDefinitions of Istio and the Gateway API, from their Go modules. */

import { loadAll } from "js-yaml";
import { goModule } from "../../gen/go_module.ts";
import { exists } from "../cache.ts";
import type { KubeApi, KubeObject } from "./kube_api.ts";

/** Creates Istio's and the Gateway API's CRDs and waits until they are served. */
export async function installMeshCrds(api: KubeApi): Promise<void> {
  const istio = await goModule("istio.io/api", "v1.31.1");
  const gatewayApi = await goModule("sigs.k8s.io/gateway-api", "v1.7.0");
  await applyAll(api, [
    ...await customResourceDefinitions(`${istio}/kubernetes`),
    ...await customResourceDefinitions(`${gatewayApi}/config/crd/experimental`),
  ]);
}

/** The CRDs in the YAML files of a folder. */
export async function customResourceDefinitions(folder: string): Promise<KubeObject[]> {
  const crds: KubeObject[] = [];
  if (!await exists(folder)) throw new Error(`no CRDs at ${folder}`);
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".yaml")) continue;
    const documents = loadAll(await Deno.readTextFile(`${folder}/${name}`)) as KubeObject[];
    crds.push(...documents.filter((document) => document?.kind === "CustomResourceDefinition"));
  }
  return crds;
}

/** Creates CRDs and waits until all of them are served. */
export async function applyAll(api: KubeApi, crds: readonly KubeObject[]): Promise<void> {
  await Promise.all(crds.map((crd) => api.apply(crd)));
  const deadline = Date.now() + 30_000;
  const waiting = new Set(crds);
  while (waiting.size > 0) {
    for (const crd of waiting) {
      const { body } = await api.send("GET", await api.pathOf(crd));
      const conditions: { type: string; status: string }[] = body.status?.conditions ?? [];
      const isServed = conditions.some((c) => c.type === "Established" && c.status === "True");
      if (isServed) waiting.delete(crd);
    }
    if (Date.now() > deadline) throw new Error(`${waiting.size} CRDs are not served after 30 s`);
  }
  api.forget();
}
