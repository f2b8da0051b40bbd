import type { CapacitySummary, ContainerSummary, ControlPlaneSummary } from "../../core/mod.ts";
import { distinct, type PerformanceCase } from "./case.ts";
import { poolsOf } from "./pools.ts";
import type { ContainerUsage } from "./usage.ts";

/** What there is against what is needed, for the services that were looked at. */
export function capacityOf(
  examined: readonly PerformanceCase[],
  controlPlane: ControlPlaneSummary | undefined,
): CapacitySummary {
  const containers = examined.flatMap(({ usage }) => usage.flatMap(containerOf));
  const pools = examined.flatMap(poolsOf);
  return {
    containers: distinct(containers, ({ pod, container }) => `${pod}/${container}`)
      .sort((a, b) => fullness(b) - fullness(a)),
    pools: distinct(pools, ({ at, limit, allowed }) => `${at} ${limit} ${allowed}`),
    ...(controlPlane ? { controlPlane } : {}),
  };
}

/** A container of which somebody measured something. */
function containerOf(usage: ContainerUsage): ContainerSummary[] {
  const { pod, container, cpu, cpuLimit, memory, memoryLimit, throttled } = usage;
  if (cpu === undefined && memory === undefined && throttled === undefined) return [];
  return [{
    pod: `${pod.namespace}/${pod.name}`,
    container,
    ...(cpu === undefined ? {} : { cpu }),
    ...(cpuLimit === undefined ? {} : { cpuLimit }),
    ...(memory === undefined ? {} : { memory }),
    ...(memoryLimit === undefined ? {} : { memoryLimit }),
    ...(throttled === undefined ? {} : { throttled }),
  }];
}

function fullness(
  { cpu = 0, cpuLimit = Infinity, memory = 0, memoryLimit = Infinity, throttled = 0 }:
    ContainerSummary,
): number {
  return Math.max(cpu / cpuLimit, memory / memoryLimit, throttled);
}
