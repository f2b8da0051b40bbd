import type { AnyRule } from "../../analysis/rule.ts";
import { destinationRepeated } from "./destination_repeated.ts";
import { httpRouteOnTcpPort } from "./http_route_on_tcp_port.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  destinationRepeated,
  httpRouteOnTcpPort,
];
