/**
 * meshmedic as a library: everything that the command line does, as functions that take data and
 * options and return a report. No function prints, exits or reads the clock.
 *
 * @module
 */
export * from "./lib/access/mod.ts";
export * from "./lib/auth/mod.ts";
export * from "./lib/check/mod.ts";
export * from "./lib/client/mod.ts";
export * from "./lib/connectivity/mod.ts";
export * from "./lib/core/mod.ts";
export * from "./lib/diagnose/mod.ts";
export * from "./lib/evidence/mod.ts";
export * from "./lib/install/mod.ts";
export * from "./lib/graph/mod.ts";
export * from "./lib/logs/mod.ts";
export * from "./lib/fix/mod.ts";
export * from "./lib/mesh/mod.ts";
export * from "./lib/network/mod.ts";
export * from "./lib/probe/mod.ts";
export * from "./lib/proxy/mod.ts";
export * from "./lib/report/mod.ts";
export * from "./lib/schema/mod.ts";
export * from "./lib/snapshot/mod.ts";
export * from "./lib/source/mod.ts";
export * from "./lib/trace/mod.ts";
export * from "./lib/traffic/mod.ts";
