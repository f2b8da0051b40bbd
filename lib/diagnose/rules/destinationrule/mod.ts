import type { AnyRule } from "../../analysis/rule.ts";
import { conflictingDestinationRules } from "./conflicting_destination_rules.ts";
import { subsetSelectsNoPods } from "./subset_selects_no_pods.ts";
import { unknownHost } from "./unknown_host.ts";
import { unverifiedServer } from "./unverified_server.ts";
import { unverifiedServerPort } from "./unverified_server_port.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  conflictingDestinationRules,
  subsetSelectsNoPods,
  unknownHost,
  unverifiedServer,
  unverifiedServerPort,
];
