import type { AnyRule } from "../../analysis/rule.ts";
import { exportTargetNotFound } from "./export_target_not_found.ts";
import { selectorWithoutWorkloads } from "./selector_without_workloads.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  exportTargetNotFound,
  selectorWithoutWorkloads,
];
