/** Reports as text: one pure function per format. @module */
export * from "./analysis/mod.ts";
export * from "./diagnosis/mod.ts";
export * from "./presentation.ts";
export * from "./style.ts";
