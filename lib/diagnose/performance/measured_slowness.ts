import type { CauseResource } from "../../core/mod.ts";
import { workloadOf } from "../../mesh/mod.ts";
import { resourceOf } from "../case/objects.ts";
import type { Fact } from "../cause.ts";
import { distinct, type PerformanceCase } from "./case.ts";
import type { MeasuredLatency } from "./measured.ts";
import { APART_MS, SLOW_MS, WORTHWHILE_SHARE } from "./slowness.ts";

/** Shares by which metrics are judged. */
const JUDGED = [0.99, 0.9, 0.5] as const;

/** Fewest requests of which the slowest hundredth is more than one, which may be the first to a new pod. */
const ENOUGH_FOR_TAIL = 200;

/** Share of a workload's time that a call of its own must take to explain it. */
const EXPLAINS = 0.7;

/** What metrics show of requests that no log shows. */
export interface MeasuredSlowness {
  /** What was measured where the time passes. */
  readonly at: MeasuredLatency;
  /** Milliseconds that it comes to. */
  readonly ms: number;
  /** The same of others alike that are much faster. */
  readonly faster: readonly MeasuredLatency[];
}

/** The workloads of a service that metrics show to be slow, without those that wait for a call of their own. */
export function slowWorkloads(of: PerformanceCase): MeasuredSlowness[] {
  return unlogged(of).flatMap((at) => {
    const siblings = unlogged(of).filter((other) => other.workload !== at.workload);
    const faster = siblings.filter((other) => isFaster(other, at));
    const ms = slowest(at);
    if (ms === undefined && faster.length === 0) return [];
    const own = ms ?? at.quantiles.get(0.5)!;
    return waitsFor(of, at, own).length > 0 ? [] : [{ at, ms: own, faster }];
  });
}

/** The callers of a service whose requests metrics show to take much longer than the server says. */
export function slowWays(of: PerformanceCase): MeasuredSlowness[] {
  if (of.timings.length > 0) return [];
  return of.measured.filter(({ reporter }) => reporter === "source").flatMap((at) => {
    const [server] = of.measured.filter(({ reporter, source, workload }) =>
      reporter === "destination" && source === at.source && workload === at.workload
    );
    for (const share of judgedOf(server ?? at)) {
      const [whole, served] = [at, server].map((row) => row?.quantiles.get(share));
      if (whole === undefined || served === undefined) continue;
      const ms = whole - served;
      const isLost = apart(served, whole) >= SLOW_MS && ms >= WORTHWHILE_SHARE * whole;
      if (isLost) return [{ at, ms, faster: [server!] }];
    }
    return [];
  });
}

/** The services, by name and namespace, that the slow workloads of a service wait for. */
export function measuredCalls(of: PerformanceCase): MeasuredLatency[] {
  return unlogged(of).flatMap((at) => waitsFor(of, at, slowest(at) ?? Infinity));
}

/** Whether metrics show requests to be slow. */
export function isSlow(row: MeasuredLatency): boolean {
  return slowest(row) !== undefined;
}

/** What metrics say, as a fact: of the time of the recording, or counted since a proxy started. */
export function measuredFact(row: MeasuredLatency, what: string): Fact {
  const { quantiles, requests, isRecent, file, source } = row;
  const figures = [...quantiles].sort((a, b) => a[0] - b[0])
    .map(([share, ms]) => `p${Math.round(100 * share)} ${Math.round(ms)} ms`).join(", ");
  return {
    weight: isRecent ? "proven" : "likely",
    source: file,
    detail: `${requests === undefined ? "requests" : `${requests} requests`} of ${
      source || "unknown callers"
    } took ${figures} ${what}`,
  };
}

/** The workload of a row and its pods, as they stand in a finding. */
export function measuredObjects(
  { mesh, pods, services }: PerformanceCase,
  name: string,
): CauseResource[] {
  const own = pods.filter((pod) => workloadOf(mesh, pod).name === name);
  const workloads = own.map((pod): CauseResource => {
    const { kind, namespace, name } = workloadOf(mesh, pod);
    return { kind, namespace, name };
  });
  return [
    ...distinct(workloads, ({ kind, name }) => `${kind} ${name}`),
    ...own.map((pod) => resourceOf(pod)),
    ...services.map(({ resource }) => resourceOf(resource)),
  ];
}

/** One row for each workload of a service without logs: the receiver's where it has one, with most requests. */
function unlogged({ timings, measured }: PerformanceCase): MeasuredLatency[] {
  if (timings.length > 0) return [];
  const sorted = measured.toSorted((a, b) =>
    Number(a.reporter === "destination") - Number(b.reporter === "destination") ||
    (a.requests ?? 0) - (b.requests ?? 0)
  );
  return distinct(sorted, ({ workload }) => workload);
}

function slowest(row: MeasuredLatency): number | undefined {
  return judgedOf(row).flatMap((share) => row.quantiles.get(share) ?? [])
    .find((ms) => ms >= SLOW_MS);
}

function judgedOf({ requests = 0 }: MeasuredLatency): readonly number[] {
  return JUDGED.filter((share) => share < 0.99 || requests >= ENOUGH_FOR_TAIL);
}

function isFaster(other: MeasuredLatency, than: MeasuredLatency): boolean {
  const [fast = NaN, slow = NaN] = [other, than].map(({ quantiles }) => quantiles.get(0.5));
  return apart(fast, slow) >= APART_MS && slow >= 2 * fast;
}

/** Upper bounds of the buckets in which Envoy counts durations, in milliseconds (histogram_impl.cc). */
const BUCKETS_MS = [
  ...[0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000],
  ...[300_000, 600_000, 1_800_000, 3_600_000],
];

/**
 * Milliseconds that certainly lie between two quantiles. A quantile of a histogram is somewhere in its
 * bucket: 375 and 750 may both stand for requests of 500 ms.
 */
function apart(fast: number, slow: number): number {
  const above = BUCKETS_MS.find((bound) => fast <= bound) ?? fast;
  const below = BUCKETS_MS.findLast((bound) => bound < slow) ?? 0;
  return below - above;
}

function waitsFor(
  { allMeasured }: PerformanceCase,
  { workload, service }: MeasuredLatency,
  ms: number,
): MeasuredLatency[] {
  return workload === ""
    ? []
    : allMeasured.filter((call) =>
      call.source === workload && call.reporter === "source" && call.service !== service &&
      JUDGED.some((share) => (call.quantiles.get(share) ?? 0) >= EXPLAINS * ms)
    );
}
