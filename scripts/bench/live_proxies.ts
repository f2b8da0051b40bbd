/** Many pods in a live cluster whose proxies all say what one recorded proxy said. @module */
import { concurrently } from "../../lib/core/mod.ts";
import type { Recording } from "../../lib/evidence/mod.ts";
import { kubeletLog, type KubeObject, serveProxy, type Testbed } from "../testbed/mod.ts";

/** What all proxies say. */
export interface ManyProxies {
  /** How many pods there are. */
  readonly pods: number;
  /** A recording. */
  readonly recording: Recording;
  /** The folder in it of the one proxy. */
  readonly folder: string;
}

const PODS_OF_A_NAMESPACE = 50;
const AT_ONCE = 16;
const READY_SECONDS = 120;

/** Creates the pods, waits until all are Ready, and answers for their proxies until it is disposed of. */
export async function serveManyProxies(
  bed: Testbed,
  { pods, recording, folder }: ManyProxies,
): Promise<AsyncDisposable> {
  const server = serveProxy(folder, recording);
  await bed.kwok.forwardAll(15000, server.addr.port);
  const log = await kubeletLog(bed, `${folder}/access.log`, recording);
  if (log !== undefined) await bed.kwok.serveLogs("istio-proxy", log);
  const { api } = bed.server;
  const objects = Array.from({ length: pods }, (_, i) => podOf(i));
  for (const name of new Set(objects.map(({ metadata }) => metadata.namespace!))) {
    await api.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name } });
  }
  await concurrently(objects, AT_ONCE, (pod) => api.put(pod));
  await concurrently(objects, AT_ONCE, (pod) => bed.kwok.untilReady(pod, READY_SECONDS));
  return server;
}

/** The name of one of the pods. */
export function podName(i: number): { readonly namespace: string; readonly name: string } {
  return { namespace: `shop-${Math.floor(i / PODS_OF_A_NAMESPACE)}`, name: `app-${i}` };
}

function podOf(i: number): KubeObject {
  const containers = [{ name: "app", image: "app" }, { name: "istio-proxy", image: "proxyv2" }];
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { ...podName(i), labels: { app: "app" } },
    spec: { nodeName: "node-0", containers },
  };
}
