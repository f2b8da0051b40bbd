import type { Gap } from "../../core/mod.ts";
import type { Mesh } from "../../mesh/mod.ts";
import { loadAnalyzedMesh } from "./analyzed_mesh.ts";
import { DIAGNOSED_KINDS, type LiveFlags } from "./live_mesh.ts";
import type { Shell } from "../shell.ts";

/** The flags that name a mesh. */
export interface MeshFlags extends LiveFlags {
  /** `--snapshot`. */
  readonly snapshot?: string | undefined;
  /** `--filename`. */
  readonly filename?: readonly string[] | undefined;
  /** `--namespace`: that of manifests that name none. */
  readonly namespace?: string | undefined;
}

/** The objects of a mesh, and when it was seen. */
export interface NamedMesh {
  /** The objects. */
  readonly mesh: Mesh;
  /** What could not be read, also of manifests. */
  readonly gaps: readonly Gap[];
  /** When a snapshot was taken; now for manifests. */
  readonly now: Date;
}

/** Opens the mesh that the flags name, a recorded one, manifests or a live cluster, for its objects alone. */
export async function openNamedMesh(shell: Shell, flags: MeshFlags): Promise<NamedMesh> {
  const { snapshot, filename = [], namespace = "default" } = flags;
  const { istioNamespace = "istio-system", revision = "" } = flags;
  const { mesh, now, problems } = await loadAnalyzedMesh(shell, {
    ...flags,
    kinds: DIAGNOSED_KINDS,
    files: [{ cluster: "", paths: filename }],
    snapshot,
    namespace,
    options: { istioNamespace, revision },
  });
  const lost = problems.filter(({ type }) => type !== "duplicate-key")
    .map(({ location: { file, line }, message }) => ({ what: `${file}:${line}`, reason: message }));
  return { mesh, now, gaps: [...mesh.gaps, ...lost] };
}
