import { compare, type Gap } from "../core/mod.ts";
import { LabelIndex } from "./label_index.ts";
import { type EffectiveMeshConfig, effectiveMeshConfig } from "./mesh_config.ts";
import { type AnyResource, byName, type Kind, type Resource } from "./resource.ts";
import type { Labels } from "./selector.ts";
import { ServiceRegistry } from "./service_registry.ts";

/** What a mesh may be built with. */
export interface MeshOptions {
  /** What could not be read. */
  readonly gaps?: readonly Gap[];
  /** Name of the cluster whose objects come first; that of the first object where not given. */
  readonly home?: string;
  /** Namespace of the control plane; `istio-system` where not given. */
  readonly istioNamespace?: string;
  /** Mesh settings given by the user, as YAML-like data; they win over the `istio` ConfigMap. */
  readonly meshConfig?: unknown;
  /** Networks given by the user, as YAML-like data; they win over those of the ConfigMap. */
  readonly meshNetworks?: unknown;
  /** Revision whose `istio-REVISION` ConfigMap is read; `""` or `default` for `istio`. */
  readonly revision?: string;
}

/** Reads a mesh kind by kind. Rules see the mesh through this, narrowed to the kinds they declare. */
export interface MeshView<K extends Kind = Kind> {
  /** All objects of a kind in all clusters, or those of one namespace, ordered by cluster, namespace, name. */
  list<T extends K>(kind: T, namespace?: string): readonly Resource<T>[];
  /** One object by name; where several clusters have it, that of `cluster`, else of the first. */
  get<T extends K>(
    kind: T,
    namespace: string,
    name: string,
    cluster?: string,
  ): Resource<T> | undefined;
  /** Objects of a kind whose labels include all of `labels`, in one namespace or everywhere. */
  select<T extends K>(kind: T, labels: Labels, namespace?: string): readonly Resource<T>[];
}

/** What belongs to the mesh as a whole, whichever of its kinds are looked at. */
export type MeshFacts = Pick<Mesh, "config" | "services" | "istioNamespace" | "once">;

interface KindIndex {
  all: Resource[];
  byNamespace?: Map<string, Resource[]>;
  byKey?: Map<string, Resource>;
  byLabel?: LabelIndex<Resource>;
}

/** An immutable set of resources of one or more clusters, indexed once, on first use, by kind. */
export class Mesh implements MeshView {
  readonly #kinds = new Map<Kind, KindIndex>();
  readonly #options: MeshOptions;
  readonly #derived = new Map<unknown, unknown>();
  readonly #views = new Map<string, Mesh>();
  #whole: Mesh = this;
  #clusters?: readonly string[];
  #config?: EffectiveMeshConfig;
  #services?: ServiceRegistry;
  #podsByIp?: ReadonlyMap<string, readonly Resource<"Pod">[]>;
  /** What could not be read. */
  readonly gaps: readonly Gap[];
  /** Name of the cluster whose objects come first. */
  readonly home: string;

