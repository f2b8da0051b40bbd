import type { AnyRule } from "../../analysis/rule.ts";
import { conflictingSidecars } from "./conflicting_sidecars.ts";
import { egressHostUnknown } from "./egress_host_unknown.ts";
import { emptyOutboundPolicy } from "./empty_outbound_policy.ts";
import { sidecarSelectsNoPods } from "./selects_no_pods.ts";
import { severalDefaultSidecars } from "./several_default_sidecars.ts";
import { sidecarInAmbient } from "./sidecar_in_ambient.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  conflictingSidecars,
  egressHostUnknown,
  emptyOutboundPolicy,
  sidecarSelectsNoPods,
  severalDefaultSidecars,
  sidecarInAmbient,
];
