import { createHash } from "node:crypto";
import { compare, type Gap, isRecord, valueAt } from "../core/mod.ts";
import type { Manifest, Recording } from "../evidence/mod.ts";
import type { AnyResource } from "../mesh/mod.ts";
import type { Snapshot } from "../source/mod.ts";
import { filesOf, type Scope } from "./files.ts";

const EVERYTHING: Scope = { hasPod: () => true, hasApplicationLogs: true };

/** One cluster of a snapshot. */
export interface InspectedCluster {
  /** What it says about itself, but for gaps and redactions. */
  readonly manifest: Omit<Manifest, "gaps" | "redactions">;
  /** How many objects it has, by kind. */
  readonly objects: Readonly<Record<string, number>>;
  /** How many proxies were asked. */
  readonly proxies: number;
  /** How many pods have logs of their containers. */
  readonly logs: number;
  /** How many answers of Prometheus it has. */
  readonly queries: number;
}

/** What is in a snapshot. */
export interface SnapshotReport {
  /** Always `"SnapshotReport"`. */
  readonly kind: "SnapshotReport";
  /** Version of this shape. */
  readonly version: 1;
  /** Its clusters, the one that was recorded from first. */
  readonly clusters: readonly InspectedCluster[];
  /** What was taken out. */
  readonly redactions: readonly string[];
  /** Files that are not as they were captured, no longer there, or were not there then. */
  readonly altered: readonly Gap[];
  /** What is missing. */
  readonly gaps: readonly Gap[];
}

/** Looks into a snapshot; files whose hashes it knows are compared with them. */
export async function inspectSnapshot(
  { recordings, resources, gaps }: Snapshot,
  signal: AbortSignal,
): Promise<SnapshotReport> {
  const clusters: InspectedCluster[] = [];
  const altered: Gap[] = [];
  for (const [i, recording] of recordings.entries()) {
    const top = i === 0 ? "" : `clusters/${recording.manifest.clusterName}/`;
    const own = resources.filter(({ cluster }) => cluster === recording.manifest.clusterName);
    clusters.push(await inspectCluster(recording, own, signal));
    const files = await alteredFiles(recording, signal);
    altered.push(...files.map(({ what, reason }) => ({ what: top + what, reason })));
  }
  const redactions = new Set(recordings.flatMap(({ manifest }) => manifest.redactions ?? []));
  return {
    kind: "SnapshotReport",
    version: 1,
    clusters,
    redactions: [...redactions],
    altered,
    gaps,
  };
}

async function inspectCluster(
  recording: Recording,
  resources: readonly AnyResource[],
  signal: AbortSignal,
): Promise<InspectedCluster> {
  const { gaps: _gaps, redactions: _redactions, ...manifest } = recording.manifest;
  const byKind = [...Map.groupBy(resources, ({ identifier }) => identifier)]
    .sort(([a], [b]) => compare(a, b));
  return {
    manifest,
    objects: Object.fromEntries(byKind.map(([kind, objects]) => [kind, objects.length])),
    proxies: await countBelow(recording, "proxies", signal),
    logs: await countBelow(recording, "logs", signal),
    queries: (await recording.list("prometheus", signal)).length,
  };
}

async function countBelow(
  recording: Recording,
  folder: string,
  signal: AbortSignal,
): Promise<number> {
  let count = 0;
  for (const namespace of await recording.list(folder, signal)) {
    count += (await recording.list(`${folder}/${namespace}`, signal)).length;
  }
  return count;
}

async function alteredFiles(recording: Recording, signal: AbortSignal): Promise<Gap[]> {
  const manifest = await recording.read("manifest.json", signal);
  const files = valueAt(parsed(manifest ?? ""), ["files"]);
  // Other tools list none.
  if (!isRecord(files)) return [];
  const altered: Gap[] = [];
  for (const [what, file] of Object.entries(files)) {
    const text = await recording.read(what, signal);
    if (text === undefined) altered.push({ what, reason: "no longer there" });
    else if (createHash("sha256").update(text).digest("hex") !== valueAt(file, ["sha256"])) {
      altered.push({ what, reason: "changed since it was captured" });
    }
  }
  for await (const what of filesOf(recording, EVERYTHING, signal)) {
    if (!Object.hasOwn(files, what)) altered.push({ what, reason: "added since it was captured" });
  }
  return altered;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
