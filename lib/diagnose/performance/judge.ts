import type { Exchange } from "../../connectivity/mod.ts";
import type { Severity } from "../../core/mod.ts";
import { causes } from "../causes/mod.ts";
import { performanceCauses } from "../causes/performance/mod.ts";
import { type Ranked, type Trouble, weigh, worse } from "../ranking.ts";
import type { PerformanceCase } from "./case.ts";

/**
 * Weighs what may make a service slow: causes of slowness, and causes of failing connections on the way
 * from its callers, such as injected delays and timeouts, as far as they explain requests in trouble.
 */
export function judge(of: PerformanceCase): Ranked[] {
  const trouble = troubleOf(of);
  const slow = weigh(performanceCauses, of, trouble).filter((each) =>
    each.impact > 0 || each.hypothesis.isSilent ||
    each.hypothesis.facts.some(({ explains = [] }) => explains.length > 0)
  );
  const onTheWay = of.edges.flatMap((edge) => weigh(causes, edge.of, trouble))
    .filter(({ impact }) => impact > 0);
  return [...slow, ...onTheWay];
}

function troubleOf({ troubled, timings }: PerformanceCase): Trouble {
  const share = troubled.length / Math.max(1, timings.length);
  const failures = troubled.filter(({ isFailure }: Exchange) => isFailure).length;
  return {
    troubled,
    isUnobserved: false,
    severityOf(usual: Severity, impact: number): Severity {
      if (impact * share <= 0.1) return usual;
      return worse(usual, failures / timings.length > 0.95 ? "critical" : "high");
    },
  };
}
