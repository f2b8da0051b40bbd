/** What an installation consists of: how proxies are started. Pure. @module */
export * from "./bootstrap/bootstrap_options.ts";
export { ConfigGenerator } from "./bootstrap/config_generator.ts";
export { type JsonMap, mergeMessages } from "./bootstrap/merge.ts";
export { optionsOfPod } from "./bootstrap/pod_options.ts";
