import type { AnyRule } from "../../analysis/rule.ts";
import { externalNamePortName } from "./external_name_port_name.ts";
import { portNameWithoutProtocol } from "./port_name_without_protocol.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  externalNamePortName,
  portNameWithoutProtocol,
];
