import type { AnyRule } from "../../analysis/rule.ts";
import { conflictingDestinationRules } from "./conflicting_destination_rules.ts";
import { offLookupPath } from "./off_lookup_path.ts";
import { overriddenElsewhere } from "./overridden_elsewhere.ts";
import { subsetSelectsNoPods } from "./subset_selects_no_pods.ts";
import { subsetWithoutLabels } from "./subset_without_labels.ts";
import { unknownHost } from "./unknown_host.ts";
import { unverifiedServer } from "./unverified_server.ts";
import { unverifiedServerPort } from "./unverified_server_port.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  conflictingDestinationRules,
  offLookupPath,
  overriddenElsewhere,
  subsetSelectsNoPods,
  subsetWithoutLabels,
  unknownHost,
  unverifiedServer,
  unverifiedServerPort,
];