  /** Indexes `resources`; of two with the same cluster, kind, namespace and name the last one wins. */
  constructor(resources: Iterable<AnyResource>, options: MeshOptions = {}) {
    this.#options = options;
    this.gaps = options.gaps ?? [];
    let { home } = options;
    for (const resource of resources) {
      home ??= resource.cluster;
      const index = this.#kinds.get(resource.identifier);
      if (index) index.all.push(resource);
      else this.#kinds.set(resource.identifier, { all: [resource] });
    }
    this.home = home ?? "";
    for (const index of this.#kinds.values()) index.all = lastOfEach(index.all, this.home);
  }

  /** How many resources it has. */
  get size(): number {
    return [...this.#kinds.values()].reduce((size, { all }) => size + all.length, 0);
  }

  /** Names of the clusters of which there is at least one object, sorted. */
  get clusters(): readonly string[] {
    this.#clusters ??= [
      ...new Set([...this.#kinds.values()].flatMap(({ all }) => all.map((each) => each.cluster))),
    ].sort(compare);
    return this.#clusters;
  }

  /** Namespace of the control plane. */
  get istioNamespace(): string {
    return this.#options.istioNamespace ?? "istio-system";
  }

  /** The kinds of which there is at least one object, sorted. */
  get kinds(): readonly Kind[] {
    return [...this.#kinds.keys()].sort(compare);
  }

  /** The objects of all clusters, whichever control plane's view this is. */
  get whole(): Mesh {
    return this.#whole;
  }

  /**
   * The mesh as the control plane of a cluster sees it: it reads the workloads of all clusters, and the
   * configuration of its own alone. Views of other control planes are had from a view too.
   */
  seenFrom(cluster: string): Mesh {
    if (this.#whole !== this) {
      return cluster === this.home ? this : this.#whole.seenFrom(cluster);
    }
    if (this.clusters.length < 2) return this;
    let view = this.#views.get(cluster);
    if (!view) this.#views.set(cluster, view = this.#viewOf(cluster, new Set(this.clusters)));
    return view;
  }

  /** The configuration of a cluster with the workloads of some: those to which its control plane gives it. */
  governedFrom(cluster: string, governed: ReadonlySet<string>): Mesh {
    return this.#whole.#viewOf(cluster, governed);
  }

  #viewOf(home: string, clusters: ReadonlySet<string>): Mesh {
    const seen = [...this.#kinds].flatMap(([kind, { all }]) => {
      const isRead = OF_ALL_CLUSTERS.has(kind)
        ? (each: string) => clusters.has(each)
        : (each: string) => each === home;
      return all.filter((each) => isRead(each.cluster));
    });
    const view = new Mesh(seen as AnyResource[], { ...this.#options, home });
    view.#whole = this;
    return view;
  }

  /** Settings of the mesh, with Istio's defaults for what nobody set. */
  get config(): EffectiveMeshConfig {
    return this.#config ??= effectiveMeshConfig(this, {
      istioNamespace: this.istioNamespace,
      given: this.#options.meshConfig,
      givenNetworks: this.#options.meshNetworks,
      revision: this.#options.revision ?? "",
    });
  }

  /** All services of the mesh by host: Kubernetes Services and ServiceEntries. */
  get services(): ServiceRegistry {
    return this.#services ??= new ServiceRegistry(this);
  }

  /**
   * The pod with this address; of several, host-network pods aside, the first by name. Clusters on different
   * networks may give the same address: where `cluster` is named and known, its pod is meant.
   */
  podAt(ip: string, cluster?: string): Resource<"Pod"> | undefined {
    this.#podsByIp ??= indexAddresses(this.list("Pod"));
    const pods = this.#podsByIp.get(ip);
    return pods?.find((pod) => pod.cluster === cluster) ?? pods?.[0];
  }

  /** What `derive` makes of this mesh, computed on first use and kept: an index of one's own. */
  once<T>(derive: (mesh: Mesh) => T): T {
    if (!this.#derived.has(derive)) this.#derived.set(derive, derive(this));
    return this.#derived.get(derive) as T;
  }

  /**
   * The same mesh with more objects, and without some; of two with the same name the added one wins.
   * Kinds that stay as they are stay indexed.
   */
  with(resources: Iterable<AnyResource>, without: ReadonlySet<Resource> = new Set()): Mesh {
    const mesh = new Mesh(resources, { ...this.#options, home: this.home });
    if (this.#whole !== this) mesh.#whole = this.#whole;
    for (const [kind, index] of this.#kinds) {
      const added = mesh.#kinds.get(kind)?.all ?? [];
      const kept = index.all.filter((resource) => !without.has(resource));
      const isSame = added.length === 0 && kept.length === index.all.length;
      if (isSame) mesh.#kinds.set(kind, index);
      else if (added.length + kept.length > 0) {
        mesh.#kinds.set(kind, { all: lastOfEach([...kept, ...added], this.home) });
      }
    }
    return mesh;
  }

  /** All objects of a kind in all clusters, or those of one namespace, ordered by cluster, namespace, name. */
  list<K extends Kind>(kind: K, namespace?: string): readonly Resource<K>[] {
    const index = this.#kinds.get(kind);
    if (!index) return [];
    if (namespace === undefined) return index.all as unknown as Resource<K>[];
    index.byNamespace ??= Map.groupBy(index.all, (resource) => resource.namespace);
    return (index.byNamespace.get(namespace) ?? []) as unknown as Resource<K>[];
  }

  /** One object by name; where several clusters have it, that of `cluster`, else of the first. */
  get<K extends Kind>(
    kind: K,
    namespace: string,
    name: string,
    cluster?: string,
  ): Resource<K> | undefined {
    const index = this.#kinds.get(kind);
    if (!index) return undefined;
    if (!index.byKey) {
      index.byKey = new Map();
      for (const resource of index.all) {
        const key = `${resource.namespace}/${resource.name}`;
        if (!index.byKey.has(key)) index.byKey.set(key, resource);
        else index.byKey.set(`${resource.cluster}/${key}`, resource);
      }
    }
    const key = `${namespace}/${name}`;
    const own = cluster === undefined ? undefined : index.byKey.get(`${cluster}/${key}`);
    return (own ?? index.byKey.get(key)) as Resource<K> | undefined;
  }

  /** Objects of a kind whose labels include all of `labels`, in one namespace or everywhere. */
  select<K extends Kind>(kind: K, labels: Labels, namespace?: string): readonly Resource<K>[] {
    const index = this.#kinds.get(kind);
    if (!index) return [];
    index.byLabel ??= new LabelIndex(index.all);
    return index.byLabel.select(labels, namespace) as unknown as Resource<K>[];
  }
}

/** What a control plane reads in every cluster, and what bears on the pods there. */
const OF_ALL_CLUSTERS: ReadonlySet<Kind> = new Set<Kind>([
  "CronJob",
  "DaemonSet",
  "Deployment",
  "EndpointSlice",
  "Endpoints",
  "HorizontalPodAutoscaler",
  "Job",
  "Namespace",
  "NetworkPolicy",
  "Node",
  "Pod",
  "PodDisruptionBudget",
  "ReplicaSet",
  "Secret",
  "Service",
  "ServiceAccount",
  "StatefulSet",
]);

/** The resources in their order, those of `home` first; of those with the same name the last one. */
function lastOfEach(resources: Resource[], home: string): Resource[] {
  const sorted = resources.sort((a, b) =>
    Number(b.cluster === home) - Number(a.cluster === home) || byName(a, b)
  );
  return sorted.filter((resource, i) => {
    const next = sorted[i + 1];
    return !next || byName(resource, next) !== 0;
  });
}

function indexAddresses(
  pods: readonly Resource<"Pod">[],
): ReadonlyMap<string, readonly Resource<"Pod">[]> {
  const index = new Map<string, Resource<"Pod">[]>();
  for (const pod of pods) {
    // Pods on the host network share the address of their node.
    if (pod.spec.hostNetwork) continue;
    for (const { ip } of pod.status.podIPs ?? [{ ip: pod.status.podIP }]) {
      if (!ip) continue;
      const known = index.get(ip);
      if (known) known.push(pod);
      else index.set(ip, [pod]);
    }
  }
  return index;
}
