// Written by scripts/gen_types.ts. Do not edit.
/** Resources as their publishers describe them. @module */
export * from "./istio.ts";
export * from "./gateway_api.ts";
export * from "./kubernetes.ts";
export * from "./described.ts";
export * from "./kinds.ts";
export * from "./mesh_config.ts";
