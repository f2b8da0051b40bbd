import type { AnyRule } from "../../analysis/rule.ts";
import { httpPolicyAtZtunnel } from "./http_policy_at_ztunnel.ts";
import { requestPolicyWithoutTarget } from "./request_policy_without_target.ts";
import { routesOfOtherNamespace } from "./routes_of_other_namespace.ts";
import { routesWithoutWaypoint } from "./routes_without_waypoint.ts";
import { selectorWithoutProxies } from "./selector_without_proxies.ts";
import { settingsWithoutWaypoint } from "./settings_without_waypoint.ts";
import { sidecarAndAmbient } from "./sidecar_and_ambient.ts";
import { waypointForOtherTraffic } from "./waypoint_for_other_traffic.ts";
import { waypointNotAdmitted } from "./waypoint_not_admitted.ts";
import { waypointNotFound } from "./waypoint_not_found.ts";
import { waypointWithoutAmbient } from "./waypoint_without_ambient.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  httpPolicyAtZtunnel,
  requestPolicyWithoutTarget,
  routesOfOtherNamespace,
  routesWithoutWaypoint,
  selectorWithoutProxies,
  settingsWithoutWaypoint,
  sidecarAndAmbient,
  waypointForOtherTraffic,
  waypointNotAdmitted,
  waypointNotFound,
  waypointWithoutAmbient,
];
