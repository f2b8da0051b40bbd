import { compare, formatRef } from "../core/mod.ts";
import type { Recording } from "../evidence/mod.ts";
import type { AnyResource, Kind } from "../mesh/mod.ts";
import { diffConfigDumps, parseConfigDump } from "../proxy/mod.ts";
import type { Snapshot } from "../source/mod.ts";
import { differingFields } from "./differing_fields.ts";

/** An object or a proxy that two snapshots have differently. */
export interface ChangedItem {
  /** Its name. */
  readonly name: string;
  /** Fields that differ, or parts of the configuration of a proxy. */
  readonly fields: readonly string[];
}

/** What one snapshot has and the other has not, or has differently. */
export interface SnapshotChanges {
  /** Only in the second. */
  readonly added: readonly string[];
  /** Only in the first. */
  readonly removed: readonly string[];
  /** In both, with differences. */
  readonly changed: readonly ChangedItem[];
}

/** How two snapshots differ. */
export interface SnapshotDiff {
  /** Always `"SnapshotDiff"`. */
  readonly kind: "SnapshotDiff";
  /** Version of this shape. */
  readonly version: 1;
  /** When they were captured. */
  readonly capturedAt: readonly [string, string];
  /** Versions that differ. */
  readonly versions: readonly ChangedItem[];
  /** Objects. */
  readonly objects: SnapshotChanges;
  /** Proxies, by what they run. */
  readonly proxies: SnapshotChanges;
}

/** Kinds that change all the time, whatever happens to the mesh. */
const RESTLESS: ReadonlySet<Kind> = new Set<Kind>(["Event", "Lease", "PodMetrics"]);
const VERSIONS = ["kubernetesVersion", "istioVersion", "envoyVersion"] as const;

/** Compares two snapshots of the same mesh. */
export async function diffSnapshots(
  before: Snapshot,
  after: Snapshot,
  signal: AbortSignal,
): Promise<SnapshotDiff> {
  const [left, right] = [before.recordings[0].manifest, after.recordings[0].manifest];
  return {
    kind: "SnapshotDiff",
    version: 1,
    capturedAt: [left.capturedAt, right.capturedAt],
    versions: versionChanges(before, after),
    objects: await difference(
      objectsOf(before),
      objectsOf(after),
      (a, b) => Promise.resolve(differingFields(comparable(a), comparable(b))),
    ),
    proxies: await difference(
      await proxiesOf(before, signal),
      await proxiesOf(after, signal),
      (a, b) => proxyDifference(a, b, signal),
    ),
  };
}

/** Versions that differ, of the clusters that both have; the first ones are one and the same. */
function versionChanges(before: Snapshot, after: Snapshot): readonly ChangedItem[] {
  return after.recordings.flatMap(({ manifest: right }, i) => {
    const named = ({ manifest }: Recording) => manifest.clusterName === right.clusterName;
    const left = (i === 0 ? before.recordings[0] : before.recordings.find(named))?.manifest;
    if (left === undefined) return [];
    return VERSIONS.filter((field) => left[field] !== right[field]).map((field) => ({
      name: `${i === 0 ? "" : prefix(right.clusterName)}${field}`,
      fields: [left[field] ?? "unknown", right[field] ?? "unknown"],
    }));
  });
}

async function difference<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  fieldsOf: (a: T, b: T) => Promise<readonly string[]>,
): Promise<SnapshotChanges> {
  const changed: ChangedItem[] = [];
  for (const name of [...before.keys()].sort(compare)) {
    const [a, b] = [before.get(name), after.get(name)];
    const fields = a === undefined || b === undefined ? [] : await fieldsOf(a, b);
    if (fields.length > 0) changed.push({ name, fields });
  }
  const only = (these: ReadonlyMap<string, T>, those: ReadonlyMap<string, T>) =>
    [...these.keys()].filter((name) => !those.has(name)).sort(compare);
  return { added: only(after, before), removed: only(before, after), changed };
}

function objectsOf({ resources }: Snapshot): ReadonlyMap<string, AnyResource> {
  const kept = resources.filter(({ identifier }) => !RESTLESS.has(identifier));
  return new Map(kept.map((each) => [`${prefix(each.cluster)}${formatRef(each)}`, each]));
}

function prefix(cluster: string): string {
  return cluster === "" ? "" : `${cluster}: `;
}

/** An object without what changes by itself: versions, owners of fields, times. */
function comparable({ written }: AnyResource): unknown {
  const { metadata, ...rest } = written as { metadata?: Record<string, unknown> };
  const { labels, annotations } = metadata ?? {};
  return JSON.parse(
    JSON.stringify({ metadata: { labels, annotations }, ...rest }),
    (key, value) =>
      /Time$|^observedGeneration$|^startedAt$|^renewTime$/.test(key) ? undefined : value,
  );
}

interface Proxy {
  readonly recording: Recording;
  readonly path: string;
}

async function proxiesOf(
  { recordings }: Snapshot,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Proxy>> {
  const proxies = new Map<string, Proxy>();
  for (const recording of recordings) {
    for (const namespace of await recording.list("proxies", signal)) {
      for (const pod of await recording.list(`proxies/${namespace}`, signal)) {
        const path = `proxies/${namespace}/${pod}/config_dump.json`;
        proxies.set(`${prefix(recording.manifest.clusterName)}${namespace}/${pod}`, {
          recording,
          path,
        });
      }
    }
  }
  return proxies;
}

async function proxyDifference(
  a: Proxy,
  b: Proxy,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const [left, right] = [
    await a.recording.read(a.path, signal),
    await b.recording.read(b.path, signal),
  ];
  if (left === undefined || right === undefined || left === right) return [];
  const { changes } = diffConfigDumps(parseConfigDump(left), parseConfigDump(right));
  return changes.map(({ kind, name }) => `${kind} ${name}`);
}
