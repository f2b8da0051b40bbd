import type {
  DiagnosisReport,
  EdgeSecurity,
  LatencySummary,
  ServiceSecurity,
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

/** The tables of a report: latencies, how traffic is protected, and who may call what. */
export function sectionsOf({ latency = [], security }: DiagnosisReport): Section[] {
  return [
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
  const { source, destination, workload = "", requests, parts = {} } = row;
  const places = Object.entries(parts).filter(([, share]) => share >= NAMED_SHARE)
    .sort((a, b) => b[1] - a[1])
    .map(([part, share]) => `${Math.round(100 * share)} % ${PARTS.get(part) ?? part}`).join(", ");
  const times = [row.p50Ms, row.p90Ms, row.p99Ms].map((ms) => ms === undefined ? "" : `${ms} ms`);
  const count = requests === undefined ? "" : String(requests);
  const figures = [
    ...(requests === undefined ? [] : [counted(requests, "request")]),
    ...["p50", "p90", "p99"].flatMap((name, i) => times[i] ? [`${name} ${times[i]}`] : []),
  ].join(", ");
  return {
    cells: [source, destination, workload, count, ...times, places],
    about: `${source} → ${destination}${workload ? `, answered by ${workload}` : ""}`,
    said: places ? `${figures}; ${places}` : figures,
  };
}

const RISK: Readonly<Record<EdgeSecurity["protection"], number>> = {
  plaintext: 0,
  both: 1,
  unknown: 2,
  mTLS: 3,
};

function edgeRow({ source, destination, requests, protection, from }: EdgeSecurity): SectionRow {
  const words = protection === "both" ? "partly plaintext" : protection;
  const known = from === "access-log" ? "access log" : "configuration";
  return {
    cells: [source, destination, String(requests), words, known],
    about: `${source} → ${destination}`,
    said: `${words}, by the ${known}; ${counted(requests, "request")}`,
  };
}

function serviceRow(
  { service, mtls, callers, policies, dryRun = [], checksTokens }: ServiceSecurity,
): SectionRow {
  const tokens = checksTokens ? "checked where sent" : "not looked at";
  const names = [...policies, ...dryRun.map((name) => `${name} (dry run)`)].join(", ");
  return {
    cells: [service, mtls, callers, names, tokens],
    about: service,
    said: `${mtls}; ${callers} may call${names ? ` (${names})` : ""}; tokens ${tokens}`,
  };
}
