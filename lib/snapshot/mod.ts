/** Snapshots: captured from a live mesh, redacted by construction, looked into and compared. @module */
export { capture, type CaptureOptions, type CaptureReport } from "./capture.ts";
export { filesOf, type Scope } from "./files.ts";
export { type MeshNames, namesIn } from "./pseudonyms/names_in.ts";
export { Pseudonyms, revealed } from "./pseudonyms/pseudonyms.ts";
export { podsRead } from "./pods_read.ts";
export { type ReaderRole, readerRole } from "./rights.ts";
export { scopeOf, type ScopeOptions } from "./scope.ts";
export {
  type ChangedItem,
  diffSnapshots,
  type SnapshotChanges,
  type SnapshotDiff,
} from "./diff.ts";
export { type InspectedCluster, inspectSnapshot, type SnapshotReport } from "./inspect.ts";
