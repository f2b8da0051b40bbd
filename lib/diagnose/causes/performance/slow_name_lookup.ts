import { newestValue, quantileAsked } from "../../../evidence/mod.ts";
import type { Timing } from "../../../traffic/mod.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import type { Fact } from "../../cause.ts";
import type { PerformanceCase } from "../../performance/case.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { timed } from "../../performance/facts.ts";
import { podOf } from "../../performance/places.ts";
import { isRegular, ownMs } from "../../performance/slowness.ts";
import { cpuShortage } from "../../performance/usage.ts";

/** A resolver tries again after this time: `timeout` of resolv.conf(5), 5 s unless it is set. */
const RESOLVER_MS = 5_000;

/** Milliseconds that the rest of a request may take beside the lookup. */
const REST_MS = 500;

/** Seconds from which a name server is slow by its own metrics. */
const SLOW_SERVER_SECONDS = 0.5;

/** An application waits for the name server before it calls anybody. */
export const slowNameLookup = definePerformanceCause({
  id: "MM-P13",
  name: "slow-name-lookup",
  title: "Looking up names takes seconds",
  category: "network",
  severity: "medium",
  explains: ["MM-P02", "MM-C55"],
  docs: {
    why:
      "A lookup whose answer is lost is repeated after five seconds. With ndots:5 a short name is asked for " +
      "up to five times, so that a name server without CPU loses some.",
    symptom:
      "Some requests take five seconds, or ten, more than the others, before the application calls anybody; " +
      "the name servers are slow or at their CPU limit.",
    remedy:
      "Give the name servers more CPU; let the proxy answer (ISTIO_META_DNS_CAPTURE), or write names with a " +
      "dot at the end.",
    verify: "The steps of five seconds disappear.",
    links: ["https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/"],
  },

  *consider(of) {
    const stepped = of.timings.filter(isStep);
    if (!isRegular(stepped.length, of.timings.length)) return;
    const signs = [...slowServers(of), ...beforeCalls(stepped)];
    if (signs.length === 0) return;
    const pods = [...new Set(stepped.flatMap((timing) => podOf(of.mesh, timing) ?? []))];
    const workloads = workloadsOf(of.mesh, pods);
    yield {
      objects: [...workloads, ...pods.map((pod) => resourceOf(pod))],
      title:
        `${stepped.length} of ${of.timings.length} requests to ${of.label} take the five seconds ` +
        "after which a lookup of a name is repeated",
      facts: [
        ...signs,
        ...timed(stepped, { weight: "possible", what: "in the application", msOf: ownMs }),
      ],
      remedy: { title: "Make the name servers answer, or let the proxies answer for them" },
    };
  },
});

/** Whether the server's own time is one or two waits of a resolver, and little else. */
function isStep(timing: Timing): boolean {
  const ms = ownMs(timing);
  return ms >= RESOLVER_MS && ms < 2.5 * RESOLVER_MS && ms % RESOLVER_MS < REST_MS;
}

function slowServers({ answers, usage }: PerformanceCase): Fact[] {
  const slow = [...answers].flatMap(([name, { query, series }]) =>
    /coredns_dns_request_duration/.test(query) && quantileAsked(query) !== undefined
      ? series.flatMap((one) => {
        const seconds = newestValue(one) ?? 0;
        return seconds >= SLOW_SERVER_SECONDS ? [{ name, seconds }] : [];
      })
      : []
  );
  return [
    ...slow.map(({ name, seconds }) => ({
      weight: "proven" as const,
      source: `prometheus/${name}`,
      detail: `the name servers take ${Math.round(1000 * seconds)} ms`,
    })),
    ...usage.filter(({ pod }) => pod.labels["k8s-app"] === "kube-dns").flatMap(cpuShortage),
  ];
}

/** Requests in which the wait lies before the first call that the application makes. */
function beforeCalls(stepped: readonly Timing[]): Fact[] {
  const waiting = stepped.filter(({ server, calls }) => {
    const first = Math.min(...calls.map(({ entry }) => entry.startMs));
    return server !== undefined && first < Infinity &&
      first - server.entry.startMs >= RESOLVER_MS;
  });
  return waiting.length === 0 ? [] : timed(waiting, {
    weight: "likely",
    what: "before the application called anybody",
    msOf: ownMs,
  });
}
