import type { AnyRule } from "../../analysis/rule.ts";
import { appProtocolUnknown } from "./app_protocol_unknown.ts";
import { externalNamePortName } from "./external_name_port_name.ts";
import { portNameWithoutProtocol } from "./port_name_without_protocol.ts";
import { serviceWithoutPods } from "./service_without_pods.ts";
import { targetPortNameUnknown } from "./target_port_name_unknown.ts";
import { targetPortNotDeclared } from "./target_port_not_declared.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  appProtocolUnknown,
  externalNamePortName,
  portNameWithoutProtocol,
  serviceWithoutPods,
  targetPortNameUnknown,
  targetPortNotDeclared,
];
