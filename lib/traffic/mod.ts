/** Who calls whom, how often, how fast and with what result, as the logs of all proxies together tell. @module */
export { type EdgeEnds, isOverload, type RequestForm, type TrafficEdge } from "./edge.ts";
export * from "./concurrency.ts";
export * from "./latency.ts";
export * from "./question.ts";
export * from "./survey.ts";
export * from "./timing.ts";
