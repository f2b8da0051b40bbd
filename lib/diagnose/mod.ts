/** Why is it broken: rules about configuration, and root causes of observed trouble. @module */
export * from "./cause.ts";
export { causes } from "./causes/mod.ts";
export * from "./connectivity.ts";
