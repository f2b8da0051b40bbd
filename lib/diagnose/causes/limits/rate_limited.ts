import { envoyFiltersFor } from "../../case/envoy_filters.ts";
import { defineCause } from "../../cause.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** A rate limit refuses requests. */
export const rateLimited = defineCause({
  id: "MM-C49",
  name: "rate-limited",
  title: "A rate limit refuses requests",
  category: "configuration",
  severity: "medium",
  explains: ["MM-C46"],
  docs: {
    why:
      "A local rate limit counts in each proxy, a global one asks a rate limit service. What goes " +
      "beyond is answered with 429.",
    symptom: "429 with flag RL and details local_rate_limited or request_rate_limited.",
    remedy: "Raise the bucket, or make callers slow down; it may be meant so.",
    verify: "RL lines stop under the load that is allowed.",
  },

  *consider(of) {
    const sign = { flags: ["RL"] } as const;
    const lines = linesWith(of, sign);
    const bare = lines.length > 0 ? lines : linesWith(of, { details: /rate_limited/ });
    if (bare.length === 0) return;
    const pods = [...new Set(bare.flatMap(({ line }) => line.proxy.pod ?? []))];
    const filters = pods.flatMap((pod) => envoyFiltersFor(of.mesh, pod))
      .filter((filter) => /ratelimit/i.test(JSON.stringify(filter.spec.configPatches ?? [])));
    const objects = [...new Set(filters)].map((filter) => resourceOf(filter, "spec.configPatches"));
    yield {
      objects: objects.length > 0 ? objects : pods.map((pod) => resourceOf(pod)),
      title: `${
        objects[0] ? label(objects[0]) : "a rate limit"
      } refuses ${bare.length} of ${of.exchanges.length} requests at ${
        pods.map(({ name }) => name).join(", ")
      }`,
      facts: logged(of, lines.length > 0 ? sign : { details: /rate_limited/ }),
      remedy: {
        title: "Raise the limit, or slow the callers down",
        ...(objects[0] ? { action: edit(objects[0]) } : {}),
      },
    };
  },
});
