/** Small cases for the tests of causes: a few objects, log lines and files instead of a recording. @module */
import {
  type AccessLogEntry,
  type AnyResource,
  type Case,
  type DiagnosisInput,
  type Gap,
  hasProxy,
  investigate,
  isGateway,
  isWaypoint,
  isZtunnel,
  type Manifest,
  Mesh,
  parseQuestion,
  podsNamed,
  type ProbeAttempt,
  type ProbeRun,
  type Question,
  type Recording,
  Resource,
} from "../../mod.ts";
import { toResource } from "../../lib/source/object.ts";
import { configDump, plainProxy, type ProxyParts, waypointProxy } from "./proxy_files.ts";

/** The time at which small meshes are seen. */
export const NOW = new Date("2026-01-01T12:00:00Z");

/** A line of an access log: only what differs from a request that succeeded. */
export type LogLine = Partial<AccessLogEntry>;

/** What a small case consists of. */
export interface CaseParts {
  /** The objects. */
  readonly objects: readonly object[];
  /** Objects of further clusters by their names. */
  readonly clusters?: Readonly<Record<string, readonly object[]>>;
  /** What could not be read of the objects. */
  readonly gaps?: readonly Gap[];
  /** Who asks; `sleep.client` where absent. */
  readonly from?: string;
  /** What for; `web.shop:80` where absent. */
  readonly to?: string;
  /** Method, path and headers of the request. */
  readonly request?: { method?: string; path?: string; headers?: readonly string[] };
  /**
   * Lines by `namespace/pod`. Those of the caller are outbound, others inbound, and lines at the same place
   * of each list belong to one request.
   */
  readonly logs?: Readonly<Record<string, readonly LogLine[]>>;
  /** Changes what istiod would have sent to the caller's proxies or to waypoints, and to no other. */
  readonly proxy?: (parts: ProxyParts) => void;
  /** Changes what istiod would have sent to all other proxies. */
  readonly servers?: (parts: ProxyParts) => void;
  /** `false` leaves the proxies' configuration out, so that the way follows from the objects. */
  readonly dumps?: false;
  /** Further files of the recording: text, or data to be written as JSON. */
  readonly files?: Readonly<Record<string, string | object>>;
  /** Fields of the manifest. */
  readonly manifest?: Partial<Manifest>;
  /** Attempts of a probe by the caller: only what differs from one that was answered. */
  readonly probe?: readonly Partial<ProbeAttempt>[];
}

/** Investigates a small case, as a diagnosis would. */
export function caseOf(parts: CaseParts): Promise<Case> {
  return investigate(questionOf(parts), inputOf(parts));
}

/** The question of a small case. */
export function questionOf(
  { from = "sleep.client", to = "web.shop:80", request = {} }: CaseParts,
): Question {
  return parseQuestion({ from, to, namespace: "default", ...request });
}

/** What a diagnosis of a small case reads. */
export function inputOf(parts: CaseParts): DiagnosisInput {
  const mesh = meshOfObjects(parts.objects, parts.clusters, parts.gaps);
  const recording = recordingOf(filesOf(mesh, parts), parts.manifest);
  const probe = parts.probe && probeOf(mesh, parts.probe, parts);
  return { mesh, recording, now: NOW, signal: new AbortController().signal, probe };
}

const ANSWERED: ProbeAttempt = {
  requestId: "",
  startedAt: NOW.toISOString(),
  outcome: "answered",
  isFailure: false,
  status: 200,
  answeredBy: "application",
  upstreamMs: 3,
  detail: "200 from the application",
};

function probeOf(
  mesh: Mesh,
  attempts: readonly Partial<ProbeAttempt>[],
  { from = "sleep.client", to = "web.shop:80" }: CaseParts,
): ProbeRun {
  const [name = "", namespace = ""] = from.split(".");
  const pod = podsNamed(mesh, name, namespace)[0];
  return {
    pod: `${namespace}/${pod?.name}`,
    container: "app",
    isEphemeral: false,
    tool: "curl",
    through: "sidecar",
    method: "GET",
    url: `http://${to}/`,
    timeoutMs: 10_000,
    attempts: attempts.map((one, at) => ({ ...ANSWERED, requestId: `probe-${at}`, ...one })),
    before: new Map(),
  };
}

/** A mesh of plain objects, some of them in further clusters; throws for one that is no resource. */
export function meshOfObjects(
  objects: readonly object[],
  clusters: Readonly<Record<string, readonly object[]>> = {},
  gaps: readonly Gap[] = [],
): Mesh {
  const all = Object.entries({ "": objects, ...clusters });
  const resources = all.flatMap(([cluster, values]) => values.map((value) => read(value, cluster)));
  return new Mesh(resources, { gaps });
}

