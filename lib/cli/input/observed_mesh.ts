import type { Gap } from "../../core/mod.ts";
import type { Recording } from "../../evidence/mod.ts";
import { type Kind, Mesh } from "../../mesh/mod.ts";
import type { LiveClusters } from "../../source/mod.ts";
import { type LiveFlags, openRecordedOrLive } from "./live_mesh.ts";
import type { Shell } from "../shell.ts";

/** A mesh with what was observed of it. */
export interface ObservedMesh {
  /** The objects of all clusters. */
  readonly mesh: Mesh;
  /** What was observed. */
  readonly recording: Recording;
  /** When the mesh was seen. */
  readonly now: Date;
  /** The live clusters that did not answer; they are among the gaps of the mesh too. */
  readonly unreached: readonly Gap[];
  /** The clusters behind it, where they are live. */
  readonly live: LiveClusters | undefined;
}

/** Opens the mesh that the flags name: a recorded one, or live clusters with objects of `kinds`. */
export async function openObservedMesh(
  shell: Shell,
  flags: LiveFlags & { readonly snapshot?: string | undefined },
  kinds?: readonly Kind[],
): Promise<ObservedMesh> {
  const { istioNamespace = "istio-system", revision = "" } = flags;
  const snapshot = await openRecordedOrLive(shell, flags, kinds);
  const { recordings: [recording], resources, gaps, unreached = [], live } = snapshot;
  const { capturedAt, clusterName: home } = recording.manifest;
  const mesh = new Mesh(resources, { gaps, home, istioNamespace, revision });
  return { mesh, recording, now: new Date(capturedAt), unreached, live };
}
