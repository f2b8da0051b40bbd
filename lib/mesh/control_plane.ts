import { clusterLabel, type Gap } from "../core/mod.ts";
import type { Mesh } from "./mesh.ts";
import type { Resource } from "./resource.ts";

/**
 * How many minor releases a proxy may be older than its control plane; it may be none newer. After
 * https://istio.io/latest/docs/releases/supported-releases/#control-planedata-plane-skew.
 */
export const SUPPORTED_PROXY_SKEW = 1;

/** What configures the workloads of a cluster. */
export interface ControlPlane {
  /** Name of the cluster whose configuration it reads. */
  readonly config: string;
  /** Name of the cluster in which its istiod runs; `undefined` where no istiod is known. */
  readonly runsIn: string | undefined;
  /** Why it is only taken to be this one; absent where the objects tell. */
  readonly assumption?: string;
}

/**
 * The control plane that configures the workloads of a cluster: that whose configuration is read there;
 * else that which the annotation `topology.istio.io/controlPlaneClusters` of the control plane's
 * namespace names, as in a primary-remote mesh; else the only one there is. Where the objects do not
 * tell, it is the first, or without any istiod the cluster's own configuration, and that is said.
 */
export function controlPlaneOf(mesh: Mesh, cluster: string): ControlPlane {
  return mesh.whole.once(controlPlanes).get(cluster) ?? unknownControlPlane(mesh.whole, cluster);
}

/** The mesh as the control plane that configures a workload sees it; where no cluster is said, as it is. */
export function seenBy(mesh: Mesh, { cluster }: { readonly cluster?: string }): Mesh {
  if (cluster === undefined || mesh.whole.clusters.length < 2) return mesh;
  return mesh.seenFrom(controlPlaneOf(mesh, cluster).config);
}

/**
 * The mesh in parts, one for each control plane: the configuration that it reads, and the workloads that get
 * it. A mesh of one cluster is its only part.
 */
export function controlPlaneParts(
  mesh: Mesh,
): readonly { readonly controlPlane: ControlPlane; readonly part: Mesh }[] {
  const { whole } = mesh;
  if (whole.clusters.length < 2) {
    return [{ controlPlane: controlPlaneOf(whole, whole.home), part: whole }];
  }
  const byConfig = Map.groupBy(whole.clusters, (each) => controlPlaneOf(whole, each).config);
  return [...byConfig].map(([config, clusters]) => ({
    controlPlane: controlPlaneOf(whole, clusters[0]!),
    part: whole.governedFrom(config, new Set(clusters)),
  }));
}

/** What was assumed of clusters with pods, as the objects do not tell whose configuration they get. */
export function assumedControlPlanes(mesh: Mesh): Gap[] {
  const { clusters } = mesh.whole;
  if (clusters.length < 2) return [];
  const running = new Set(mesh.whole.list("Pod").map(({ cluster }) => cluster));
  return clusters.filter((cluster) => running.has(cluster)).flatMap((cluster) => {
    const { config, assumption } = controlPlaneOf(mesh, cluster);
    return assumption === undefined ? [] : [{
      what: `control plane of cluster ${clusterLabel(cluster)}`,
      reason: `${assumption}: its workloads are judged by ${
        config === cluster
          ? "its own configuration"
          : `the configuration of ${clusterLabel(config)}`
      }`,
    }];
  });
}

const CONTROL_PLANE_CLUSTERS = "topology.istio.io/controlPlaneClusters";

interface Istiod extends ControlPlane {
  readonly runsIn: string;
  /** What it calls the cluster whose configuration it reads. */
  readonly id: string | undefined;
}

function controlPlanes(mesh: Mesh): ReadonlyMap<string, ControlPlane> {
  const pods = mesh.select("Pod", { app: "istiod" });
  const homes = new Set(pods.map(({ cluster }) => cluster));
  const all = pods.map((pod) => istiodOf(mesh, pod, homes));
  return new Map(mesh.clusters.flatMap((cluster) => {
    const found = chosen(mesh, cluster, all);
    return found ? [[cluster, found] as const] : [];
  }));
}

/** An istiod outside the mesh is told the name of the cluster that it reads; it is that of no cluster of istiods. */
function istiodOf(mesh: Mesh, pod: Resource<"Pod">, homes: ReadonlySet<string>): Istiod {
  const id = (pod.spec.containers ?? []).flatMap(({ env = [] }) => env)
    .find(({ name }) => name === "CLUSTER_ID")?.value;
  const isElsewhere = id !== undefined && mesh.clusters.includes(id) && !homes.has(id);
  return { config: isElsewhere ? id : pod.cluster, runsIn: pod.cluster, id };
}

function chosen(mesh: Mesh, cluster: string, all: readonly Istiod[]): ControlPlane | undefined {
  const own = all.find(({ config }) => config === cluster);
  if (own) return plain(own);
  const namespace = mesh.get("Namespace", "", mesh.istioNamespace, cluster);
  const named = namespace?.cluster === cluster
    ? (namespace.annotations[CONTROL_PLANE_CLUSTERS] ?? "").split(",").map((each) => each.trim())
    : [];
  const told = all.find(({ id, config }) =>
    named.includes(config) || id !== undefined && named.includes(id)
  );
  if (told) return plain(told);
  const [first] = all;
  if (!first) return undefined;
  return all.every(({ config }) => config === first.config)
    ? plain(first)
    : { ...plain(first), assumption: "no istiod runs there, and several run elsewhere" };
}

function plain({ config, runsIn }: ControlPlane): ControlPlane {
  return { config, runsIn };
}

function unknownControlPlane(mesh: Mesh, cluster: string): ControlPlane {
  const configured = mesh.once(configuredClusters);
  const config = configured.has(cluster)
    ? cluster
    : configured.has(mesh.home)
    ? mesh.home
    : [...configured][0] ?? cluster;
  return { config, runsIn: undefined, assumption: "no istiod was seen" };
}

/** The clusters that have objects of Istio's kinds. */
function configuredClusters(mesh: Mesh): ReadonlySet<string> {
  return new Set(
    mesh.kinds.flatMap((kind) => mesh.list(kind))
      .filter(({ apiVersion }) => /\.istio\.io\//.test(apiVersion))
      .map(({ cluster }) => cluster),
  );
}
