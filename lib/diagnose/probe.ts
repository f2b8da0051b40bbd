import type { Case, Exchange } from "../connectivity/mod.ts";
import type { Hop, ProbeAttempt, Verdict } from "../core/mod.ts";
import type { Fact } from "./cause.ts";
import { confidenceOf, explainedBy, type Ranked } from "./ranking.ts";

/** The attempts of a case's probe as requests among the others. */
function probesOf({ exchanges }: Case): { probes: Exchange[]; failed: Exchange[] } {
  const probes = exchanges.filter(({ probe }) => probe !== undefined);
  return { probes, failed: probes.filter(({ isFailure }) => isFailure) };
}

/**
 * What a probe says of the verdict, for it is newer than all else: a connection on which every attempt fails
 * is broken, whatever was logged before; one on which none does is not. `undefined` where it says nothing.
 */
export function probeVerdict(of: Case, ranked: readonly Ranked[]): Verdict | undefined {
  const { probes, failed } = probesOf(of);
  if (probes.length === 0) return undefined;
  if (failed.length > 0) return failed.length === probes.length ? "broken" : "degraded";
  if (ranked.length > 0) return "degraded";
  return of.exchanges.every(({ isFailure }) => !isFailure) ? "healthy" : undefined;
}

/**
 * Holds causes against a probe. Those that explain its failures are confirmed. What every attempt got past
 * did not break it any more: such causes stay as what was wrong, with less weight, and a mild rank.
 */
export function heldAgainstProbe(of: Case, ranked: readonly Ranked[]): Ranked[] {
  const { probes, failed } = probesOf(of);
  if (of.probe === undefined || probes.length === 0) return [...ranked];
  const { pod } = of.probe;
  const say = (some: readonly Exchange[], how: string) =>
    `${some.length} of ${probes.length} requests sent from ${pod} ${how} now: ${forms(some)}`;
  return ranked.map((one) => {
    if (failed.length > 0) {
      const explained = explainedBy(one.hypothesis);
      const fact: Fact = { weight: "likely", source: "probe", detail: say(failed, "fail") };
      return failed.some((each) => explained.has(each)) ? withFact(one, fact) : one;
    }
    if (one.hypothesis.isSilent || !isPast(one, of)) return one;
    const fact: Fact = { weight: "against", source: "probe", detail: say(probes, "succeed") };
    return { ...withFact(one, fact), severity: "low" };
  });
}

function withFact(one: Ranked, fact: Fact): Ranked {
  const facts = [...one.hypothesis.facts, fact];
  return { ...one, hypothesis: { ...one.hypothesis, facts }, confidence: confidenceOf(facts) };
}

/** Whether the requests that a cause broke were like those that succeed now. */
function isPast({ hypothesis }: Ranked, of: Case): boolean {
  const explained = [...explainedBy(hypothesis)];
  const broken = explained.length > 0
    ? explained
    : of.exchanges.filter(({ isFailure }) => isFailure);
  return broken.every((each) => isOfSameForm(each, of));
}

/** Whether a request was one like those of the probe, or a connection, so that it tells the same. */
function isOfSameForm({ client, servers }: Exchange, { probe }: Case): boolean {
  const entry = (client ?? servers[0])?.entry;
  if (entry === undefined || entry.method === "") return true;
  const path = probe ? pathOf(probe.url) : "";
  return entry.method === probe?.method && entry.path.split("?", 1)[0] === path;
}

function pathOf(url: string): string {
  return /^\w+:\/\/[^/]*(\/[^?]*)/.exec(url)?.[1] ?? "/";
}

/** What became of a probe, to go on after `A → B`; `isClean` where there is nothing else to say. */
export function probeWords(of: Case, isClean: boolean): string {
  const { probes, failed } = probesOf(of);
  const total = of.exchanges.length - probes.length;
  const earlier = of.exchanges.filter(({ isFailure, probe }) => isFailure && !probe).length;
  if (failed.length === 0) {
    const now = `${probes.length} of ${probes.length} probes succeed (${forms(probes)})`;
    return earlier === 0
      ? `${isClean ? "is healthy" : "works"}: ${now}${
        total > 0 ? `, and so did ${total} requests before` : ""
      }`
      : `works now: ${now}, but ${earlier} of ${total} requests failed before`;
  }
  const how = `${failed.length} of ${probes.length} probes fail (${forms(failed)})`;
  return failed.length === probes.length
    ? `is broken: ${how}, and nothing that was read says why`
    : `works at times: ${how}`;
}

/** The station at which a probe ended, where no proxy said anything of it. */
export function probeHops(of: Case): Hop[] {
  const { probes, failed } = probesOf(of);
  const [first] = failed.length > 0 ? failed : probes;
  if (first?.probe === undefined || first.servers.length > 0) return [];
  const at = stationOf(first.probe);
  const some = failed.length > 0 ? failed : probes;
  const detail = `${some.length} of ${probes.length} probes: ${forms(some)}`;
  const outcome = failed.length > 0 ? "fail" : "ok";
  return at === undefined ? [] : [{ at, proxy: "", outcome, detail }];
}

function stationOf({ outcome, answeredBy }: ProbeAttempt): Hop["at"] | undefined {
  switch (outcome) {
    case "name-not-resolved":
    case "no-connection":
      return "listener";
    case "tls-failed":
      return "tls";
    default:
      return answeredBy === "caller-proxy" ? undefined : "app";
  }
}

/** What became of attempts, the most frequent first. */
function forms(probes: readonly Exchange[]): string {
  const byForm = Map.groupBy(probes, ({ probe }) => probe?.detail ?? "");
  return [...byForm].toSorted((a, b) => b[1].length - a[1].length).slice(0, 2)
    .map(([detail, { length }]) => byForm.size === 1 ? detail : `${length} × ${detail}`).join("; ");
}
