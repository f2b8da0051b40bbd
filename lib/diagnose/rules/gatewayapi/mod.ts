import type { AnyRule } from "../../analysis/rule.ts";
import { backendNotFound } from "./backend_not_found.ts";
import { backendNotGranted } from "./backend_not_granted.ts";
import { backendTlsTargetNotFound } from "./backend_tls_target_not_found.ts";
import { certificateNotFound } from "./certificate_not_found.ts";
import { classNotFound } from "./class_not_found.ts";
import { crdVersionTooOld } from "./crd_version_too_old.ts";
import { grantNamespaceNotFound } from "./grant_namespace_not_found.ts";
import { hostnamesNotServed } from "./hostnames_not_served.ts";
import { ineffectiveSelector } from "./ineffective_selector.ts";
import { listenerProtocolsConflict } from "./listener_protocols_conflict.ts";
import { listenerSetNotAdmitted } from "./listener_set_not_admitted.ts";
import { listenerWithoutCertificate } from "./listener_without_certificate.ts";
import { meshParentNotFound } from "./mesh_parent_not_found.ts";
import { parentNotFound } from "./parent_not_found.ts";
import { routeKindNotAllowed } from "./route_kind_not_allowed.ts";
import { routeNotAdmitted } from "./route_not_admitted.ts";
import { routeRepeated } from "./route_repeated.ts";
import { sharedAddress } from "./shared_address.ts";
import { v1NotServed } from "./v1_not_served.ts";
import { v1beta1NotServed } from "./v1beta1_not_served.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  backendNotFound,
  backendNotGranted,
  backendTlsTargetNotFound,
  certificateNotFound,
  classNotFound,
  crdVersionTooOld,
  grantNamespaceNotFound,
  hostnamesNotServed,
  ineffectiveSelector,
  listenerProtocolsConflict,
  listenerSetNotAdmitted,
  listenerWithoutCertificate,
  meshParentNotFound,
  parentNotFound,
  routeKindNotAllowed,
  routeNotAdmitted,
  routeRepeated,
  sharedAddress,
  v1NotServed,
  v1beta1NotServed,
];
