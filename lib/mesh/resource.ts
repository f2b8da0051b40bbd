import { compare, type Location, type Path, type ResourceRef } from "../core/mod.ts";
import type { KindMap } from "./gen/kinds.ts";

/** Identifier of a kind that the mesh model knows: the kind's name; Gateway API's Gateway is `KubernetesGateway`. */
export type Kind = keyof KindMap;

/** What of a field is meant. */
export type FieldPart = "key" | "value";

/** Where a resource was read. */
export interface Origin {
  /** File as the user named it. */
  readonly file: string;
  /**
   * Place of a field, or of the nearest parent that is there: of its value, or of its key. Positions are
   * looked up only when asked for.
   */
  locate(path: Path, part?: FieldPart): Location | undefined;
}

/** Type of the wanted state of a kind. */
export type Spec<K extends Kind> = KindMap[K] extends { readonly spec?: infer S } ? NonNullable<S>
  : Record<never, never>;
/** Type of the observed state of a kind. */
export type Status<K extends Kind> = KindMap[K] extends { readonly status?: infer S }
  ? NonNullable<S>
  : Record<never, never>;

const EMPTY: Readonly<Record<string, never>> = Object.freeze({});

/** One object of one cluster, typed by its kind. Immutable. */
export class Resource<K extends Kind = Kind> implements ResourceRef {
  /** Version and group as written. */
  readonly apiVersion: string;
  /** Name inside the namespace. */
  readonly name: string;
  /** Labels; empty where there are none. */
  readonly labels: Readonly<Record<string, string>>;
  /** Annotations; empty where there are none. */
  readonly annotations: Readonly<Record<string, string>>;
  /** The wanted state; empty where the kind or the object has none. */
  readonly spec: Spec<K>;

  /** Wraps an object. */
  constructor(
    /** Identifier of the kind. */
    readonly identifier: K,
    /** Name of the cluster it lives in. */
    readonly cluster: string,
    /** Namespace; `""` for cluster-scoped kinds. */
    readonly namespace: string,
    /** The object, with every field of the type that its kind declares. */
    readonly object: KindMap[K],
    /** Where it was read; absent for what a cluster or a snapshot served. */
    readonly origin?: Origin,
    /** The object as it was written or served; differs where fields have a wrong type. */
    readonly written: unknown = object,
  ) {
    this.apiVersion = object.apiVersion;
    this.name = object.metadata.name ?? "";
    this.labels = object.metadata.labels ?? EMPTY;
    this.annotations = object.metadata.annotations ?? EMPTY;
    // Objects have many shapes: looking into them is slow, and every rule asks.
    this.spec = ((object as { spec?: Spec<K> }).spec ?? EMPTY) as Spec<K>;
  }

  /** Kind as written in manifests. */
  get kind(): string {
    return this.object.kind;
  }

  /** The observed state; empty where the kind or the object has none. */
  get status(): Status<K> {
    return ((this.object as { status?: Status<K> }).status ?? EMPTY) as Status<K>;
  }

  /** Its reference alone. */
  get ref(): ResourceRef {
    const { cluster, apiVersion, kind, namespace, name } = this;
    return { cluster, apiVersion, kind, namespace, name };
  }

  /** Place of a field in the file it came from. */
  locate(path: Path, part?: FieldPart): Location | undefined {
    return this.origin?.locate(path, part);
  }
}

/** A resource of any kind. */
export type AnyResource = { [K in Kind]: Resource<K> }[Kind];

/** The order in which resources are kept and reported: cluster, namespace, name. */
export function byName(a: ResourceRef, b: ResourceRef): number {
  return compare(a.cluster, b.cluster) || compare(a.namespace, b.namespace) ||
    compare(a.name, b.name);
}
