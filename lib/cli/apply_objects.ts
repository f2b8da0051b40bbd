import type { KubeClient, KubeObject } from "../client/mod.ts";
import { Failure, formatRef, type ResourceRef } from "../core/mod.ts";
import { changesOf, type FixedObjects, isKept, refIn, undoOf, valueOf } from "../fix/mod.ts";
import { type AnyResource, parseApiVersion, type Schema, schemas } from "../mesh/mod.ts";
import { json } from "../report/mod.ts";

import { connectClusters, type LiveFlags } from "./input/live_mesh.ts";
import type { Shell } from "./shell.ts";

/** The flags of a change of live objects. */
export interface ApplyFlags extends LiveFlags {
  /** `--undo-file`: where what undoes the change is written. */
  readonly undoFile?: string | undefined;
}

/**
 * Makes the changes in the live cluster. Each is tried without effect first, so that none is made where
 * the API server refuses one; what undoes them is written before the first is made; afterwards each is
 * looked at again. Throws a `Failure`.
 */
export async function applyObjects(
  shell: Shell,
  { undoFile, ...flags }: ApplyFlags,
  { objects, after: { texts } }: FixedObjects,
): Promise<void> {
  if (texts.size === 0) return;
  if ((flags.context ?? []).length > 1) {
    throw new Failure("USAGE", "Cannot apply to several clusters at once");
  }
  const { world, signal } = shell;
  const [client] = await connectClusters(shell, flags);
  // What takes objects away comes last: what replaces them is there by then.
  const files = [...texts].sort(([, a], [, b]) => Number(a === "") - Number(b === ""));
  const changes = files.map(([file, text]) => changeOf(objects.get(file), text));
  try {
    for (const change of changes) await make(client, change, { dryRun: true, signal });
    const undo = undoFile ?? `meshmedic-undo-${stamp(world.clock.now())}.json`;
    await world.fs.write(undo, json(undoOf(objects, texts)));
    await shell.say(`to undo: meshmedic fix --from ${undo} --apply`);
    for (const change of changes) await make(client, change, { dryRun: false, signal });
    for (const change of changes) await verify(client, change, signal);
  } finally {
    await client.close();
  }
}

/** The time as part of a file's name: `20260102T030405Z`. */
function stamp(time: Date): string {
  return time.toISOString().replace(/\.\d+/, "").replaceAll(/[-:]/g, "");
}

/** What happens to one object. */
interface Change {
  readonly schema: Schema;
  readonly ref: ResourceRef;
  /** As it is; absent for one that is made. */
  readonly before: AnyResource | undefined;
  /** As it shall be; absent for one that is taken away. */
  readonly wanted: KubeObject | undefined;
}

function changeOf(before: AnyResource | undefined, text: string): Change {
  const wanted = text === "" ? undefined : valueOf(text);
  const ref = before ?? refIn(wanted ?? {}, "");
  const schema = schemas.get({ ...parseApiVersion(ref.apiVersion), kind: ref.kind });
  if (schema === undefined) {
    throw new Failure("USAGE", `Cannot change ${formatRef(ref)}: its kind is not known`);
  }
  return { schema, ref, before, wanted: wanted as KubeObject | undefined };
}

async function make(
  client: KubeClient,
  { schema, ref, before, wanted }: Change,
  options: { readonly dryRun: boolean; readonly signal: AbortSignal },
): Promise<void> {
  if (wanted === undefined) await client.delete(schema, ref, options);
  else if (before === undefined) await client.apply(wanted, options);
  else await client.patch(schema, ref, changesOf(before.written, wanted), options);
}

async function verify(
  client: KubeClient,
  { schema, ref, wanted }: Change,
  signal: AbortSignal,
): Promise<void> {
  const served = await client.get(schema, ref, signal);
  if (wanted === undefined ? served === undefined : isKept(wanted, served)) return;
  throw new Failure("CLUSTER_REFUSED", `${formatRef(ref)} did not stay as it was changed`, {
    hint: "Something else writes it, such as GitOps or a controller: change it there.",
  });
}
