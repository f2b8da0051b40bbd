import type { Gap } from "../core/mod.ts";
import {
  type AccessLogParser,
  clusterFolder,
  type EnvoyClusterStatus,
  jsonParser,
  parseCertificates,
  parseClusterStatuses,
  parseDefaultLine,
  parseProxyLog,
  parseServerInfo,
  parseStats,
  parseZtunnelConfig,
  type ProxyCertificates,
  type ProxyLog,
  type Recording,
  type ServerInfo,
  textParser,
  whyMissing,
  type ZtunnelConfig,
} from "../evidence/mod.ts";
import { isZtunnel, type Mesh, type Resource } from "../mesh/mod.ts";
import { type ConfigDump, parseConfigDump } from "../proxy/mod.ts";

/** What was observed of one proxy. What could not be read is absent, and named in `gaps`. */
export interface ProxyObservation {
  /** `namespace/pod`. */
  readonly id: string;
  /** Folder of the recording, for naming sources of evidence. */
  readonly folder: string;
  /** The pod it runs in, where the mesh knows it. */
  readonly pod: Resource<"Pod"> | undefined;
  /** Its configuration. */
  readonly dump: ConfigDump | undefined;
  /** Its log since the beginning of the window. */
  readonly log: ProxyLog | undefined;
  /** Its Envoy clusters and endpoints, by name of the Envoy cluster. */
  readonly envoyClusters: ReadonlyMap<string, EnvoyClusterStatus> | undefined;
  /** Its certificates. */
  readonly certificates: ProxyCertificates | undefined;
  /** Its counters and gauges by name. */
  readonly stats: ReadonlyMap<string, number> | undefined;
  /** What it knows of the mesh, where it is a ztunnel. */
  readonly ztunnel?: ZtunnelConfig | undefined;
  /** Version, state and node metadata. */
  readonly server: ServerInfo | undefined;
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

const UNREAD = {
  dump: undefined,
  envoyClusters: undefined,
  certificates: undefined,
  stats: undefined,
  server: undefined,
};

/** Which proxy is meant. */
export interface ProxyName {
  /** Its namespace. */
  readonly namespace: string;
  /** Its pod. */
  readonly name: string;
  /** Its cluster; the first of the recording where not given. */
  readonly cluster?: string;
}

/** Reads what a recording has of one proxy. A file that is missing or broken is a gap. */
export async function observeProxy(
  recording: Recording,
  mesh: Mesh,
  { namespace, name, cluster }: ProxyName,
  signal: AbortSignal,
): Promise<ProxyObservation> {
  const top = cluster === undefined ? "" : await clusterFolder(recording, cluster, signal);
  const folder = `${top}proxies/${namespace}/${name}`;
  const gaps: Gap[] = [];
  const pod = mesh.get("Pod", namespace, name, cluster);
  async function read<T>(file: string, parse: (text: string) => T): Promise<T | undefined> {
    const text = await recording.read(`${folder}/${file}`, signal);
    if (text === undefined) {
      const what = `${folder}/${file}`;
      gaps.push({ what, reason: whyMissing(recording, what) });
      return undefined;
    }
    try {
      return parse(text);
    } catch (error) {
      gaps.push({ what: `${folder}/${file}`, reason: `unreadable: ${(error as Error).message}` });
      return undefined;
    }
  }
  const since = windowStartMs(recording);
  const parse = parserOf(mesh);
  const readLog = (text: string) => inWindow(parseProxyLog(text, parse), since);
  if (pod && isZtunnel(pod)) {
    // It is no Envoy: of what the other files would hold it has a form of its own, or nothing.
    const [log, ztunnel] = await Promise.all([
      read("access.log", readLog),
      read("config_dump.json", parseZtunnelConfig),
    ]);
    return { ...UNREAD, id: `${namespace}/${name}`, folder, pod, log, ztunnel, gaps };
  }
  const [dump, log, envoyClusters, certificates, stats, server] = await Promise.all([
    read("config_dump.json", parseConfigDump),
    read("access.log", readLog),
    read("clusters.json", parseClusterStatuses),
    read("certs.json", parseCertificates),
    read("stats.json", parseStats),
    read("server_info.json", parseServerInfo),
  ]);
  return {
    id: `${namespace}/${name}`,
    folder,
    pod,
    dump,
    log,
    envoyClusters,
    certificates,
    stats,
    server,
    gaps,
  };
}

/** Reads lines of the proxies of a mesh: in its own format, where it has one, and in Istio's. */
export function parserOf(mesh: Mesh): AccessLogParser {
  return mesh.once(ownParser);
}

function ownParser({ config }: Mesh): AccessLogParser {
  const { accessLogFormat: format, accessLogEncoding } = config;
  if (!format) return parseDefaultLine;
  const own = accessLogEncoding === "JSON" ? jsonParserOf(format) : textParser(format);
  return (line) => own(line) ?? parseDefaultLine(line);
}

function jsonParserOf(format: string): AccessLogParser {
  try {
    return jsonParser(JSON.parse(format) as Record<string, string>);
  } catch {
    return jsonParser(); // Envoy refuses such a format too; the defaults are the best guess.
  }
}

/** Beginning of the examined window, in milliseconds since 1970; `undefined` where all counts. */
export function windowStartMs(recording: Recording): number | undefined {
  const start = Date.parse(recording.manifest.windowStart ?? "");
  return Number.isNaN(start) ? undefined : start;
}

/** The part of a log that lies in the window. Messages stay: a rejection holds until the next push. */
function inWindow(log: ProxyLog, since: number | undefined): ProxyLog {
  if (since === undefined) return log;
  return {
    requests: log.requests.filter((r) => Number.isNaN(r.startMs) || r.startMs >= since),
    messages: log.messages,
  };
}
