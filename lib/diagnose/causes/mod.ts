import type { Cause } from "../cause.ts";
import { subsetNotDefined } from "./routing/subset_not_defined.ts";

/** Every root cause that a diagnosis considers, ordered by id. */
export const causes: readonly Cause[] = [
  subsetNotDefined, // MM-R01
];
