/** Where a mesh comes from: files of manifests and snapshots. @module */
export * from "./files.ts";
export { type EditableDocument, readEditable } from "./manifest/editable.ts";
export {
  type ManifestOptions,
  type ManifestProblem,
  type Manifests,
  parseManifests,
} from "./manifest/manifests.ts";
export { type ManifestOrigin, manifestOriginOf, type SourceNode } from "./manifest/origin.ts";
export type { TextRange } from "./manifest/split.ts";
export { type PrometheusOptions, withPrometheus } from "./prometheus/with_prometheus.ts";
export * from "./snapshot.ts";
export { unlistedKinds } from "./snapshot_kinds.ts";
export type { ListedPart } from "./cluster/list_objects.ts";
export {
  LiveConfigStore,
  type LiveConfigStoreOptions,
  type StoreWriteOptions,
} from "./cluster/live_config_store.ts";
export * from "./cluster/log_levels.ts";
export { type ClusterOptions, openClusters } from "./cluster/open_clusters.ts";
