import type { CauseResource } from "../../../core/mod.ts";
import { edgeLabel, type Timing } from "../../../traffic/mod.ts";
import { edit, label, resourceOf, workloadsOf } from "../../case/objects.ts";
import { routeField } from "../../case/routes.ts";
import type { PerformanceCase } from "../../performance/case.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { timed } from "../../performance/facts.ts";
import { isRegular, SLOW_MS } from "../../performance/slowness.ts";

/** Tries for one request, on average, from which retries multiply the load. */
const MULTIPLIED = 1.2;

/** Requests succeed or fail only after several tries, each of which costs the server as much as the first. */
export const retriesMultiply = definePerformanceCause({
  id: "MM-C47",
  name: "retries-multiply-load",
  title: "Retries multiply the load and the latency",
  category: "configuration",
  severity: "high",
  explains: ["MM-P02", "MM-C55"],
  docs: {
    why:
      "The caller's proxy tries a failed request again, and the caller waits for all tries together. Under " +
      "trouble every try adds load to a server that fails for want of capacity; with retries at several hops " +
      "the tries multiply.",
    symptom:
      "The server logs more requests than its callers sent; durations are multiples of one try's.",
    remedy:
      "Retry at one hop only, once or twice, what is idempotent; cure why the first try fails.",
    verify: "Server and caller log about the same number of requests.",
  },

  *consider(of) {
    for (const { edge, of: connection, timings: all } of of.edges) {
      const timings = all.filter(({ exchange: { client } }) => client);
      const retried = timings.filter(({ attempts }) => attempts.length > 1);
      const tries = timings.reduce((sum, { attempts }) => sum + Math.max(1, attempts.length), 0);
      const slow = retried.filter(({ totalMs }) => totalMs >= SLOW_MS);
      if (tries < MULTIPLIED * timings.length || !isRegular(slow.length, timings.length)) continue;
      const [route] = routeField(connection, "retries");
      yield {
        objects: [...(route ? [route] : []), ...answering(of, slow)],
        title: `${edgeLabel(edge)}: ${timings.length} requests became ${tries} by retries${
          route ? ` of ${label(route)}` : ""
        }`,
        facts: [
          ...timed(slow, {
            weight: "decisive",
            what: `in up to ${Math.max(...slow.map(({ attempts }) => attempts.length))} tries`,
            msOf: ({ totalMs }) => totalMs,
            side: "client",
          }),
          ...timed(slow, {
            weight: "proven",
            what: "in tries before the last one",
            msOf: ({ parts }) => parts.retries,
          }),
        ],
        remedy: {
          title: "Cure why the first try fails, and retry at one hop only",
          ...(route ? { action: edit(route) } : {}),
        },
      };
    }
  },
});

/** The workloads and pods whose tries were repeated. */
function answering({ mesh }: PerformanceCase, timings: readonly Timing[]): CauseResource[] {
  const lines = timings.flatMap(({ attempts }) => attempts.slice(0, -1));
  const pods = [...new Set(lines.flatMap(({ proxy }) => proxy.pod ?? []))];
  return [...workloadsOf(mesh, pods), ...pods.map((pod) => resourceOf(pod))];
}
