import type { AnyRule } from "../../analysis/rule.ts";
import { applicationUid } from "./application_uid.ts";
import { conflictingPortProtocols } from "./conflicting_port_protocols.ts";
import { conflictingTargetPorts } from "./conflicting_target_ports.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  applicationUid,
  conflictingPortProtocols,
  conflictingTargetPorts,
];
