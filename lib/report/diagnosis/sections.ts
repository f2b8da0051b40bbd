import {
  type CapacitySummary,
  type ContainerSummary,
  type ControlPlaneSummary,
  type DiagnosisReport,
  type EdgeSecurity,
  inCluster,
  type LatencySummary,
  type PoolSummary,
  type ProbeAttempt,
  type ProbeReport,
  type ServiceSecurity,
} from "../../core/mod.ts";
import { counted } from "../text.ts";

/** A table that a diagnosis brings beside its findings. */
export interface Section {
  /** Its title. */
  readonly title: string;
  /** Heads of its columns. */
  readonly heads: readonly string[];
  /** Its rows, what matters most first. */
  readonly rows: readonly SectionRow[];
}

/** A row, as cells and as words for a narrow terminal. */
export interface SectionRow {
  /** One cell for each head. */
  readonly cells: readonly string[];
  /** What it is about. */
  readonly about: string;
  /** What is said of it. */
  readonly said: string;
}

/** The tables of a report: what a probe found, latencies, capacity, how traffic is protected, and who may call what. */
export function sectionsOf(
  { probe, latency = [], capacity, security }: DiagnosisReport,
): Section[] {
  return [
    ...(probe ? probeSections(probe) : []),
    {
      title: "Latency",
      heads: [
        "From",
        "To",
        "Answered by",
        "Requests",
        "p50",
        "p90",
        "p99",
        "Where the time goes",
      ],
      rows: latency.toSorted((a, b) => (b.p99Ms ?? 0) - (a.p99Ms ?? 0)).map(latencyRow),
    },
    ...(capacity ? capacitySections(capacity) : []),
    {
      title: "How traffic is protected",
      heads: ["From", "To", "Requests", "Protection", "Known from"],
      rows: (security?.edges ?? []).toSorted((a, b) => RISK[a.protection] - RISK[b.protection])
        .map(edgeRow),
    },
    {
      title: "Who may call what",
      heads: ["Service", "mTLS", "Callers", "Policies", "Tokens"],
      rows: (security?.services ?? []).map(serviceRow),
    },
  ].filter(({ rows }) => rows.length > 0);
}

const THROUGH = {
  sidecar: "through its sidecar",
  ztunnel: "through its node's ztunnel",
  nothing: "past any proxy of its own",
} as const;

function probeSections(probe: ProbeReport): Section[] {
  const { pod, container, isEphemeral, tool, through, method, url, attempts, counters } = probe;
  const place = `${isEphemeral ? "ephemeral container" : "container"} ${container}`;
  return [
    {
      title: `Probe: ${method} ${url} from ${pod}, ${place}, with ${tool}, ${THROUGH[through]}`,
      heads: ["Request", "Outcome", "Time", "Body", "Server"],
      rows: attempts.map(attemptRow),
    },
    {
      title: "Counted while the probe ran",
      heads: ["Where", "Counter", "Rise"],
      rows: counters.map(({ source, name, rise }) => ({
        cells: [source, name, `+${rise}`],
        about: `${shortHost(name)} +${rise}`,
        said: source,
      })),
    },
  ];
}

function attemptRow(attempt: ProbeAttempt): SectionRow {
  const { requestId, outcome, detail, durationMs, bytes, server = "", upstreamMs } = attempt;
  const time = durationMs === undefined ? "" : `${durationMs} ms`;
  const inside = upstreamMs === undefined ? "" : `${upstreamMs} ms behind the proxy`;
  const body = bytes === undefined ? "" : counted(bytes, "byte");
  const words = outcome === "answered" || outcome === "connected"
    ? detail
    : `${outcome}: ${detail}`;
  return {
    cells: [requestId, words, [time, inside].filter(Boolean).join(", "), body, server],
    about: words,
    said: [time, inside, body, server && `server ${server}`, `request id ${requestId}`]
      .filter(Boolean).join(", "),
  };
}

/** Parts of a request's time, in the words of a report. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ["upload", "receiving the request"],
  ["clientProxy", "caller's proxy"],
  ["network", "network"],
  ["serverProxy", "server's proxy"],
  ["retries", "earlier tries"],
  ["application", "application"],
  ["downstream", "services it calls"],
  ["transfer", "carrying the answer"],
]);

/** Share of the time from which a part is named. */
const NAMED_SHARE = 0.3;

function latencyRow(row: LatencySummary): SectionRow {
  const { source, workload = "", requests, failures = 0, parts = {} } = row;
  const destination = shortHost(row.destination);
  const places = Object.entries(parts).filter(([, share]) => share >= NAMED_SHARE)
    .sort((a, b) => b[1] - a[1])
    .map(([part, share]) => {
      const advice = row.advice?.[part];
      return `${percent(share)} ${PARTS.get(part) ?? part}${advice ? ` (${advice})` : ""}`;
    }).join(", ");
  const times = [row.p50Ms, row.p90Ms, row.p99Ms].map((ms) => ms === undefined ? "" : `${ms} ms`);
  const failed = failures === 0 ? "" : `, ${failures} of which failed`;
  const count = requests === undefined ? "" : `${requests}${failed}`;
  const figures = [
    ...(requests === undefined ? [] : [counted(requests, "request") + failed]),
    ...["p50", "p90", "p99"].flatMap((name, i) => times[i] ? [`${name} ${times[i]}`] : []),
  ].join(", ");
  return {
    cells: [source, destination, workload, count, ...times, places],
    about: `${source} → ${destination}${workload ? `, answered by ${workload}` : ""}`,
    said: places ? `${figures}; ${places}` : figures,
  };
}

