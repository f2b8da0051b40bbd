import type { ProxyObservation } from "../../connectivity/mod.ts";
import { parseQuantity } from "../../mesh/mod.ts";
import type { Fact } from "../cause.ts";
import { distinct, type PerformanceCase } from "./case.ts";
import { memoryShortage, SATURATED_SHARE } from "./usage.ts";

/** The proxies on both sides, each once. */
export function proxiesOf({ servers, edges }: PerformanceCase): ProxyObservation[] {
  return distinct([...servers, ...edges.flatMap(({ of }) => of.clients)], ({ id }) => id);
}

/** What shows that a proxy is near its memory limit: what was measured, and what it says itself. */
export function proxyMemoryShortage(
  { usage }: PerformanceCase,
  { folder, stats, pod }: ProxyObservation,
): Fact[] {
  const { containers = [], initContainers = [] } = pod?.spec ?? {};
  const container = [...containers, ...initContainers].find(({ name }) => name === "istio-proxy");
  const limit = parseQuantity(container?.resources?.limits?.["memory"]);
  const bytes = stats?.get("server.memory_allocated");
  const isFull = limit !== undefined && bytes !== undefined && bytes >= SATURATED_SHARE * limit;
  return [
    ...(isFull
      ? [{
        weight: "proven" as const,
        source: `${folder}/stats.json`,
        detail: `server.memory_allocated is ${
          Math.round(100 * bytes / limit)
        } % of the memory limit`,
      }]
      : []),
    ...usage.filter((each) => each.pod === pod && each.container === "istio-proxy")
      .flatMap(memoryShortage),
  ];
}
