import { connect, type KubeClient } from "../../client/mod.ts";
import { type Kind, schemas } from "../../mesh/mod.ts";
import { openClusters, openSnapshot, type Snapshot, withPrometheus } from "../../source/mod.ts";
import type { Shell } from "../shell.ts";

/** The flags that name live clusters. */
export interface LiveFlags {
  /** `--kubeconfig`. */
  readonly kubeconfig?: string | undefined;
  /** `--context`, one for each cluster. */
  readonly context?: readonly string[] | undefined;
  /** `--namespace`: looked into where the whole cluster may not be read. */
  readonly namespace?: string | undefined;
  /** `--istioNamespace`. */
  readonly istioNamespace?: string | undefined;
  /** `--revision`. */
  readonly revision?: string | undefined;
  /** Whether files of proxies and istiod stay in memory once they were asked for. */
  readonly keepsFiles?: boolean | undefined;
  /** `--prometheus`: a running Prometheus. */
  readonly prometheus?: string | undefined;
  /** `--since` in milliseconds: how far back requests tell how the mesh is now. */
  readonly since?: number | undefined;
}

/** One or more live clusters. */
export interface LiveMesh extends Snapshot {
  /** Names of the contexts, for people. */
  readonly detail: string;
}

const DEFAULT_WINDOW_MS = 600_000;

/** Kinds that no cause looks at, some of them large or many. */
const LEFT_OUT: ReadonlySet<Kind> = new Set<Kind>([
  "ClusterRole",
  "ClusterRoleBinding",
  "CronJob",
  "CustomResourceDefinition",
  "Event",
  "IngressClass",
  "IstioOperator",
  "Lease",
  "LimitRange",
  "ResourceQuota",
  "Role",
  "RoleBinding",
]);

/** The kinds that a diagnosis may look at. */
export const DIAGNOSED_KINDS: readonly Kind[] = schemas.all().map(({ identifier }) => identifier)
  .filter((kind) => !LEFT_OUT.has(kind));

/** Opens a recorded mesh, or where none is named the live clusters with objects of `kinds`. */
export async function openRecordedOrLive(
  shell: Shell,
  { snapshot, ...flags }: LiveFlags & { readonly snapshot?: string | undefined },
  kinds: readonly Kind[] = DIAGNOSED_KINDS,
): Promise<Snapshot> {
  return snapshot === undefined
    ? await openLiveMesh(shell, flags, kinds)
    : await withAnswers(await openSnapshot(snapshot, shell), shell, flags);
}

/** A mesh with the answers of the Prometheus that the flags name, if any. */
async function withAnswers(
  snapshot: Snapshot,
  { world, signal }: Shell,
  { prometheus: url, since }: LiveFlags,
): Promise<Snapshot> {
  if (url === undefined) return snapshot;
  const { recordings: [first, ...others], gaps } = snapshot;
  const windowMs = since ?? DEFAULT_WINDOW_MS;
  const asked = await withPrometheus(first, { url, windowMs, world, signal });
  return { ...snapshot, recordings: [asked.recording, ...others], gaps: [...gaps, ...asked.gaps] };
}

/** Opens the clusters of all contexts; only objects of `kinds` are listed. */
export async function openLiveMesh(
  shell: Shell,
  flags: LiveFlags,
  kinds: readonly Kind[],
): Promise<LiveMesh> {
  return await openConnected(await connectClusters(shell, flags), shell, flags, kinds);
}

/** Prepares a client for each context; nothing is sent yet. */
export async function connectClusters(
  { world, signal }: Shell,
  { kubeconfig, context = [] }: LiveFlags,
): Promise<readonly [KubeClient, ...KubeClient[]]> {
  const [first, ...others] = context;
  const login = (name: string | undefined) =>
    connect({
      world,
      signal,
      ...(kubeconfig !== undefined && { kubeconfig }),
      ...(name !== undefined && { context: name }),
    });
  const clients: [KubeClient, ...KubeClient[]] = [await login(first)];
  for (const name of others) clients.push(await login(name));
  return clients;
}

/** Opens connected clusters as they are now; only objects of `kinds` are listed. */
export async function openConnected(
  clients: readonly KubeClient[],
  shell: Shell,
  flags: LiveFlags,
  kinds: readonly Kind[],
): Promise<LiveMesh> {
  const { world, signal } = shell;
  const { istioNamespace = "istio-system", revision = "" } = flags;
  const namespaces = [
    ...flags.namespace === undefined ? [] : [flags.namespace],
    ...clients.map((client) => client.context.namespace),
  ];
  const options = {
    kinds,
    keepsFiles: flags.keepsFiles ?? true,
    istioNamespace,
    revision,
    namespaces,
    windowMs: flags.since ?? DEFAULT_WINDOW_MS,
  };
  const opened = await openClusters(clients, { ...options, world, signal });
  const snapshot = await withAnswers(opened, shell, flags);
  return { ...snapshot, detail: namesOf(clients) };
}

/** Names of the contexts, for people. */
export function namesOf(clients: readonly KubeClient[]): string {
  return clients.map((client) => client.context.name).join(", ");
}
