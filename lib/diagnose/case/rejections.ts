import type { Case, ProxyObservation } from "../../connectivity/mod.ts";
import type { Resource } from "../../mesh/mod.ts";
import type { Fact } from "../cause.ts";
import { envoyFiltersFor } from "./envoy_filters.ts";
import { linesWith } from "./signs.ts";

/** A proxy on the way that rejected its newest configuration. */
export interface ProxyRejection {
  /** The proxy. */
  readonly proxy: ProxyObservation;
  /** Its pod. */
  readonly pod: Resource<"Pod">;
  /** The EnvoyFilters that change it, the one that the rejection most likely is about first. */
  readonly filters: readonly Resource<"EnvoyFilter">[];
  /** What was rejected and why. */
  readonly facts: readonly Fact[];
}

/** The proxies on the way of a case that rejected what istiod sent them. */
export function rejectionsIn(of: Case): ProxyRejection[] {
  const proxies = new Set([...(of.client ? [of.client] : []), ...of.servers]);
  return [...proxies].flatMap((proxy) => {
    const facts = rejectionsOf(of, proxy);
    if (facts.length === 0 || !proxy.pod) return [];
    const text = facts.map(({ detail }) => detail).join("\n");
    const filters = envoyFiltersFor(of.mesh, proxy.pod).toSorted((a, b) =>
      mentions(b, text) - mentions(a, text) || newer(a, b)
    );
    return [{ proxy, pod: proxy.pod, filters, facts }];
  });
}

/**
 * The facts of a rejection with the requests that fail by it. What the requests do not need may be missing
 * without harm to them.
 */
export function asHarmful(of: Case, proxy: ProxyObservation, facts: readonly Fact[]): Fact[] {
  const failures = of.exchanges.filter(({ isFailure }) => isFailure);
  return isOnPath(of, proxy)
    ? facts.map((fact) => ({ ...fact, explains: failures }))
    : facts.map((fact) => ({ ...fact, weight: "likely" }));
}

function rejectionsOf(of: Case, proxy: ProxyObservation): Fact[] {
  const facts: Fact[] = [];
  for (const [type, { rejection }] of of.controlPlane.sync?.get(proxy.id)?.types ?? []) {
    if (rejection === "") continue;
    facts.push({
      weight: "decisive",
      source: "istiod/debug/syncz.json",
      detail: `${type}: ${brief(rejection)}`,
    });
  }
  const entries = [
    ...proxy.dump?.listeners ?? [],
    ...proxy.dump?.clusters ?? [],
    ...proxy.dump?.routes ?? [],
  ];
  const rejected = entries.filter((entry) => entry.rejection !== undefined);
  if (rejected[0]?.rejection) {
    facts.push({
      weight: "decisive",
      source: `${proxy.folder}/config_dump.json`,
      detail: `error_state of ${rejected.map(({ name }) => name).slice(0, 3).join(", ")}: ` +
        brief(rejected[0].rejection.details),
    });
  }
  return facts;
}

function brief(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

/** Whether what the proxy lacks is why requests fail: it took them the wrong way, or not at all. */
function isOnPath(of: Case, proxy: ProxyObservation): boolean {
  const { verdict } = of.walk;
  if (proxy === of.client && verdict !== "forward") return true;
  const side = proxy === of.client ? "client" : "server";
  return linesWith(of, { side, flags: ["NC", "NR"] }).length > 0;
}

/** How many of the longer words of a filter's patches the rejection repeats. */
function mentions({ spec }: Resource<"EnvoyFilter">, text: string): number {
  const words = new Set(JSON.stringify(spec.configPatches ?? []).match(/[\w.]{6,}/g) ?? []);
  return [...words].filter((word) => text.includes(word)).length;
}

function newer(a: Resource, b: Resource): number {
  const [x, y] = [a, b].map(({ object }) => String(object.metadata.creationTimestamp ?? ""));
  return x! < y! ? 1 : x! > y! ? -1 : 0;
}
