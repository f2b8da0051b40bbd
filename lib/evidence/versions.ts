import { compare, type Gap } from "../core/mod.ts";
import { hasProxy, isReady, type Mesh, type MeshView, type Resource } from "../mesh/mod.ts";
import { clusterFolder, type Recording, whyMissing } from "./recording.ts";
import { parseSyncz, type ProxySync } from "./sync.ts";

/** Replicas of istiod with the same revision and version. */
export interface ControlPlaneVersion {
  /** Revision; `default` where it has none. */
  readonly revision: string;
  /** Version. */
  readonly version: string;
  /** How many replicas. */
  readonly replicas: number;
  /** Name of the cluster, where there are several. */
  readonly cluster?: string;
}

/** Proxies with the same version. */
export interface DataPlaneVersion {
  /** Version. */
  readonly version: string;
  /** How many proxies. */
  readonly proxies: number;
  /** Name of the cluster, where there are several. */
  readonly cluster?: string;
}

/** What runs in a mesh. */
export interface MeshVersions {
  /** By revision and version. */
  readonly controlPlane: readonly ControlPlaneVersion[];
  /** By version. */
  readonly dataPlane: readonly DataPlaneVersion[];
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

/**
 * The versions of istiod and of the proxies: as istiod tells them, else as their images are tagged; of several
 * clusters one after the other.
 */
export async function meshVersions(
  recording: Recording,
  mesh: MeshView<"Pod"> & Pick<Mesh, "istioNamespace">,
  signal: AbortSignal,
): Promise<MeshVersions> {
  const first = recording.manifest.clusterName;
  const further = await recording.list("clusters", signal);
  if (further.length === 0) {
    const only = { top: "", pods: mesh.list("Pod"), isOwn: () => true };
    return await versionsIn(recording, only, mesh.istioNamespace, signal);
  }
  const clusters = await Promise.all([first, ...further].map(async (cluster) => {
    const top = await clusterFolder(recording, cluster, signal);
    return { cluster, top, isServed: (await recording.list(`${top}istiod`, signal)).length === 0 };
  }));
  // An istiod serves its own cluster, and those that have none.
  const served = new Set(clusters.filter(({ isServed }) => isServed).map(({ cluster }) => cluster));
  const parts = await Promise.all(clusters.map(async ({ cluster, top, isServed }) => {
    const pods = mesh.list("Pod").filter((pod) => pod.cluster === cluster);
    const isOwn = (proxy: ProxySync) => !served.has(proxy.cluster);
    const part = await versionsIn(recording, { top, pods, isOwn }, mesh.istioNamespace, signal);
    return {
      controlPlane: part.controlPlane.map((each) => ({ ...each, cluster })),
      dataPlane: part.dataPlane.map((each) => ({ ...each, cluster })),
      gaps: isServed && served.size < clusters.length ? [] : part.gaps,
    };
  }));
  return {
    controlPlane: parts.flatMap(({ controlPlane }) => controlPlane),
    dataPlane: parts.flatMap(({ dataPlane }) => dataPlane),
    gaps: parts.flatMap(({ gaps }) => gaps),
  };
}

/** One cluster of a recording. */
interface ClusterPart {
  /** Where its files begin. */
  readonly top: string;
  /** Its pods. */
  readonly pods: readonly Resource<"Pod">[];
  /** Whether a proxy that istiod serves is in it. */
  isOwn(proxy: ProxySync): boolean;
}

async function versionsIn(
  recording: Recording,
  { top, pods, isOwn }: ClusterPart,
  istioNamespace: string,
  signal: AbortSignal,
): Promise<MeshVersions> {
  const [told, synced] = [
    await recording.read(`${top}istiod/version.json`, signal),
    await recording.read(`${top}istiod/debug/syncz.json`, signal),
  ];
  const istiods = pods.filter((pod) =>
    pod.namespace === istioNamespace && pod.labels["app"] === "istiod" && isReady(pod)
  );
  const version = told === undefined ? undefined : parseIstiodVersion(told);
  const [first] = istiods;
  const controlPlane = istiods.map((pod) => [
    pod.labels["istio.io/rev"] ?? "default",
    // Only one replica was asked; others of its image are the same.
    (first && imageTag(pod, "discovery") === imageTag(first, "discovery") ? version : undefined) ??
      imageTag(pod, "discovery"),
  ]);
  const dataPlane = synced === undefined
    ? pods.filter(hasProxy).map((pod) => imageTag(pod, "istio-proxy"))
    // Debugging clients of istiod subscribe to nothing.
    : parseSyncz(synced).filter((proxy) => proxy.types.size > 0 && isOwn(proxy))
      .map((proxy) => proxy.version);
  const missing = [
    ...(told === undefined ? [`${top}istiod/version.json`] : []),
    ...(synced === undefined ? [`${top}istiod/debug/syncz.json`] : []),
  ];
  return {
    controlPlane: counted(controlPlane).map(([[revision = "", tag = ""], replicas]) => ({
      revision,
      version: tag,
      replicas,
    })),
    dataPlane: counted(dataPlane.map((tag) => [tag])).map(([[tag = ""], proxies]) => ({
      version: tag,
      proxies,
    })),
    gaps: missing.map((what) => ({ what, reason: whyMissing(recording, what) })),
  };
}

/** The version in istiod's own words, which are `VERSION-REVISION-STATUS`. */
export function parseIstiodVersion(text: string): string {
  return text.trim().replace(/-[^-]+-(?:Clean|Modified)$/, "");
}

function imageTag(pod: Resource<"Pod">, container: string): string {
  const { containers = [], initContainers = [] } = pod.spec;
  const image = [...containers, ...initContainers].find(({ name }) => name === container)?.image;
  return /:([^:/@]+)(?:@.*)?$/.exec(image ?? "")?.[1] ?? "unknown";
}

function counted(rows: readonly (readonly string[])[]): [readonly string[], number][] {
  return [...Map.groupBy(rows, (row) => row.join("\n"))]
    .sort(([a], [b]) => compare(a, b))
    .map(([key, same]) => [key.split("\n"), same.length]);
}
