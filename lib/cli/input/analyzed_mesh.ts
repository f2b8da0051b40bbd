import { Failure, type IgnoredDocument, type SourceInfo } from "../../core/mod.ts";
import { type AnyResource, type Kind, Mesh, type MeshOptions } from "../../mesh/mod.ts";
import { loadFiles, type ManifestProblem, type Manifests, openSnapshot } from "../../source/mod.ts";
import type { WrittenObjects } from "../../diagnose/mod.ts";
import { loadSchemas, type SchemaCatalog } from "../../schema/mod.ts";
import { type LiveFlags, openLiveMesh } from "./live_mesh.ts";
import type { Shell } from "../shell.ts";
import { readYaml } from "./yaml_file.ts";

/** A mesh to analyze, with what its documents said beside the objects. */
export interface AnalyzedMesh {
  /** The objects. */
  readonly mesh: Mesh;
  /** Where they come from. */
  readonly source: SourceInfo;
  /** The time to judge by: now, or when the mesh was recorded. */
  readonly now: Date;
  /** Documents that are no part of the mesh. */
  readonly ignored: readonly IgnoredDocument[];
  /** What is wrong with documents as such. */
  readonly problems: readonly ManifestProblem[];
  /** The objects of files, with the schemas to validate them with. */
  readonly written?: WrittenObjects;
  /** Text by file, where there are files. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The files of one cluster. */
export interface ClusterFiles {
  /** Name of the cluster; `""` where there is one only. */
  readonly cluster: string;
  /** Files, folders, or `-`. */
  readonly paths: readonly string[];
}

/** What the user named; where that is nothing, the live cluster. */
export interface AnalyzedFlags extends LiveFlags {
  /** Manifests by cluster. */
  readonly files: readonly ClusterFiles[];
  /** A recorded mesh. */
  readonly snapshot: string | undefined;
  /** Whether manifests are laid over the live cluster. */
  readonly useKube?: boolean | undefined;
  /** Kinds to list of a live cluster. */
  readonly kinds: readonly Kind[];
  /** Namespace of objects that name none. */
  readonly namespace: string;
  /** Namespace of the control plane, and its revision. */
  readonly options: MeshOptions;
}

/** The flags that say what belongs to the mesh as a whole. */
export interface MeshFlags {
  /** `--istioNamespace`. */
  readonly istioNamespace: string;
  /** `--revision`. */
  readonly revision?: string | undefined;
  /** `--meshConfigFile`. */
  readonly meshConfigFile?: string | undefined;
  /** `--meshNetworksFile`. */
  readonly meshNetworksFile?: string | undefined;
}

/** Reads the files that the flags name. Throws a `Failure` where one cannot be read. */
export async function meshOptions(
  shell: Shell,
  { istioNamespace, revision = "", meshConfigFile, meshNetworksFile }: MeshFlags,
): Promise<MeshOptions> {
  const read = async (file: string) => (await readYaml(shell, file, "FILE_NOT_READABLE")).value;
  return {
    istioNamespace,
    revision,
    ...(meshConfigFile !== undefined && { meshConfig: await read(meshConfigFile) }),
    ...(meshNetworksFile !== undefined && { meshNetworks: await read(meshNetworksFile) }),
  };
}

/** Loads the mesh that the user named: manifests, a snapshot, or a live cluster. */
export async function loadAnalyzedMesh(shell: Shell, flags: AnalyzedFlags): Promise<AnalyzedMesh> {
  const hasFiles = flags.files.some(({ paths }) => paths.length > 0);
  if (flags.snapshot !== undefined && hasFiles) {
    throw new Failure("USAGE", "Cannot read files and a snapshot at once");
  }
  if (flags.snapshot !== undefined) return await fromSnapshot(shell, flags.snapshot, flags.options);
  if (!hasFiles) return await fromCluster(shell, flags);
  return flags.useKube ? await overCluster(shell, flags) : await fromFiles(shell, flags);
}

async function fromCluster(shell: Shell, flags: AnalyzedFlags): Promise<AnalyzedMesh> {
  const { resources, gaps, detail } = await openLiveMesh(shell, flags, flags.kinds);
  return {
    mesh: new Mesh(resources, { ...flags.options, gaps }),
    source: { type: "cluster", detail },
    now: shell.world.clock.now(),
    ignored: [],
    problems: [],
    texts: new Map(),
  };
}

/** What the cluster would be with these manifests: they win over objects of the same name. */
async function overCluster(shell: Shell, flags: AnalyzedFlags): Promise<AnalyzedMesh> {
  const { options, kinds } = flags;
  const live = await openLiveMesh(shell, flags, kinds);
  const { clusterName } = live.recordings[0].manifest;
  const files = flags.files.map((each) => ({ ...each, cluster: each.cluster || clusterName }));
  const { written, source, ...rest } = await fromFiles(shell, { ...flags, files });
  const resources = [...live.resources, ...written.resources];
  return {
    ...rest,
    written,
    mesh: new Mesh(resources, { ...options, gaps: live.gaps }),
    source: { type: "cluster", detail: `${source.detail} over ${live.detail}` },
  };
}

async function fromSnapshot(
  shell: Shell,
  path: string,
  options: MeshOptions,
): Promise<AnalyzedMesh> {
  const { resources, gaps, recordings: [{ manifest }] } = await openSnapshot(path, shell);
  return {
    mesh: new Mesh(resources, { ...options, gaps }),
    source: { type: "snapshot", detail: path },
    now: new Date(manifest.capturedAt),
    ignored: [],
    problems: [],
    texts: new Map(),
  };
}

async function fromFiles(
  shell: Shell,
  { files, namespace, options }: AnalyzedFlags,
): Promise<AnalyzedMesh & { readonly written: WrittenObjects }> {
  const loaded = await loadManifests(shell, files, namespace);
  const detail = files.flatMap(({ paths }) => paths).join(", ");
  return {
    ...meshOfManifests(loaded, options, await loadSchemas()),
    source: { type: "files", detail },
    now: shell.world.clock.now(),
    texts: textsOf(loaded),
  };
}

/** The manifests of each cluster. */
export async function loadManifests(
  { world, signal }: Shell,
  files: readonly ClusterFiles[],
  defaultNamespace: string,
): Promise<readonly Manifests[]> {
  const loaded: Manifests[] = [];
  for (const { cluster, paths } of files) {
    if (paths.length === 0) continue;
    loaded.push(await loadFiles(paths, { world, signal, cluster, defaultNamespace }));
  }
  return loaded;
}

/** Text by file. */
export function textsOf(loaded: readonly Manifests[]): ReadonlyMap<string, string> {
  return new Map(loaded.flatMap((each) => each.files.map((file) => [file, each.textOf(file)!])));
}

/** What is in manifests, ready to be analyzed. */
export function meshOfManifests(
  loaded: readonly Manifests[],
  options: MeshOptions,
  schemas: SchemaCatalog,
): Pick<AnalyzedMesh, "mesh" | "ignored" | "problems"> & { written: WrittenObjects } {
  const resources: AnyResource[] = loaded.flatMap((each) => each.resources);
  return {
    mesh: new Mesh(resources, options),
    ignored: loaded.flatMap((each) => each.ignored),
    problems: loaded.flatMap((each) => each.problems),
    written: { resources, schemas },
  };
}
