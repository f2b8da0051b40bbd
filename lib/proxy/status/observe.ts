import { type Gap, readAhead } from "../../core/mod.ts";
import { parseSyncz, proxyIds, type Recording, whyMissing } from "../../evidence/mod.ts";
import { hasProxy, type MeshView } from "../../mesh/mod.ts";
import { diffConfigDumps } from "../compare/diff_dumps.ts";
import { parseConfigDump } from "../dump/parse.ts";
import { proxyStatus, type ProxyStatusReport } from "./proxy_status.ts";
import { type Rejections, rejectionsIn } from "./rejections.ts";

/** A mesh, and what was observed of it. */
export interface ProxyStatusSource {
  /** Its objects. */
  readonly mesh: MeshView<"Pod">;
  /** Where istiod and the proxies are read. */
  readonly recording: Recording;
  /** When the mesh was seen. */
  readonly now: Date;
}

const SYNCZ = "istiod/debug/syncz.json";

/** Proxies that are asked at once; of their dumps, which are large, only the rejections stay. */
const PROXIES_AHEAD = 8;

/** The sync state of every proxy. */
export async function observeProxyStatus(
  source: ProxyStatusSource,
  signal: AbortSignal,
): Promise<ProxyStatusReport> {
  return await observe(source, await proxyIds(source.recording, signal), signal);
}

/**
 * The sync state of every proxy, where only those are asked themselves that have not taken what istiod sent
 * them: whoever acknowledged has rejected nothing.
 */
export async function observeLaggingProxies(
  source: ProxyStatusSource,
  signal: AbortSignal,
): Promise<ProxyStatusReport> {
  const { value = [] } = await readFile(source.recording, SYNCZ, parseSyncz, signal);
  const lagging = value.filter(({ types }) =>
    [...types.values()].some(({ sent, acked }) => sent !== acked)
  );
  return await observe(source, lagging.map(({ namespace, pod }) => `${namespace}/${pod}`), signal);
}

/** The sync state of one proxy (`namespace/pod`), and how it differs from what istiod has for it. */
export async function observeOneProxyStatus(
  source: ProxyStatusSource,
  proxy: string,
  signal: AbortSignal,
): Promise<ProxyStatusReport> {
  const report = await observe(source, [proxy], signal);
  const files = [`istiod/config_dump/${proxy}.json`, dumpOf(proxy)];
  const [expected, actual] = await Promise.all(
    files.map((file) => readFile(source.recording, file, parseConfigDump, signal)),
  );
  return {
    ...report,
    proxies: report.proxies.filter(({ namespace, pod }) => `${namespace}/${pod}` === proxy),
    ...(expected?.value && actual?.value && {
      difference: diffConfigDumps(expected.value, actual.value),
    }),
    gaps: [...report.gaps, ...expected?.gaps ?? [], ...actual?.gaps ?? []],
  };
}

async function observe(
  { mesh, recording, now }: ProxyStatusSource,
  proxies: Iterable<string>,
  signal: AbortSignal,
): Promise<ProxyStatusReport> {
  const rejections = new Map<string, Rejections>();
  const read = async (proxy: string) => {
    const { value } = await readFile(recording, dumpOf(proxy), parseConfigDump, signal);
    return [proxy, value && rejectionsIn(value)] as const;
  };
  for await (const [proxy, rejected] of readAhead(proxies, PROXIES_AHEAD, read)) {
    if (rejected !== undefined) rejections.set(proxy, rejected);
  }
  const syncs = await readFile(recording, SYNCZ, parseSyncz, signal);
  return proxyStatus({
    syncs: syncs.value,
    rejections,
    pods: mesh.list("Pod").filter(hasProxy).map((pod) => `${pod.namespace}/${pod.name}`),
    controlPlaneVersion: (await recording.read("istiod/version.json", signal) ?? "").trim(),
    gaps: syncs.gaps,
    now,
  });
}

function dumpOf(proxy: string): string {
  return `proxies/${proxy}/config_dump.json`;
}

/** A file that is missing or broken is a gap. */
async function readFile<T>(
  recording: Recording,
  file: string,
  parse: (text: string) => T,
  signal: AbortSignal,
): Promise<{ readonly value?: T; readonly gaps: readonly Gap[] }> {
  const text = await recording.read(file, signal);
  if (text === undefined) {
    return { gaps: [{ what: file, reason: whyMissing(recording, file) }] };
  }
  try {
    return { value: parse(text), gaps: [] };
  } catch (error) {
    return { gaps: [{ what: file, reason: `unreadable: ${(error as Error).message}` }] };
  }
}
