import type { AnyRule } from "../../rule.ts";
import { addressesRequired } from "./addresses_required.ts";
import { conflictingProtocols } from "./conflicting_protocols.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  addressesRequired,
  conflictingProtocols,
];
