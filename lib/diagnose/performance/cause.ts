import type { Cause } from "../cause.ts";
import type { PerformanceCase } from "./case.ts";

/** Declares a cause of slowness: a claim about the performance of one service. */
export function definePerformanceCause(cause: Cause<PerformanceCase>): Cause<PerformanceCase> {
  return cause;
}
