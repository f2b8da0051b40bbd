import type { ContextInfo, KubeClient } from "../../client/mod.ts";
import { concurrently, Failure, type Gap, VERSION, type World } from "../../core/mod.ts";
import { type AnyResource, Resource } from "../../mesh/mod.ts";
import { toResource } from "../object.ts";
import type { Snapshot } from "../snapshot.ts";
import { clusterName } from "./cluster_name.ts";
import { type ListedObjects, type ListedPart, listObjects } from "./list_objects.ts";
import { JoinedRecording } from "./joined_recording.ts";
import { istiodPods, LiveRecording } from "./live_recording.ts";

/** What of live clusters is wanted. */
export interface ClusterOptions extends ListedPart {
  /** Revision of the control plane to ask; `""` for any. */
  readonly revision: string;
  /** Whether a file that was asked for once is kept in memory; `true` where not given. */
  readonly keepsFiles?: boolean;
  /** Requests of the last so many milliseconds belong to what is examined. */
  readonly windowMs: number;
  /** The time. */
  readonly world: Pick<World, "clock">;
}

/** A cluster that answered. */
interface Answered extends ListedObjects {
  readonly client: KubeClient;
  readonly kubernetesVersion: string;
}

const CLUSTERS_AT_ONCE = 4;

/**
 * Opens live clusters as if they were a snapshot: objects are listed now, all else is asked for when it
 * is read. Of several clusters one that does not answer is a gap. Throws a {@linkcode Failure}
 * `CLUSTER_UNREACHABLE` where none does.
 */
export async function openClusters(
  clients: readonly KubeClient[],
  options: ClusterOptions,
): Promise<Snapshot> {
  const asked = await concurrently(clients, CLUSTERS_AT_ONCE, (client) => ask(client, options));
  const names = new Set<string>();
  const snapshots: Snapshot[] = [];
  const opened = new Map<string, { client: KubeClient; recording: LiveRecording }>();
  const unreached: Gap[] = [];
  const gaps: Gap[] = [];
  for (const answer of asked) {
    if ("failure" in answer) {
      unreached.push({ what: `cluster ${answer.context.name}`, reason: answer.failure.message });
      continue;
    }
    const own = clusterName(answer.lists.flatMap(({ items }) => items));
    const context = answer.client.context.name;
    const name = names.has(own) ? context : own;
    if (name !== own) {
      const reason = `it is named "${own}", as another cluster is: istiod cannot read both`;
      gaps.push({ what: `cluster ${context}`, reason });
    }
    names.add(name);
    const snapshot = snapshotOf(answer, name, options);
    snapshots.push(snapshot);
    opened.set(name, { client: answer.client, recording: snapshot.recordings[0] });
  }
  const [first, ...others] = snapshots;
  if (first === undefined) throw asked.find((answer) => "failure" in answer)?.failure;
  const further = others.flatMap(({ recordings }) => recordings);
  const joined = further.length === 0
    ? first.recordings[0]
    : new JoinedRecording(first.recordings[0], further);
  return {
    recordings: [joined, ...further],
    resources: snapshots.flatMap(({ resources }) => resources),
    unreached,
    gaps: [...unreached, ...gaps, ...first.gaps, ...others.flatMap(gapsBelow)],
    live: {
      clients: new Map([...opened].map(([name, { client }]) => [name, client])),
      forget: () => opened.forEach(({ recording }) => recording.forget()),
    },
  };
}

/** The gaps of a further cluster, under its name as in a snapshot. */
function gapsBelow({ recordings: [{ manifest }], gaps }: Snapshot): Gap[] {
  return gaps.map((gap) => ({ ...gap, what: `clusters/${manifest.clusterName}/${gap.what}` }));
}

async function ask(
  client: KubeClient,
  options: ClusterOptions,
): Promise<Answered | { readonly context: ContextInfo; readonly failure: Failure }> {
  try {
    const kubernetesVersion = await client.version(options.signal);
    return { client, kubernetesVersion, ...await listObjects(client, options) };
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    return { context: client.context, failure };
  }
}

function snapshotOf(
  { client, kubernetesVersion, lists, gaps }: Answered,
  cluster: string,
  { istioNamespace, keepsFiles = true, revision, windowMs, world }: ClusterOptions,
): Snapshot & { readonly recordings: readonly [LiveRecording] } {
  const resources = lists.flatMap(({ items }) => items).flatMap((object) => {
    const resource = toResource(object, { cluster, defaultNamespace: "default" });
    return resource instanceof Resource ? [resource as AnyResource] : [];
  });
  const pods = resources.filter((each): each is Resource<"Pod"> => each.identifier === "Pod");
  const now = world.clock.now().getTime();
  const manifest = {
    format: 1,
    tool: `meshmedic ${VERSION}`,
    capturedAt: new Date(now).toISOString(),
    windowStart: new Date(now - windowMs).toISOString(),
    clusterName: cluster,
    kubernetesVersion,
  } as const;
  const istiods = istiodPods(pods, istioNamespace, revision);
  return {
    recordings: [new LiveRecording({ client, lists, pods, istiods, manifest, keepsFiles })],
    resources,
    gaps,
  };
}
