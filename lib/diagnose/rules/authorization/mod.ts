import type { AnyRule } from "../../rule.ts";
import { namespaceNotFound } from "./namespace_not_found.ts";
import { noMatchingWorkloads } from "./no_matching_workloads.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  namespaceNotFound,
  noMatchingWorkloads,
];
