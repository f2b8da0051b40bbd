import type { AnyRule } from "../../analysis/rule.ts";
import { conflictingSidecars } from "./conflicting_sidecars.ts";
import { sidecarSelectsNoPods } from "./selects_no_pods.ts";
import { severalDefaultSidecars } from "./several_default_sidecars.ts";
import { sidecarInAmbient } from "./sidecar_in_ambient.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  conflictingSidecars,
  sidecarSelectsNoPods,
  severalDefaultSidecars,
  sidecarInAmbient,
];
