/** Reports as text: one pure function per format. @module */
export * from "./style.ts";
