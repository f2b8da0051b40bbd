/** What people decided not to hear of, and whether there still is anything to hear. @module */
export * from "./baseline.ts";
export { type BaselineFile, silence, type SilenceOptions } from "./silence.ts";
