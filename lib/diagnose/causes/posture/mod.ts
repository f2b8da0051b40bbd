import type { Cause } from "../../cause.ts";
import type { PostureCase } from "../../security/case.ts";
import { autoMtlsOff } from "./auto_mtls_off.ts";
import { rootEnds, servingCertificateEnds } from "./certificate_ends.ts";
import { policyInDryRun } from "./dry_run.ts";
import { endpointsWithoutPods } from "./endpoints_without_pods.ts";
import { ingressBypassesWaypoint } from "./ingress_bypasses_waypoint.ts";
import { contradictingLabels } from "./injection_labels.ts";
import { istiodWork } from "./istiod_work.ts";
import { objectRewritten } from "./object_rewritten.ts";
import { openEgress } from "./open_egress.ts";
import { permissive } from "./permissive.ts";
import { policySelectsNothing } from "./policy_selects_nothing.ts";
import { serverUnverified } from "./server_unverified.ts";
import { severalRevisions } from "./several_revisions.ts";
import { singleReplicas } from "./single_replica.ts";
import { singleWaypoint } from "./single_waypoint.ts";
import { ruleSplit } from "./split_rule.ts";
import { tokenOptional } from "./token_optional.ts";
import { validationDead } from "./validation_dead.ts";
import { versionSkew } from "./version_skew.ts";

/** Every root cause of a weak posture: what could happen, whether or not requests suffer. */
export const postureCauses: readonly Cause<PostureCase>[] = [
  autoMtlsOff, // MM-T05
  contradictingLabels, // MM-I02
  endpointsWithoutPods, // MM-X10
  ingressBypassesWaypoint, // MM-Z10
  ...istiodWork, // MM-X05, MM-X06, MM-X08
  objectRewritten, // MM-X07
  openEgress, // MM-C16
  permissive, // MM-T15
  policyInDryRun, // MM-A26
  policySelectsNothing, // MM-A11
  rootEnds, // MM-T10
  ruleSplit, // MM-A09
  servingCertificateEnds, // MM-G05
  serverUnverified, // MM-T16
  severalRevisions, // MM-X13
  ...singleReplicas, // MM-G17, MM-X12
  singleWaypoint, // MM-Z19
  tokenOptional, // MM-A23
  validationDead, // MM-X09
  versionSkew, // MM-I13
].sort((a, b) => a.id < b.id ? -1 : 1);
