import type { Cause } from "../../cause.ts";
import type { PerformanceCase } from "../../performance/case.ts";
import { applicationSlow } from "./application_slow.ts";
import { oneInstanceSlow } from "./one_instance_slow.ts";
import { waySlow } from "./way_slow.ts";

/** Every root cause of slowness that a diagnosis considers. */
export const performanceCauses: readonly Cause<PerformanceCase>[] = [
  applicationSlow, // MM-P02
  oneInstanceSlow, // MM-C55
  waySlow, // MM-P03
].sort((a, b) => a.id < b.id ? -1 : 1);
