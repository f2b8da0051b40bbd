import type { KubeClient } from "../client/mod.ts";
import type { Gap, World } from "../core/mod.ts";
import type { Manifest, Recording } from "../evidence/mod.ts";
import type { AnyResource } from "../mesh/mod.ts";
import { readArchive } from "./archive.ts";
import { bugReportTree, isBugReport } from "./bug_report/bug_report.ts";
import { unusable } from "./snapshot_failure.ts";
import { NO_MANIFEST, readManifest } from "./snapshot_manifest.ts";
import { newestTime, readResources } from "./snapshot_resources.ts";
import { folderTree, readableTree, subtree, type Tree } from "./tree.ts";

/** What a snapshot is opened with. */
export interface SnapshotOptions {
  /** Files and the time. */
  readonly world: Pick<World, "fs" | "clock">;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

/** A recorded mesh of one or more clusters. */
export interface Snapshot {
  /** What was observed, by cluster; the first is the cluster that was recorded from. */
  readonly recordings: readonly [Recording, ...Recording[]];
  /** The objects of all clusters. */
  readonly resources: readonly AnyResource[];
  /** What was not recorded or cannot be read. */
  readonly gaps: readonly Gap[];
  /** Those of the gaps that are whole clusters, of live ones. */
  readonly unreached?: readonly Gap[];
  /** The clusters behind it, where they are live. */
  readonly live?: LiveClusters;
}

/** Clusters that answer while a mesh is examined. */
export interface LiveClusters {
  /** Clients by the name of the cluster in the mesh. */
  readonly clients: ReadonlyMap<string, KubeClient>;
  /** Has logs and counters asked for anew when they are read again. */
  forget(): void;
}

interface Cluster extends Omit<Snapshot, "recordings"> {
  readonly recording: Recording;
}

const LANDMARKS = new Set(["istiod", "manifest.json", "proxies", "resources"]);

/**
 * Opens a snapshot or a bug report of istioctl: a folder, or a tar archive of one, compressed with gzip or
 * not. Only manifests and resources are parsed; all else is read when a recording is asked for it. Throws a
 * {@linkcode Failure} `SNAPSHOT_NOT_READABLE`.
 */
export async function openSnapshot(path: string, options: SnapshotOptions): Promise<Snapshot> {
  const { tree, gaps } = await openTree(path, options);
  const root = await rootOf(tree, options.signal);
  if (!root) {
    const hint = "A snapshot has a manifest.json beside the folders resources and proxies.";
    throw unusable(path, "it holds none of the files of a snapshot", { hint });
  }
  const first = await openFirst(root, path, options);
  const others: Cluster[] = [];
  for (const name of await root.list("clusters", options.signal)) {
    if ((await root.list(`clusters/${name}`, options.signal)).length === 0) continue;
    others.push(await openFurther(root, name, path, first.recording.manifest, options));
  }
  const clusters = [first, ...others];
  return {
    recordings: [first.recording, ...others.map(({ recording }) => recording)],
    resources: clusters.flatMap(({ resources }) => resources),
    gaps: [...gaps, ...clusters.flatMap((cluster) => cluster.gaps)],
  };
}

async function openTree(
  path: string,
  { world: { fs }, signal }: SnapshotOptions,
): Promise<{ tree: Tree; gaps: readonly Gap[] }> {
  const info = await fs.stat(path);
  if (!info) throw unusable(path, "no such file or folder");
  if (info.isDirectory) return { tree: folderTree(path, fs), gaps: [] };
  return await readArchive(path, await fs.open(path), signal);
}

/** The folder that holds the layout: the top, or the only folder there, as archives often have it. */
async function rootOf(tree: Tree, signal: AbortSignal): Promise<Tree | undefined> {
  const names = await tree.list("", signal);
  const root = await asRoot(tree, names, signal);
  if (root) return root;
  const [only, ...more] = names.filter((name) => !name.startsWith("."));
  if (only === undefined || more.length > 0) return undefined;
  return await asRoot(subtree(tree, only), await tree.list(only, signal), signal);
}

/** A folder in the layout, if its names are those of a snapshot or of a bug report. */
async function asRoot(
  tree: Tree,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Tree | undefined> {
  if (isBugReport(names)) return await bugReportTree(tree, signal);
  return names.some((name) => LANDMARKS.has(name)) ? tree : undefined;
}

async function openFirst(
  root: Tree,
  path: string,
  { world, signal }: SnapshotOptions,
): Promise<Cluster> {
  const now = world.clock.now().toISOString();
  const text = await root.read("manifest.json", signal);
  const given = readManifest(text, path, NO_MANIFEST);
  const cluster = given.manifest.clusterName;
  const capturedAt = given.manifest.capturedAt || await newestTime(root, now, signal) || now;
  const { resources, gaps } = await readResources(root, { cluster, isFurther: false, signal });
  const named = new Set(given.gaps.map(({ what }) => what));
  return {
    recording: recordingOf(root, { ...given.manifest, capturedAt }),
    resources,
    gaps: [...given.gaps, ...gaps.filter(({ what }) => !named.has(what))],
  };
}

async function openFurther(
  root: Tree,
  name: string,
  path: string,
  first: Manifest,
  { signal }: SnapshotOptions,
): Promise<Cluster> {
  const folder = `clusters/${name}`;
  const tree = subtree(root, folder);
  const text = await tree.read("manifest.json", signal) ?? "{}";
  const { manifest, gaps } = readManifest(text, path, { ...first, gaps: [] });
  const read = await readResources(tree, { cluster: name, isFurther: true, signal });
  return {
    recording: recordingOf(tree, { ...manifest, clusterName: name }),
    resources: read.resources,
    gaps: [...gaps, ...read.gaps].map((gap) => ({ ...gap, what: `${folder}/${gap.what}` })),
  };
}

function recordingOf(tree: Tree, manifest: Manifest): Recording {
  return { manifest, ...readableTree(tree) };
}
