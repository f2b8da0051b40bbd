import { type Gap, readAhead } from "../../core/mod.ts";
import {
  clusterFolder,
  parseSyncz,
  type ProxySync,
  recordedProxies,
  type RecordedProxy,
  type Recording,
  whyMissing,
} from "../../evidence/mod.ts";
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

/** The sync state of every proxy, of all clusters. */
export async function observeProxyStatus(
  source: ProxyStatusSource,
  signal: AbortSignal,
): Promise<ProxyStatusReport> {
  return await observe(source, await recordedProxies(source.recording, signal), signal);
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
  const lagging = new Set(
    value.filter(({ types }) => [...types.values()].some(({ sent, acked }) => sent !== acked))
      .map(({ namespace, pod }) => `${namespace}/${pod}`),
  );
  const proxies = await recordedProxies(source.recording, signal);
  const asked = proxies.filter(({ namespace, pod }) => lagging.has(`${namespace}/${pod}`));
  return await observe(source, asked, signal);
}

/** The sync state of one proxy, and how it differs from what istiod has for it. */
export async function observeOneProxyStatus(
  source: ProxyStatusSource,
  proxy: RecordedProxy,
  signal: AbortSignal,
): Promise<ProxyStatusReport> {
  const { cluster, namespace, pod, folder } = proxy;
  const report = await observe(source, [proxy], signal, cluster);
  const top = await clusterFolder(source.recording, cluster, signal);
  const files = [`${top}istiod/config_dump/${namespace}/${pod}.json`, dumpOf(folder)];
  const [expected, actual] = await Promise.all(
    files.map((file) => readFile(source.recording, file, parseConfigDump, signal)),
  );
  return {
    ...report,
    proxies: report.proxies.filter((each) => each.namespace === namespace && each.pod === pod),
    ...(expected?.value && actual?.value && {
      difference: diffConfigDumps(expected.value, actual.value),
    }),
    gaps: [...report.gaps, ...expected?.gaps ?? [], ...actual?.gaps ?? []],
  };
}

/** The state of proxies, cluster by cluster; of one cluster alone where it is named. */
async function observe(
  { mesh, recording, now }: ProxyStatusSource,
  proxies: readonly RecordedProxy[],
  signal: AbortSignal,
  only?: string,
): Promise<ProxyStatusReport> {
  const rejections = await rejectionsOf(recording, proxies, signal);
  const first = recording.manifest.clusterName;
  const further = await recording.list("clusters", signal);
  const clusters = await Promise.all(
    [first, ...further].map((cluster) => istiodOf(recording, cluster, signal)),
  );
  const asked = clusters.filter(({ isThere }) => isThere);
  const served = new Set(clusters.filter(({ isThere }) => !isThere).map(({ cluster }) => cluster));
  const syncs = new Map(clusters.map(({ cluster }) => [cluster, [] as ProxySync[]]));
  for (const { cluster, syncs: answers = [] } of asked) {
    // An istiod serves its own cluster, and those that have none.
    for (const sync of answers) {
      syncs.get(served.has(sync.cluster) ? sync.cluster : cluster)!.push(sync);
    }
  }
  const pods = Map.groupBy(
    mesh.list("Pod").filter(hasProxy),
    ({ cluster }) => further.includes(cluster) ? cluster : first,
  );
  const wanted = clusters.filter(({ cluster }) => only === undefined || cluster === only);
  const reports = wanted.map((own) => {
    // The proxies of a cluster without istiod are connected to that of another.
    const istiod = own.isThere ? own : asked[0] ?? own;
    const report = proxyStatus({
      syncs: istiod.syncs && (syncs.get(own.cluster) ?? []),
      rejections: rejections.get(own.cluster) ?? new Map(),
      pods: (pods.get(own.cluster) ?? []).map((pod) => `${pod.namespace}/${pod.name}`),
      controlPlaneVersion: istiod.version,
      gaps: [],
      now,
    });
    return further.length === 0 ? report : named(report, own.cluster);
  });
  return {
    ...reports[0]!,
    proxies: reports.flatMap((report) => report.proxies),
    gaps: (asked.length > 0 ? asked : clusters.slice(0, 1)).flatMap(({ gaps }) => gaps),
  };
}

/** What the proxies rejected, by cluster and by `namespace/pod`. */
async function rejectionsOf(
  recording: Recording,
  proxies: readonly RecordedProxy[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Rejections>>> {
  const rejections = new Map<string, Map<string, Rejections>>();
  const read = async (proxy: RecordedProxy) => {
    const { value } = await readFile(recording, dumpOf(proxy.folder), parseConfigDump, signal);
    return [proxy, value && rejectionsIn(value)] as const;
  };
  for await (const [proxy, rejected] of readAhead(proxies, PROXIES_AHEAD, read)) {
    if (rejected === undefined) continue;
    const own = rejections.get(proxy.cluster) ?? new Map();
    rejections.set(proxy.cluster, own.set(`${proxy.namespace}/${proxy.pod}`, rejected));
  }
  return rejections;
}

/** What the istiod of a cluster says, where one was recorded there. */
async function istiodOf(recording: Recording, cluster: string, signal: AbortSignal) {
  const top = await clusterFolder(recording, cluster, signal);
  const isThere = (await recording.list(`${top}istiod`, signal)).length > 0;
  const { value, gaps } = await readFile(
    recording,
    top + SYNCZ,
    parseSyncz,
    signal,
  );
  const version = (await recording.read(`${top}istiod/version.json`, signal) ?? "").trim();
  return { cluster, isThere, syncs: value, version, gaps };
}

/** Clusters may have one name for istiod, and are told apart by those that they were recorded under. */
function named(report: ProxyStatusReport, cluster: string): ProxyStatusReport {
  return { ...report, proxies: report.proxies.map((each) => ({ ...each, cluster })) };
}

function dumpOf(folder: string): string {
  return `${folder}/config_dump.json`;
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
