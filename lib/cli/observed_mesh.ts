import { Failure } from "../core/mod.ts";
import type { Recording } from "../evidence/mod.ts";
import { Mesh } from "../mesh/mod.ts";
import { openSnapshot } from "../source/mod.ts";
import type { Shell } from "./shell.ts";

/** A mesh with what was observed of it. */
export interface ObservedMesh {
  /** The objects of all clusters. */
  readonly mesh: Mesh;
  /** What was observed. */
  readonly recording: Recording;
  /** When the mesh was seen. */
  readonly now: Date;
}

/** Opens the mesh that the flags name. */
export async function openObservedMesh(
  shell: Shell,
  { snapshot }: { readonly snapshot?: string | undefined },
): Promise<ObservedMesh> {
  if (snapshot === undefined) {
    throw new Failure("USAGE", "Cannot tell which mesh to look at", {
      hint: "Name a recorded one with --snapshot PATH.",
    });
  }
  const { recordings: [recording], resources, gaps } = await openSnapshot(snapshot, shell);
  const mesh = new Mesh(resources, { gaps });
  return { mesh, recording, now: new Date(recording.manifest.capturedAt) };
}
