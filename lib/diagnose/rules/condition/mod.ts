import type { AnyRule } from "../../analysis/rule.ts";
import { negativeCondition } from "./negative_condition.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  negativeCondition,
];
