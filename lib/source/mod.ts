/** Where a mesh comes from: manifests and snapshots. @module */
export * from "./snapshot.ts";
