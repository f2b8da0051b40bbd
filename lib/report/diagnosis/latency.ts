import type { LatencySummary } from "../../core/mod.ts";

/** Parts of a request's time, in the words of a report. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ["clientProxy", "caller's proxy"],
  ["network", "network"],
  ["serverProxy", "server's proxy"],
  ["application", "application"],
  ["downstream", "services it calls"],
  ["transfer", "carrying the answer"],
]);

/** Share of the time from which a part is named. */
const NAMED_SHARE = 0.3;

/** The heads of the columns of {@linkcode latencyCells}. */
export const LATENCY_HEADS = [
  "From",
  "To",
  "Answered by",
  "Requests",
  "p50",
  "p90",
  "p99",
  "Where the time goes",
] as const;

/** One row of a table of latencies. */
export function latencyCells(row: LatencySummary): readonly string[] {
  return [
    row.source,
    row.destination,
    row.workload ?? "",
    row.requests === undefined ? "" : String(row.requests),
    ...[row.p50Ms, row.p90Ms, row.p99Ms].map((ms) => ms === undefined ? "" : `${ms} ms`),
    placesOf(row),
  ];
}

/** The same in words: who calls whom, and how long that takes. */
export function latencyLines(row: LatencySummary): readonly [ends: string, figures: string] {
  const by = row.workload === undefined ? "" : `, answered by ${row.workload}`;
  const figures = [
    ...(row.requests === undefined ? [] : [`${row.requests} requests`]),
    ...([["p50", row.p50Ms], ["p90", row.p90Ms], ["p99", row.p99Ms]] as const)
      .flatMap(([name, ms]) => ms === undefined ? [] : [`${name} ${ms} ms`]),
  ].join(", ");
  const places = placesOf(row);
  return [
    `${row.source} → ${row.destination}${by}`,
    places === "" ? figures : `${figures}; ${places}`,
  ];
}

function placesOf({ parts = {} }: LatencySummary): string {
  return Object.entries(parts).filter(([, share]) => share >= NAMED_SHARE)
    .sort((a, b) => b[1] - a[1])
    .map(([part, share]) => `${Math.round(100 * share)} % ${PARTS.get(part) ?? part}`).join(", ");
}
