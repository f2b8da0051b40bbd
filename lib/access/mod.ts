/** Would this request be allowed, and who may call what: all gates of the mesh put together. Pure. @module */
export * from "./check.ts";
export * from "./matrix.ts";
