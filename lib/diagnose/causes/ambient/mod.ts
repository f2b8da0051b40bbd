import type { Cause } from "../../cause.ts";
import { ciliumConflict } from "./cilium_conflict.ts";
import { cniPathsWrong } from "./cni_paths.ts";
import { criticalPodsQuota } from "./critical_pods_quota.ts";
import { hboneBlockedFromSidecar } from "./hbone_blocked_from_sidecar.ts";
import { hbonePortBlocked } from "./hbone_port_blocked.ts";
import { httpPolicyWithoutWaypoint } from "./http_policy_without_waypoint.ts";
import { plaintextRefusedByZtunnel } from "./plaintext_refused.ts";
import { podNotCaptured } from "./pod_not_captured.ts";
import { probesBlocked } from "./probes_blocked.ts";
import { routesWithoutWaypoint } from "./routes_without_waypoint.ts";
import { selectorBehindWaypoint } from "./selector_behind_waypoint.ts";
import { sidecarAndAmbient } from "./sidecar_and_ambient.ts";
import { waypointForOtherTraffic } from "./waypoint_for_other_traffic.ts";
import { waypointNotAllowed } from "./waypoint_not_allowed.ts";
import { waypointNotReady } from "./waypoint_not_ready.ts";
import { ztunnelDenies } from "./ztunnel_denies.ts";
import { ztunnelNotRunning } from "./ztunnel_not_running.ts";
import { ztunnelWithoutData } from "./ztunnel_without_data.ts";

/** Every root cause of ambient mode. */
export const ambientCauses: readonly Cause[] = [
  hboneBlockedFromSidecar, // MM-C07
  hbonePortBlocked, // MM-Z01
  probesBlocked, // MM-Z02
  ztunnelNotRunning, // MM-Z03
  podNotCaptured, // MM-Z04
  sidecarAndAmbient, // MM-Z05
  waypointNotReady, // MM-Z06
  httpPolicyWithoutWaypoint, // MM-Z07
  selectorBehindWaypoint, // MM-Z08
  routesWithoutWaypoint, // MM-Z09
  waypointForOtherTraffic, // MM-Z11
  waypointNotAllowed, // MM-Z12
  ztunnelDenies, // MM-Z13
  plaintextRefusedByZtunnel, // MM-Z14
  ztunnelWithoutData, // MM-Z15
  criticalPodsQuota, // MM-Z16
  cniPathsWrong, // MM-Z17
  ciliumConflict, // MM-Z18
];
