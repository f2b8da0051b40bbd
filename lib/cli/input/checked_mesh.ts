import {
  type AnyCheck,
  type CheckedMesh,
  kindsOfChecks,
  type RunChecksOptions,
} from "../../check/mod.ts";
import { Mesh, schemas } from "../../mesh/mod.ts";
import { openSnapshot, type Snapshot, unlistedKinds } from "../../source/mod.ts";
import type { Shell } from "../shell.ts";
import { connectClusters, type LiveFlags, namesOf, openConnected } from "./live_mesh.ts";

/** The flags that name a mesh to check. */
export interface CheckedFlags extends LiveFlags {
  /** `--snapshot`. */
  readonly snapshot?: string | undefined;
}

/** The way to look at a mesh, as often as it takes. */
export type CheckedSource = Pick<RunChecksOptions, "observe" | "source" | "may">;

/** Opens the mesh that the flags name: a recorded one, which stays as it is, or live clusters. */
export async function openCheckedMesh(
  shell: Shell,
  { snapshot, ...flags }: CheckedFlags,
  checks: readonly AnyCheck[],
): Promise<CheckedSource> {
  const kinds = kindsOfChecks(checks);
  if (snapshot !== undefined) {
    const opened = await openSnapshot(snapshot, shell);
    const [recording] = opened.recordings;
    const names = await recording.list("resources", shell.signal);
    const wanted = kinds.map((kind) => schemas.byIdentifier(kind));
    const gaps = [...opened.gaps, ...unlistedKinds(names, opened.resources, wanted)];
    const now = new Date(recording.manifest.capturedAt);
    const seen = checkedMesh({ ...opened, gaps }, flags, now);
    return {
      observe: () => Promise.resolve(seen),
      source: { type: "snapshot", detail: snapshot },
    };
  }
  const clients = await connectClusters(shell, flags);
  // Every istiod is asked: each knows only the proxies that are connected to it.
  return {
    observe: async () =>
      checkedMesh(
        await openConnected(clients, shell, { ...flags, revision: undefined }, kinds),
        flags,
        shell.world.clock.now(),
      ),
    source: { type: "cluster", detail: namesOf(clients) },
    may: (right) => clients[0]!.may(right, shell.signal),
  };
}

function checkedMesh(
  { resources, recordings, gaps }: Snapshot,
  { istioNamespace = "istio-system", revision = "" }: LiveFlags,
  now: Date,
): CheckedMesh {
  return { mesh: new Mesh(resources, { gaps, istioNamespace, revision }), recordings, now };
}
