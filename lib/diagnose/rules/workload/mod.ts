import type { AnyRule } from "../../analysis/rule.ts";
import { applicationUid } from "./application_uid.ts";
import { conflictingPortProtocols } from "./conflicting_port_protocols.ts";
import { conflictingTargetPorts } from "./conflicting_target_ports.ts";
import { groupAccountNotFound } from "./group_account_not_found.ts";
import { groupsWithSameLabels } from "./groups_with_same_labels.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  applicationUid,
  conflictingPortProtocols,
  conflictingTargetPorts,
  groupAccountNotFound,
  groupsWithSameLabels,
];
