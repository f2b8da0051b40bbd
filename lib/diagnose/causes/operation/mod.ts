import type { Cause } from "../../cause.ts";
import type { OperationCase } from "../../operation/case.ts";
import { accessLogOff } from "./access_log_off.ts";
import { requestMetricsMissing } from "./request_metrics_missing.ts";
import { unknownDestination } from "./unknown_destination.ts";
import { clusterVersionSkew } from "./version_skew.ts";

/** Every root cause of a mesh that is hard to operate: what nobody sees or keeps in step. */
export const operationCauses: readonly Cause<OperationCase>[] = [
  clusterVersionSkew, // MM-M17
  accessLogOff, // MM-O01
  requestMetricsMissing, // MM-O03
  unknownDestination, // MM-O04
];
