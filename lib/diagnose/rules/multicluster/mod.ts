import type { AnyRule } from "../../analysis/rule.ts";
import { inconsistentService } from "./inconsistent_service.ts";
import { networkGatewayNotExposed } from "./network_gateway_not_exposed.ts";
import { networkGatewayNotLabelled } from "./network_gateway_not_labelled.ts";
import { unknownRegistry } from "./unknown_registry.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  inconsistentService,
  networkGatewayNotExposed,
  networkGatewayNotLabelled,
  unknownRegistry,
];
