import type { AnyRule } from "../../analysis/rule.ts";
import { controlPlaneIpAddress } from "./control_plane_ip_address.ts";
import { injectorServiceNotFound } from "./injector_service_not_found.ts";
import { invalidControlPlaneUrl } from "./invalid_control_plane_url.ts";
import { overlappingInjectorWebhooks } from "./overlapping_injectors.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  controlPlaneIpAddress,
  injectorServiceNotFound,
  invalidControlPlaneUrl,
  overlappingInjectorWebhooks,
];
