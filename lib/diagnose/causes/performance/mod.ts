import type { Cause } from "../../cause.ts";
import type { PerformanceCase } from "../../performance/case.ts";
import { applicationSlow } from "./application_slow.ts";
import { autoscalerCountsProxy } from "./autoscaler_counts_proxy.ts";
import { configurationBloat } from "./configuration_bloat.ts";
import { connectionQueue } from "./connection_queue.ts";
import { crossZone } from "./cross_zone.ts";
import { flowControl } from "./flow_control.ts";
import { gatewaySaturated } from "./gateway_saturated.ts";
import { limitPerProxy } from "./limit_per_proxy.ts";
import { metricsCardinality } from "./metrics_cardinality.ts";
import { noKeepAlive } from "./no_keep_alive.ts";
import { oneInstanceSlow } from "./one_instance_slow.ts";
import { protocolDetection } from "./protocol_detection.ts";
import { proxyStarved } from "./proxy_starved.ts";
import { retriesMultiply } from "./retries_multiply.ts";
import { slowFilter } from "./slow_filter.ts";
import { slowNameLookup } from "./slow_name_lookup.ts";
import { telemetryCost } from "./telemetry_cost.ts";
import { timeoutBudget } from "./timeout_budget.ts";
import { unevenLoad } from "./uneven_load.ts";
import { waySlow } from "./way_slow.ts";
import { ztunnelSaturated } from "./ztunnel_saturated.ts";

/** Every root cause of slowness that a diagnosis considers. */
export const performanceCauses: readonly Cause<PerformanceCase>[] = [
  applicationSlow, // MM-P02
  autoscalerCountsProxy, // MM-P12
  configurationBloat, // MM-P07
  connectionQueue, // MM-P04
  crossZone, // MM-P11
  flowControl, // MM-P17
  gatewaySaturated, // MM-P16
  limitPerProxy, // MM-P15
  metricsCardinality, // MM-P08
  noKeepAlive, // MM-P05
  oneInstanceSlow, // MM-C55
  protocolDetection, // MM-P20
  proxyStarved, // MM-P01
  retriesMultiply, // MM-C47
  slowFilter, // MM-P14
  slowNameLookup, // MM-P13
  telemetryCost, // MM-P09
  timeoutBudget, // MM-P10
  unevenLoad, // MM-P06
  waySlow, // MM-P03
  ztunnelSaturated, // MM-P18
].sort((a, b) => a.id < b.id ? -1 : 1);
