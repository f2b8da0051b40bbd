import type { AnyRule } from "../../analysis/rule.ts";
import { conflictingGateways } from "./conflicting_gateways.ts";
import { credentialInvalid } from "./credential_invalid.ts";
import { credentialNotFound } from "./credential_not_found.ts";
import { duplicateCertificate } from "./duplicate_certificate.ts";
import { portNotOnService } from "./port_not_on_service.ts";
import { selectorWithoutPods } from "./selector_without_pods.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  conflictingGateways,
  credentialInvalid,
  credentialNotFound,
  duplicateCertificate,
  portNotOnService,
  selectorWithoutPods,
];
