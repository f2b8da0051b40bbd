import type { Cause } from "../../cause.ts";
import type { PerformanceCase } from "../../performance/case.ts";
import { applicationSlow } from "./application_slow.ts";
import { autoscalerCountsProxy } from "./autoscaler_counts_proxy.ts";
import { configurationBloat } from "./configuration_bloat.ts";
import { connectionQueue } from "./connection_queue.ts";
import { crossZone } from "./cross_zone.ts";
import { gatewaySaturated } from "./gateway_saturated.ts";
import { noKeepAlive } from "./no_keep_alive.ts";
import { oneInstanceSlow } from "./one_instance_slow.ts";
import { proxyStarved } from "./proxy_starved.ts";
import { retriesMultiply } from "./retries_multiply.ts";
import { slowFilter } from "./slow_filter.ts";
import { timeoutBudget } from "./timeout_budget.ts";
import { unevenLoad } from "./uneven_load.ts";
import { waySlow } from "./way_slow.ts";

/** Every root cause of slowness that a diagnosis considers. */
export const performanceCauses: readonly Cause<PerformanceCase>[] = [
  applicationSlow, // MM-P02
  autoscalerCountsProxy, // MM-P12
  configurationBloat, // MM-P07
  connectionQueue, // MM-P04
  crossZone, // MM-P11
  gatewaySaturated, // MM-P16
  noKeepAlive, // MM-P05
  oneInstanceSlow, // MM-C55
  proxyStarved, // MM-P01
  retriesMultiply, // MM-C47
  slowFilter, // MM-P14
  timeoutBudget, // MM-P10
  unevenLoad, // MM-P06
  waySlow, // MM-P03
].sort((a, b) => a.id < b.id ? -1 : 1);
