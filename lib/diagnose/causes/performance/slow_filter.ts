import type { ProxyObservation } from "../../../connectivity/mod.ts";
import { filtersOf } from "../../../connectivity/mod.ts";
import type { HttpFilter } from "../../../proxy/mod.ts";
import { policiesFor } from "../../../auth/mod.ts";
import type { CauseResource } from "../../../core/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { envoyFiltersFor, wasmPluginsFor } from "../../case/envoy_filters.ts";
import { label, resourceOf } from "../../case/objects.ts";
import type { PerformanceCase } from "../../performance/case.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { timed } from "../../performance/facts.ts";
import { slowParts } from "../../performance/path_part.ts";

/** A filter of a proxy holds requests up: an external authorizer, Lua, Wasm, a rate limiter. */
export const slowFilter = definePerformanceCause({
  id: "MM-P14",
  name: "slow-filter",
  title: "A filter of the proxy holds requests up",
  category: "configuration",
  severity: "medium",
  explains: ["MM-P03"],
  docs: {
    why:
      "Filters run before a request goes on. One that asks another service (an external authorizer, a rate " +
      "limiter), runs code (Lua, Wasm) or delays by intent adds its own time to every request.",
    symptom: "The same proxy adds time to every request, and its chain has such a filter.",
    remedy: "Make the authorizer faster, cache its answers, give it a timeout; simplify the code.",
    verify: "The proxy's share of the time falls.",
  },

  *consider(of) {
    for (const { part, slow } of slowParts(of, ["clientProxy", "serverProxy"])) {
      const line = part === "clientProxy" ? slow[0]?.exchange.client : slow[0]?.server;
      const pod = line?.proxy.pod;
      const kinds = pod ? suspectFilters(of, line.proxy, part === "serverProxy") : [];
      if (!pod || kinds.length === 0) continue;
      const objects = makersOf(of, pod);
      yield {
        objects: [...objects, resourceOf(pod)],
        title:
          `the ${kinds.join(" and ")} filter of ${pod.namespace}/${pod.name} holds requests up` +
          (objects[0] ? `, made by ${label(objects[0])}` : ""),
        facts: timed(slow, {
          weight: "proven",
          what: `in the proxy, whose chain has ${kinds.join(", ")}`,
          msOf: ({ parts }) => parts[part],
          side: part === "clientProxy" ? "client" : "server",
        }),
        remedy: { title: "Make what the filter asks or runs faster, or give it a timeout" },
      };
    }
  },
});

const SUSPECTS: ReadonlySet<string> = new Set(["ext_authz", "lua", "wasm", "ratelimit"]);

/** Kinds of filters in a proxy's way in, or way out, that may take time. */
function suspectFilters(
  of: PerformanceCase,
  { dump }: ProxyObservation,
  isInbound: boolean,
): string[] {
  const chains = isInbound
    ? dump?.listener("virtualInbound")?.filterChains ?? []
    : of.edges.flatMap(({ of: { walk } }) => walk.filterChain ?? []);
  const filters = chains.flatMap((chain) =>
    filtersOf(chain, "http_connection_manager").flatMap(({ config }) => config.httpFilters)
  );
  const kinds = filters.filter(({ isDisabled }) => !isDisabled).flatMap((each) =>
    suspectKind(each) ?? []
  );
  return [...new Set(kinds)].sort();
}

/** The name of a filter that takes time by what it does; every sidecar has a fault filter without a delay. */
function suspectKind(filter: HttpFilter): string | undefined {
  switch (filter.kind) {
    case "fault":
      return filter.config.delay ? "fault" : undefined;
    case "other":
      return /\.(ext_proc|golang|bandwidth_limit|dynamic_modules)\./.exec(filter.type)?.[1];
    default:
      return SUSPECTS.has(filter.kind) ? filter.kind : undefined;
  }
}

/** The objects that put filters into a pod's proxy. */
function makersOf({ mesh }: PerformanceCase, pod: Resource<"Pod">): CauseResource[] {
  return [
    ...policiesFor(mesh, pod).custom.map((each) => resourceOf(each, "spec.provider")),
    ...wasmPluginsFor(mesh, pod).map((each) => resourceOf(each)),
    ...envoyFiltersFor(mesh, pod).map((each) => resourceOf(each, "spec.configPatches")),
  ];
}
