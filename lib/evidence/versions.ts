import { compare, type Gap } from "../core/mod.ts";
import { hasProxy, isReady, type Mesh, type MeshView, type Resource } from "../mesh/mod.ts";
import { type Recording, whyMissing } from "./recording.ts";
import { parseSyncz } from "./sync.ts";

/** Replicas of istiod with the same revision and version. */
export interface ControlPlaneVersion {
  /** Revision; `default` where it has none. */
  readonly revision: string;
  /** Version. */
  readonly version: string;
  /** How many replicas. */
  readonly replicas: number;
}

/** Proxies with the same version. */
export interface DataPlaneVersion {
  /** Version. */
  readonly version: string;
  /** How many proxies. */
  readonly proxies: number;
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

/** The versions of istiod and of the proxies: as istiod tells them, else as their images are tagged. */
export async function meshVersions(
  recording: Recording,
  mesh: MeshView<"Pod"> & Pick<Mesh, "istioNamespace">,
  signal: AbortSignal,
): Promise<MeshVersions> {
  const [told, synced] = [
    await recording.read("istiod/version.json", signal),
    await recording.read("istiod/debug/syncz.json", signal),
  ];
  const istiods = mesh.list("Pod", mesh.istioNamespace)
    .filter((pod) => pod.labels["app"] === "istiod" && isReady(pod));
  const version = told === undefined ? undefined : parseIstiodVersion(told);
  const [first] = istiods;
  const controlPlane = istiods.map((pod) => [
    pod.labels["istio.io/rev"] ?? "default",
    // Only one replica was asked; others of its image are the same.
    (first && imageTag(pod, "discovery") === imageTag(first, "discovery") ? version : undefined) ??
      imageTag(pod, "discovery"),
  ]);
  const dataPlane = synced === undefined
    ? mesh.list("Pod").filter(hasProxy).map((pod) => imageTag(pod, "istio-proxy"))
    : parseSyncz(synced).map((proxy) => proxy.version);
  const missing = [
    ...(told === undefined ? ["istiod/version.json"] : []),
    ...(synced === undefined ? ["istiod/debug/syncz.json"] : []),
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
