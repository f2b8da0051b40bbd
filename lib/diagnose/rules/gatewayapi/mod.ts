import type { AnyRule } from "../../analysis/rule.ts";
import { backendNotFound } from "./backend_not_found.ts";
import { backendNotGranted } from "./backend_not_granted.ts";
import { certificateNotFound } from "./certificate_not_found.ts";
import { crdVersionTooOld } from "./crd_version_too_old.ts";
import { hostnamesNotServed } from "./hostnames_not_served.ts";
import { ineffectiveSelector } from "./ineffective_selector.ts";
import { parentNotFound } from "./parent_not_found.ts";
import { routeNotAdmitted } from "./route_not_admitted.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  backendNotFound,
  backendNotGranted,
  certificateNotFound,
  crdVersionTooOld,
  hostnamesNotServed,
  ineffectiveSelector,
  parentNotFound,
  routeNotAdmitted,
];