function capacitySections({ containers, pools, controlPlane }: CapacitySummary): Section[] {
  return [
    {
      title: "Containers",
      heads: ["Pod", "Container", "CPU", "Memory", "Throttled"],
      rows: containers.map(containerRow),
    },
    {
      title: "Limits of connections and requests",
      heads: ["Where", "Limit", "Allowed", "Most at a time", "Needed", "Refused"],
      rows: pools.map(poolRow),
    },
    {
      title: "Control plane",
      heads: ["Convergence p99", "Queue p99", "Push p99", "Pushes", "Rejected", "Proxies"],
      rows: controlPlane ? [controlPlaneRow(controlPlane)] : [],
    },
  ];
}

function containerRow(row: ContainerSummary): SectionRow {
  const cpu = use(row.cpu, row.cpuLimit, (cores) => `${Math.round(1000 * cores)}m`);
  const memory = use(row.memory, row.memoryLimit, (bytes) => `${Math.round(bytes / 2 ** 20)}Mi`);
  const throttled = row.throttled === undefined ? "" : percent(row.throttled);
  return {
    cells: [row.pod, row.container, cpu, memory, throttled],
    about: `${row.container} of ${row.pod}`,
    said: [
      ...(cpu ? [`CPU ${cpu}`] : []),
      ...(memory ? [`memory ${memory}`] : []),
      ...(throttled ? [`throttled in ${throttled} of periods`] : []),
    ].join(", "),
  };
}

/** `95m of 100m (95 %)`, or what is used where there is no limit. */
function use(
  used: number | undefined,
  limit: number | undefined,
  words: (amount: number) => string,
): string {
  if (used === undefined) return "";
  return limit === undefined
    ? `${words(used)}, no limit`
    : `${words(used)} of ${words(limit)} (${percent(used / limit)})`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function poolRow({ at: place, limit, allowed, peak, needed, refused }: PoolSummary): SectionRow {
  const at = shortHost(place);
  const verdict = refused > 0 || peak > allowed && needed > allowed ? "too small" : "not reached";
  return {
    cells: [at, limit, String(allowed), String(peak), String(needed), String(refused)],
    about: at,
    said: `${limit} ${allowed} is ${verdict}: ${peak} at a time, ${needed} needed` +
      (refused > 0 ? `, ${counted(refused, "request")} refused` : ""),
  };
}

function controlPlaneRow(row: ControlPlaneSummary): SectionRow {
  const ms = (value: number | undefined) => value === undefined ? "" : `${value} ms`;
  const times = [ms(row.convergenceP99Ms), ms(row.queueP99Ms), ms(row.pushP99Ms)];
  const pushes = Object.entries(row.pushes).map(([type, count]) => `${count} ${type}`).join(", ");
  const proxies = row.proxies === undefined ? "" : String(row.proxies);
  return {
    cells: [...times, pushes, String(row.rejects), proxies],
    about: `A change reaches the proxies, by ${
      row.from === "istiod" ? "istiod's own count" : "Prometheus"
    }`,
    said: [
      ...["within", "waiting in the queue", "making a push"].flatMap((what, i) =>
        times[i] ? [`${what} ${times[i]}`] : []
      ),
    ].join(", ") + ` (p99); ${row.rejects} rejected` +
      (proxies ? `; ${counted(Number(proxies), "connected client")}` : "") +
      (pushes ? `; pushes: ${pushes}` : ""),
  };
}

/** Hosts of the cluster without the part that all of them share. */
function shortHost(text: string): string {
  return text.replace(".svc.cluster.local", "");
}

const RISK: Readonly<Record<EdgeSecurity["protection"], number>> = {
  plaintext: 0,
  both: 1,
  unknown: 2,
  mTLS: 3,
};

function edgeRow(row: EdgeSecurity): SectionRow {
  const { requests, protection, from } = row;
  const source = `${row.source}${inCluster(row.cluster)}`;
  const destination = shortHost(row.destination);
  const words = protection === "both" ? "partly plaintext" : protection;
  const known = from === "access-log" ? "access log" : "configuration";
  return {
    cells: [source, destination, String(requests), words, known],
    about: `${source} → ${destination}`,
    said: `${words}, by the ${known}; ${counted(requests, "request")}`,
  };
}

function serviceRow(row: ServiceSecurity): SectionRow {
  const { mtls, callers, policies, dryRun = [], checksTokens } = row;
  const service = `${row.service}${inCluster(row.cluster)}`;
  const tokens = checksTokens ? "checked where sent" : "not looked at";
  const names = [...policies, ...dryRun.map((name) => `${name} (dry run)`)].join(", ");
  return {
    cells: [service, mtls, callers, names, tokens],
    about: service,
    said: `${mtls}; ${callers} may call${names ? ` (${names})` : ""}; tokens ${tokens}`,
  };
}
