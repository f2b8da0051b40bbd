import type { AnyRule } from "../../analysis/rule.ts";
import { inconsistentService } from "./inconsistent_service.ts";
import { unknownRegistry } from "./unknown_registry.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  inconsistentService,
  unknownRegistry,
];
