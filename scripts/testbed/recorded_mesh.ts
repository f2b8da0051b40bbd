/** A recorded mesh made live: its objects in the API server, its proxies and istiod behind their pods. */

import type { Recording } from "../../lib/evidence/mod.ts";
import type { AnyResource } from "../../lib/mesh/mod.ts";
import type { KubeObject } from "./kubernetes/kube_api.ts";
import { replay } from "./kubernetes/replay.ts";
import type { Testbed } from "./mod.ts";

/** A recording of one cluster. */
export interface RecordedMesh {
  readonly resources: readonly AnyResource[];
  readonly recording: Recording;
}

/** What proxies and istiod were asked. */
export interface AskedPod {
  readonly namespace: string;
  readonly pod: string;
  readonly port: number;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
}

/** A recorded mesh that answers. */
export interface ServedMesh extends AsyncDisposable {
  /** Every request to a proxy or to istiod so far. */
  readonly asked: readonly AskedPod[];
}

/** Envoy's administration interface, as far as it was recorded. */
const PROXY_PATHS: ReadonlyMap<string, string> = new Map([
  ["/config_dump", "config_dump.json"],
  ["/clusters", "clusters.json"],
  ["/certs", "certs.json"],
  ["/server_info", "server_info.json"],
  ["/listeners", "listeners.json"],
  ["/stats", "stats.json"],
  ["/stats/prometheus", "stats.prom"],
  ["/memory", "memory.json"],
]);

/** Nobody recorded how much proxies log. */
const LOGGERS = "active loggers:\n  admin: warning\n  rbac: warning\n";

/** Serves a recorded mesh until it is disposed of. Webhooks are left out: nobody answers them. */
export async function serveRecordedMesh(
  bed: Testbed,
  { resources, recording }: RecordedMesh,
): Promise<ServedMesh> {
  const { signal } = new AbortController();
  const objects = resources.map(({ written }) => written as KubeObject);
  const without = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];
  const { kubeletPort } = bed.kwok;
  const { refused } = await replay(bed.server.api, objects, { kubeletPort, without });
  if (refused.length > 0) throw new Error(`not replayed:\n${refused.join("\n")}`);
  await using servers = new AsyncDisposableStack();
  const asked: AskedPod[] = [];
  for (const { identifier, labels, namespace, name } of resources) {
    if (identifier !== "Pod") continue;
    const folder = `proxies/${namespace}/${name}`;
    if ((await recording.list(folder, signal)).length > 0) {
      const onRequest = noteIn(asked, { namespace, pod: name, port: 15000 });
      const server = servers.use(serveProxy(folder, recording, onRequest));
      await bed.kwok.forward(namespace, name, 15000, server.addr.port);
      await serveLog(bed, namespace, name, "istio-proxy", `${folder}/access.log`, recording);
    }
    if (labels["app"] !== "istiod") continue;
    const onRequest = noteIn(asked, { namespace, pod: name, port: 15014 });
    const server = servers.use(serve(istiodPath, "istiod", recording, onRequest));
    await bed.kwok.forward(namespace, name, 15014, server.addr.port);
    await serveLog(bed, namespace, name, "discovery", "istiod/istiod.log", recording);
  }
  const running = servers.move();
  return { asked, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

function noteIn(
  asked: AskedPod[],
  pod: Pick<AskedPod, "namespace" | "pod" | "port">,
): (method: string, path: string) => void {
  return (method, path) => void asked.push({ ...pod, method, path });
}

/** Serves what Envoy's administration interface of one proxy said; `folder` is that of its files. */
export function serveProxy(
  folder: string,
  recording: Recording,
  onRequest: (method: string, path: string) => void = () => {},
): Deno.HttpServer<Deno.NetAddr> {
  return serve((path) => PROXY_PATHS.get(path), folder, recording, onRequest);
}

function istiodPath(path: string): string | undefined {
  if (path === "/metrics") return "metrics.prom";
  if (path === "/version") return "version.json";
  return path.startsWith("/debug/") ? `${path.slice(1)}.json` : undefined;
}

function serve(
  fileOf: (path: string) => string | undefined,
  folder: string,
  recording: Recording,
  onRequest: (method: string, path: string) => void,
): Deno.HttpServer<Deno.NetAddr> {
  const options = { hostname: "127.0.0.1", port: 0, onListen: () => undefined };
  return Deno.serve(options, async ({ method, url, signal }) => {
    const { pathname, search } = new URL(url);
    onRequest(method, pathname + search);
    if (pathname === "/logging") return new Response(LOGGERS);
    const file = fileOf(pathname);
    const text = file && await recording.read(`${folder}/${file}`, signal);
    return text === undefined ? new Response("no such path", { status: 404 }) : new Response(text);
  });
}

async function serveLog(
  bed: Testbed,
  namespace: string,
  pod: string,
  container: string,
  path: string,
  recording: Recording,
): Promise<void> {
  const file = await kubeletLog(bed, path, recording);
  if (file !== undefined) await bed.kwok.serveLog(namespace, pod, container, file);
}

/** A file with a recorded log as the kubelet keeps it: with a time and a stream before each line. */
export async function kubeletLog(
  { folder }: Testbed,
  path: string,
  recording: Recording,
): Promise<string | undefined> {
  const text = await recording.read(path, new AbortController().signal);
  if (text === undefined) return undefined;
  const file = await Deno.makeTempFile({ dir: folder, suffix: ".log" });
  const lines = text.split("\n").filter((line, i, all) => line !== "" || i < all.length - 1)
    .map((line) => `2026-01-01T00:00:00.000000000Z stdout F ${line}\n`);
  await Deno.writeTextFile(file, lines.join(""));
  return file;
}
