/** Can A reach B: the question, the request's way through the proxies, and the requests that were seen. @module */
export { takesHbone, ztunnelsOf } from "./ambient.ts";
export { type Caller, resolveCaller } from "./caller.ts";
export * from "./case.ts";
export { type ControlPlaneObservation, observeControlPlane } from "./control_plane.ts";
export {
  addressOf,
  containerPortNamed,
  type Destination,
  isIp,
  resolveDestination,
} from "./destination.ts";
export { type GatewayObject, gatewayObjectsOf, isGateway, portsFor } from "./gateway.ts";
export {
  observeProxy,
  parserOf,
  type ProxyName,
  type ProxyObservation,
  windowStartMs,
} from "./observation.ts";
export { Observer } from "./observer.ts";
export { type CountersByProxy, countersOf, type ProbeRun } from "./probe.ts";
export * from "./question.ts";
export { type Exchange, isFailure, isInbound, type LoggedRequest } from "./traffic.ts";
export { configuredWalk, type Entrance, filtersOf } from "./configured_walk.ts";
export type { RouteVerdict, Target, TargetEndpoint, Walk, WalkRequest } from "./walk.ts";
