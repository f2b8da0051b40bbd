/** What was observed: requests, endpoint statistics, certificates, sync state; of a recording or live. @module */
export * from "./access_log.ts";
export * from "./certificates.ts";
export * from "./exposition.ts";
export * from "./host_status.ts";
export * from "./networks.ts";
export * from "./prometheus.ts";
export * from "./proxies.ts";
export * from "./proxy_log.ts";
export * from "./recording.ts";
export * from "./remote_clusters.ts";
export * from "./server_info.ts";
export * from "./stats.ts";
export * from "./sync.ts";
export * from "./versions.ts";
export * from "./ztunnel_config.ts";
export * from "./ztunnel_entry.ts";
export * from "./ztunnel_line.ts";
