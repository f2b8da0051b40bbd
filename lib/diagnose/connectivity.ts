import {
  type Case,
  investigate,
  type InvestigationInput,
  type Question,
} from "../connectivity/mod.ts";
import {
  type DiagnosisReport,
  distinctGaps,
  type Gap,
  type Hop,
  type Verdict,
} from "../core/mod.ts";
import { causes } from "./causes/mod.ts";
import { checkedIn } from "./checked.ts";
import { failedCallOf, isApplicationError } from "./follow.ts";
import { hopsOf } from "./hops.ts";
import { heldAgainstProbe, probeVerdict, probeWords } from "./probe.ts";
import { findingOf, rank, type Ranked, recommendationOf } from "./ranking.ts";

/** What a diagnosis reads. */
export type DiagnosisInput = InvestigationInput;

/** Says why one connection does not work, or that it does. */
export async function diagnoseConnectivity(
  question: Question,
  input: DiagnosisInput,
): Promise<DiagnosisReport> {
  return reportOf(await answer(question, input, CALLS_FOLLOWED));
}

/** How many calls from application to application are followed to the origin of an error. */
const CALLS_FOLLOWED = 4;

/** What was found out about a question, and about the call behind it that failed, if there was one. */
interface Answer {
  readonly of: Case;
  readonly ranked: readonly Ranked[];
  readonly behind: Answer | undefined;
}

async function answer(
  question: Question,
  input: DiagnosisInput,
  callsLeft: number,
): Promise<Answer> {
  const of = await investigate(question, input);
  const ranked = heldAgainstProbe(of, rank(causes, of));
  const call = callsLeft > 0 && ranked[0] && isApplicationError(ranked[0])
    ? failedCallOf(of)
    : undefined;
  const behind = call && await answer(call, { ...input, probe: undefined }, callsLeft - 1);
  // An application that fails because of a call is a consequence of what broke the call.
  return behind && behind.ranked.length > 0
    ? { of, ranked: ranked.filter((one) => !isApplicationError(one)), behind }
    : { of, ranked, behind: undefined };
}

function reportOf({ of, ranked: own, behind }: Answer): DiagnosisReport {
  const ranked = [...rankedBehind(behind), ...own];
  const verdict = verdictOf(of, ranked);
  return {
    kind: "DiagnosisReport",
    version: 1,
    issueType: "connectivity",
    timestamp: of.now.toISOString(),
    context: {
      source: of.caller.isExternal ? "external" : sourceId(of),
      destination: target(of),
      request: { method: of.request.method, path: of.request.path },
    },
    verdict,
    headline: headlineOf(of, verdict, ranked, behind),
    findings: ranked.map(findingOf),
    recommendations: ranked.map(recommendationOf),
    hops: hopsBehind({ of, ranked, behind }),
    ...(of.probe && { probe: of.probe }),
    gaps: distinctGaps(gapsBehind({ of, ranked, behind })),
    checked: checkedIn(of),
  };
}

/** The caller's pod, of several the one whose proxy was walked. */
function sourceId({ caller: { pods, dataPlane }, client }: Case): string {
  const [pod] = pods;
  if (client && dataPlane !== "ambient") return client.id;
  return pod ? `${pod.namespace}/${pod.name}` : "";
}

function target({ destination: { host, port } }: Case): string {
  return port === undefined ? host : `${host}:${port}`;
}

function rankedBehind(behind: Answer | undefined): Ranked[] {
  return behind ? [...rankedBehind(behind.behind), ...behind.ranked] : [];
}

function hopsBehind({ of, behind }: Answer): Hop[] {
  return [...hopsOf(of), ...(behind ? hopsBehind(behind) : [])];
}

function gapsBehind({ of, behind }: Answer): Gap[] {
  return [...of.gaps, ...(behind ? gapsBehind(behind) : [])];
}

/** Share of failed requests from which a connection counts as broken rather than degraded. */
const BROKEN_SHARE = 0.9;

/** Confidence from which a cause settles the verdict although no request was seen. */
const PROVEN = 0.8;

function verdictOf(of: Case, ranked: readonly Ranked[]): Verdict {
  return probeVerdict(of, ranked) ?? observedVerdict(of, ranked);
}

function observedVerdict(of: Case, ranked: readonly Ranked[]): Verdict {
  const { exchanges } = of;
  const failed = exchanges.filter((exchange) => exchange.isFailure).length;
  if (exchanges.length === 0) {
    const proven = ranked.filter(({ confidence }) => confidence >= PROVEN);
    if (proven.length > 0) {
      return proven.every(({ hypothesis }) => hypothesis.isSilent) ? "degraded" : "broken";
    }
    if (ranked.length > 0) return "inconclusive";
    return wasObserved(of) ? "healthy" : "inconclusive";
  }
  if (failed === 0) {
    return ranked.length > 0 ? "degraded" : wasSeenByCaller(of) ? "healthy" : "inconclusive";
  }
  if (ranked.length === 0) return "inconclusive";
  return failed / exchanges.length >= BROKEN_SHARE ? "broken" : "degraded";
}

/** Whether requests that the caller's own proxy refused, and the server's never saw, would have been seen. */
function wasSeenByCaller({ exchanges, clients }: Case): boolean {
  return exchanges.some(({ client }) => client) || clients.every(({ log }) => log !== undefined);
}

/** Whether the logs that would show the requests were read, and the way through the proxy is known. */
function wasObserved({ walk, client, clients, servers, caller }: Case): boolean {
  const logs = [...clients, ...servers];
  // A caller without proxy has no configuration to walk: its requests go straight to the Service. So do
  // those that no waypoint takes from its ztunnel.
  const isKnown = caller.dataPlane === "none" || caller.dataPlane === "ambient" && !client ||
    clients.length > 0 && walk.verdict !== "unknown" && !walk.isExpected;
  return isKnown && logs.length > 0 && logs.every(({ log }) => log !== undefined);
}

function headlineOf(
  of: Case,
  verdict: Verdict,
  [best]: readonly Ranked[],
  behind: Answer | undefined,
): string {
  const way = `${of.caller.label} → ${target(of)}`;
  const total = of.exchanges.length;
  const failed = of.exchanges.filter((exchange) => exchange.isFailure).length;
  const probed = of.probe && probeWords(of, best === undefined);
  if (probed && (!best || verdict === "degraded")) {
    return best ? `${way} ${probed}; ${best.hypothesis.title}` : `${way} ${probed}`;
  }
  if (best) {
    const what = verdict === "broken"
      ? `${of.caller.label} cannot reach ${target(of)}`
      : verdict === "inconclusive" && total === 0
      ? `${way} may fail, no request was seen`
      : failed > 0
      ? `${failed} of ${total} requests ${way} fail`
      : `${way} works, but not as configured`;
    const via = behind ? `${behind.of.caller.label} calls ${target(behind.of)} for it, and ` : "";
    return `${what}: ${via}${best.hypothesis.title}`;
  }
  if (verdict === "inconclusive") {
    return failed > 0
      ? `${failed} of ${total} requests ${way} fail, and nothing that was read says why`
      : `${way}: too little was read to tell; record the access logs and configuration of the proxies`;
  }
  return total > 0
    ? `${way} is healthy: ${total} requests, none failed`
    : `${way} is open as configured; no request was seen`;
}
