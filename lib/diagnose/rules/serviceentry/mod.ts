import type { AnyRule } from "../../analysis/rule.ts";
import { addressesRequired } from "./addresses_required.ts";
import { conflictingProtocols } from "./conflicting_protocols.ts";
import { staticWithoutEndpoints } from "./static_without_endpoints.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  addressesRequired,
  conflictingProtocols,
  staticWithoutEndpoints,
];
