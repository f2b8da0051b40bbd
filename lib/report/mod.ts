/** Reports as text: one pure function per format. @module */
export * from "./access/mod.ts";
export * from "./analysis/mod.ts";
export * from "./check/mod.ts";
export { summaryOf } from "./analysis/summary.ts";
export * from "./columns.ts";
export * from "./diagnosis/mod.ts";
export * from "./graph/mod.ts";
export { json, yaml } from "./document.ts";
export * from "./logs/mod.ts";
export * from "./fix.ts";
export * from "./manual.ts";
export * from "./presentation.ts";
export * from "./style.ts";
export * from "./trace/mod.ts";
