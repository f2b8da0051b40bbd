import { Failure } from "../../core/mod.ts";
import {
  recordedProxies,
  type RecordedProxy,
  type Recording,
  whyMissing,
} from "../../evidence/mod.ts";
import { isReady, type Kind, type Mesh, podsNamed } from "../../mesh/mod.ts";
import { parseProxySource, type ProxySource } from "../../proxy/mod.ts";
import type { LiveFlags } from "./live_mesh.ts";
import { openObservedMesh } from "./observed_mesh.ts";
import { readText } from "./text.ts";
import type { Shell } from "../shell.ts";

/** Where a proxy's configuration comes from. */
export interface ProxyInputFlags extends LiveFlags {
  /** `--file`: what Envoy's admin interface printed; `-` is stdin. */
  readonly file?: string | undefined;
  /** `--snapshot`. */
  readonly snapshot?: string | undefined;
  /** `--namespace`. */
  readonly namespace: string;
}

/** The configuration of one proxy, as text and read. */
export interface ProxyInput {
  /** The text of the config dump, or of whatever file was given. */
  readonly text: string;
  /** The same, read. */
  readonly source: ProxySource;
  /** When the proxy was in that state. */
  readonly now: Date;
}

/** What of a live cluster is listed to find a proxy by the name of its pod, workload or service. */
export const NAMED_KINDS: readonly Kind[] = ["Pod", "ReplicaSet", "Service"];

/** A string of this platform holds no more. */
const LIMIT_BYTES = 512_000_000;

/** Opens the configuration of the proxy that the flags name. */
export async function openProxy(
  shell: Shell,
  target: string | undefined,
  flags: ProxyInputFlags,
): Promise<ProxyInput> {
  if (flags.file !== undefined) {
    if (target !== undefined) throw usage("Cannot show a proxy and a file at once");
    const text = await readText(shell, flags.file, LIMIT_BYTES);
    return { text, source: parseProxySource(text, flags.file), now: shell.world.clock.now() };
  }
  if (target === undefined) throw usage("Cannot tell which proxy to show");
  const { recording, mesh, now } = await openObservedMesh(shell, flags, NAMED_KINDS);
  const { folder } = await proxyNamed(shell, target, flags.namespace, { recording, mesh });
  const file = `${folder}/config_dump.json`;
  const text = await recording.read(file, shell.signal);
  if (text === undefined) {
    const reason = whyMissing(recording, file);
    throw new Failure("FILE_NOT_READABLE", `Cannot read "${file}": ${reason}`);
  }
  const source = parseProxySource(text, file);
  const hosts = await recording.read(`${folder}/clusters.json`, shell.signal);
  if (hosts === undefined) return { text, source, now };
  const { statuses } = parseProxySource(hosts, `${folder}/clusters.json`);
  return { text, source: { ...source, statuses }, now };
}

function usage(message: string): Failure {
  return new Failure("USAGE", message, {
    hint: "Write --file DUMP, or a proxy such as reviews-v1.bookinfo.",
  });
}

/** Reads `[TYPE/]NAME[.NAMESPACE]`. */
export function proxyName(
  target: string,
  defaultNamespace: string,
): { readonly name: string; readonly namespace: string } {
  const [, name = "", namespace = defaultNamespace] =
    /^(?:[a-z]+\/)?([^/]+?)(?:\.([^./]+))?$/.exec(target) ?? [];
  return { name, namespace };
}

/**
 * The proxy that a person means by `[TYPE/]NAME[.NAMESPACE]`: of a workload's pods the first that is ready,
 * of several clusters the first that has it. Throws a `Failure` where there is none.
 */
export async function proxyNamed(
  shell: Shell,
  target: string,
  defaultNamespace: string,
  { recording, mesh }: { readonly recording: Recording; readonly mesh: Mesh },
): Promise<RecordedProxy> {
  const { name, namespace } = proxyName(target, defaultNamespace);
  const recorded = (await recordedProxies(recording, shell.signal))
    .filter((proxy) => proxy.namespace === namespace);
  const pods = podsNamed(mesh, name, namespace)
    .toSorted((a, b) => Number(isReady(b)) - Number(isReady(a)))
    .flatMap((pod) =>
      recorded.find((proxy) => proxy.pod === pod.name && proxy.cluster === pod.cluster) ?? []
    );
  const found = pods.length > 0
    ? pods
    : recorded.filter(({ pod }) => pod === name || pod.startsWith(`${name}-`));
  const [proxy] = found;
  if (proxy === undefined) {
    throw new Failure("USAGE", `Cannot find a proxy "${name}" in namespace "${namespace}"`, {
      hint: recorded.length === 0
        ? "Name the namespace with NAME.NAMESPACE or --namespace."
        : `There are ${recorded.map(({ pod }) => pod).join(", ")}.`,
    });
  }
  if (found.length > 1) {
    const clusters = new Set(found.map(({ cluster }) => cluster));
    const where = clusters.size > 1 ? ` in cluster ${proxy.cluster}` : "";
    await shell.say(`showing ${proxy.pod}.${namespace}${where}, one of ${found.length}`);
  }
  return proxy;
}
