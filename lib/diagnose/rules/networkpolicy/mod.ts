import type { AnyRule } from "../../analysis/rule.ts";
import { meshPortBlocked } from "./mesh_port_blocked.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  meshPortBlocked,
];
