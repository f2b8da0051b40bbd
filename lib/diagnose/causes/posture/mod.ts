import type { Cause } from "../../cause.ts";
import type { PostureCase } from "../../security/case.ts";
import { autoMtlsOff } from "./auto_mtls_off.ts";
import { rootEnds, servingCertificateEnds } from "./certificate_ends.ts";
import { policyInDryRun } from "./dry_run.ts";
import { ingressBypassesWaypoint } from "./ingress_bypasses_waypoint.ts";
import { openEgress } from "./open_egress.ts";
import { permissive } from "./permissive.ts";
import { policySelectsNothing } from "./policy_selects_nothing.ts";
import { singleWaypoint } from "./single_waypoint.ts";
import { tokenOptional } from "./token_optional.ts";

/** Every root cause of a weak posture: what could happen, whether or not requests suffer. */
export const postureCauses: readonly Cause<PostureCase>[] = [
  autoMtlsOff, // MM-T05
  ingressBypassesWaypoint, // MM-Z10
  openEgress, // MM-C16
  permissive, // MM-T15
  policyInDryRun, // MM-A26
  policySelectsNothing, // MM-A11
  rootEnds, // MM-T10
  servingCertificateEnds, // MM-G05
  singleWaypoint, // MM-Z19
  tokenOptional, // MM-A23
].sort((a, b) => a.id < b.id ? -1 : 1);