function read(value: object, cluster: string): AnyResource {
  const resource = toResource(value, { cluster, defaultNamespace: "default" });
  if (resource instanceof Resource) return resource;
  throw new TypeError(`No resource: ${resource.reason}`);
}

/** A recording of these files. */
export function recordingOf(
  files: ReadonlyMap<string, string>,
  manifest: Partial<Manifest> = {},
): Recording {
  const whole = {
    format: 1,
    tool: "test",
    capturedAt: NOW.toISOString(),
    clusterName: "",
  } as const;
  return {
    manifest: { ...whole, ...manifest },
    list(folder) {
      const below = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
      const names = new Set(below.map((path) => path.slice(folder.length + 1).split("/", 1)[0]!));
      return Promise.resolve([...names].sort());
    },
    read: (path) => Promise.resolve(files.get(path)),
  };
}

/** The files of a small case. */
export function filesOf(
  mesh: Mesh,
  { logs = {}, proxy, servers, dumps, files = {}, from = "sleep.client", to = "web.shop:80" }:
    CaseParts,
): Map<string, string> {
  const all = new Map<string, string>();
  const [source, namespace] = from.split(".");
  for (const pod of mesh.list("Pod")) {
    const id = `${pod.namespace}/${pod.name}`;
    if (!hasProxy(pod) || isZtunnel(pod)) continue;
    const isCaller = isWaypoint(pod) ||
      (from === "external" ? isGateway(pod) : id.startsWith(`${namespace}/${source}`));
    const parts = isWaypoint(pod) ? waypointProxy(mesh) : plainProxy(mesh);
    (isCaller ? proxy : servers)?.(parts);
    if (dumps !== false) all.set(`proxies/${id}/config_dump.json`, configDump(parts));
    const lines = (logs[id] ?? []).map((line, i) =>
      logLine({
        ...(isCaller ? sent(to, isWaypoint(pod)) : received(pod.status.podIP ?? "")),
        ...line,
      }, i)
    );
    all.set(`proxies/${id}/access.log`, lines.join("\n"));
  }
  for (const [path, content] of Object.entries(files)) {
    all.set(path, typeof content === "string" ? content : JSON.stringify(content));
  }
  return all;
}

function sent(to: string, isWaypoint: boolean): LogLine {
  const [, host = "", port = "80"] = /^(?:https?:\/\/)?([^:/]+)(?::(\d+))?/.exec(to) ?? [];
  const [name, namespace = "default"] = host.split(".");
  const [direction, subset] = isWaypoint ? ["inbound-vip", "http"] : ["outbound", ""];
  const upstreamCluster = `${direction}|${port}|${subset}|${name}.${namespace}.svc.cluster.local`;
  return { authority: host, upstreamCluster, downstreamLocal: `10.1.0.1:${port}` };
}

function received(ip: string): LogLine {
  return { upstreamCluster: "inbound|8080||", downstreamLocal: `${ip}:8080` };
}

/** A line in Istio's default text format, the `index`th of its log. */
export function logLine(line: LogLine, index = 0): string {
  const text = (value: string | number | undefined) => value === "" ? "-" : String(value ?? "-");
  const { startMs = NOW.getTime() - 60_000 + 100 * index, flags = [] } = line;
  const isAnswered = line.details === undefined || line.details === "via_upstream";
  const request = `${text(line.method ?? "GET")} ${text(line.path ?? "/")} ${
    text(line.protocol ?? "HTTP/1.1")
  }`;
  return [
    `[${new Date(startMs).toISOString()}]`,
    `"${request}"`,
    line.code ?? 200,
    flags.join(",") || "-",
    text(line.details ?? "via_upstream"),
    text(line.termination),
    `"${text(line.transportFailure)}"`,
    `${line.bytesReceived ?? 0} ${line.bytesSent ?? 0}`,
    text(line.durationMs ?? 5),
    text(line.upstreamMs ?? (isAnswered ? line.durationMs ?? 4 : undefined)),
    `"${text(line.forwardedFor)}" "${text(line.userAgent)}"`,
    `"${text(line.requestId ?? `request-${index}`)}"`,
    `"${text(line.authority ?? "web.shop")}" "${text(line.upstreamHost)}"`,
    text(line.upstreamCluster),
    "-",
    text(line.downstreamLocal),
    text(line.downstreamRemote ?? "10.0.0.1:40000"),
    text(line.serverName),
    text(line.routeName ?? "default"),
  ].join(" ");
}
