import type { CatalogEntry } from "./catalog.ts";

const GROUP = "Snapshots:";

/** The commands about snapshots. */
export const SNAPSHOT_ENTRIES: readonly CatalogEntry[] = [
  {
    name: "snapshot capture",
    summary: "Record a live mesh into one file, without secrets",
    group: GROUP,
    examples: [
      "snapshot capture mesh.tar.gz --context prod",
      "snapshot capture --from sleep.client --to reviews.bookinfo:9080",
      "snapshot capture --pseudonyms --names-file names.json mesh.tar.gz",
      "snapshot capture --dry-run",
    ],
    load: async () => (await import("./commands/snapshot_capture.ts")).snapshotCaptureCommand,
  },
  {
    name: "snapshot inspect",
    summary: "Say what is in a snapshot, what is missing, and whether it is unchanged",
    group: GROUP,
    examples: ["snapshot inspect mesh.tar.gz", "snapshot inspect mesh/ -o json"],
    load: async () => (await import("./commands/snapshot_inspect.ts")).snapshotInspectCommand,
  },
  {
    name: "snapshot redact",
    summary: "Write a snapshot again without secrets, also one of another tool",
    group: GROUP,
    examples: [
      "snapshot redact mesh.tar.gz public.tar.gz",
      "snapshot redact --names-file names.json mesh.tar.gz vendor.tar.gz",
    ],
    load: async () => (await import("./commands/snapshot_redact.ts")).snapshotRedactCommand,
  },
  {
    name: "snapshot reveal",
    summary: "Put the real names into an answer about a snapshot with pseudonyms",
    group: GROUP,
    examples: ["snapshot reveal names.json answer.txt"],
    load: async () => (await import("./commands/snapshot_reveal.ts")).snapshotRevealCommand,
  },
  {
    name: "snapshot diff",
    summary: "Compare two snapshots: objects, proxies and versions",
    group: GROUP,
    examples: ["snapshot diff before.tar.gz after.tar.gz"],
    load: async () => (await import("./commands/snapshot_diff.ts")).snapshotDiffCommand,
  },
];
