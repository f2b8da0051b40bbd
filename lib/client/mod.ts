/** A live Kubernetes cluster: lists, watches, changes, and the pods behind it. @module */
export type { AccessRight, ReviewedRight } from "./access_review.ts";
export type { Discovery } from "./discovery.ts";
export type { LoginSurroundings } from "./entry.ts";
export * from "./kube_client.ts";
export type { KubeconfigOptions } from "./kubeconfig.ts";
export type { Listing, ListOptions } from "./list.ts";
export type { ContextInfo } from "./login.ts";
export { asObject, type KubeMetadata, type KubeObject, type ObjectName } from "./object.ts";
export {
  type LogOptions,
  type PodAnswer,
  type PodCommandOptions,
  type PodCommandResult,
  PodRefusal,
  type PodRequest,
} from "./pod.ts";
export type { WatchEvent } from "./watch.ts";
export type { ApplyOptions, WriteOptions } from "./write.ts";
