import type { AnyRule } from "../../analysis/rule.ts";
import { addressesRequired } from "./addresses_required.ts";
import { conflictingProtocols } from "./conflicting_protocols.ts";
import { entrySelectsNoWorkloads } from "./entry_selects_no_workloads.ts";
import { repeatedEntry } from "./repeated_entry.ts";
import { staticWithoutEndpoints } from "./static_without_endpoints.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  addressesRequired,
  conflictingProtocols,
  entrySelectsNoWorkloads,
  repeatedEntry,
  staticWithoutEndpoints,
];
