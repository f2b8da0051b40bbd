import { Mesh, type MeshOptions } from "./mesh.ts";
import { type AnyResource, byName, type Kind, type Resource } from "./resource.ts";

/** What happened to a resource in a {@linkcode ConfigStore}. */
export type ConfigEvent =
  | { readonly type: "create"; readonly resource: Resource }
  | { readonly type: "update"; readonly resource: Resource; readonly previous: Resource }
  | { readonly type: "delete"; readonly resource: Resource };

/** Called after each change of the kind that it was registered for. */
export type ConfigEventHandler = (event: ConfigEvent) => void;

/**
 * A mutable set of resources in memory. Handlers run synchronously, after the change, in the order in
 * which they were registered.
 */
export class ConfigStore {
  readonly #kinds = new Map<Kind, Map<string, Resource>>();
  readonly #handlers = new Map<Kind, ConfigEventHandler[]>();

  /** Fills the store; of two resources with the same name the last one wins. */
  constructor(resources: Iterable<AnyResource> = []) {
    for (const resource of resources) {
      this.#of(resource.identifier).set(key(resource), resource as Resource);
    }
  }

  #of(kind: Kind): Map<string, Resource> {
    let resources = this.#kinds.get(kind);
    if (!resources) this.#kinds.set(kind, resources = new Map());
    return resources;
  }

  /** One resource, or `undefined`. Looks in the unnamed cluster unless told otherwise. */
  get<K extends Kind>(
    kind: K,
    name: string,
    namespace: string,
    cluster = "",
  ): Resource<K> | undefined {
    return this.#kinds.get(kind)?.get(key({ cluster, namespace, name })) as
      | Resource<K>
      | undefined;
  }

  /** The resources of a kind, in one namespace or in all, ordered by cluster, namespace and name. */
  list<K extends Kind>(kind: K, namespace?: string): readonly Resource<K>[] {
    const all = [...this.#kinds.get(kind)?.values() ?? []] as unknown as Resource<K>[];
    return all.filter((r) => namespace === undefined || r.namespace === namespace).sort(byName);
  }

  /** Adds a resource. Throws a `TypeError` where it is already there. */
  create(resource: AnyResource): void {
    const resources = this.#of(resource.identifier);
    if (resources.has(key(resource))) throw new TypeError(`${label(resource)} is already there`);
    resources.set(key(resource), resource as Resource);
    this.#notify({ type: "create", resource: resource as Resource });
  }

  /** Replaces a resource. Throws a `TypeError` where there is none. */
  update(resource: AnyResource): void {
    const resources = this.#of(resource.identifier);
    const previous = resources.get(key(resource));
    if (!previous) throw new TypeError(`${label(resource)} is not there`);
    resources.set(key(resource), resource as Resource);
    this.#notify({ type: "update", resource: resource as Resource, previous });
  }

  /** Removes a resource and returns it. Throws a `TypeError` where there is none. */
  delete<K extends Kind>(kind: K, name: string, namespace: string, cluster = ""): Resource<K> {
    const resources = this.#of(kind);
    const id = key({ cluster, namespace, name });
    const resource = resources.get(id);
    if (!resource) throw new TypeError(`${kind} ${namespace}/${name} is not there`);
    resources.delete(id);
    this.#notify({ type: "delete", resource });
    return resource as unknown as Resource<K>;
  }

  /** Calls `handler` after each change of a resource of `kind`; the returned function ends that. */
  registerEventHandler(kind: Kind, handler: ConfigEventHandler): () => void {
    const handlers = this.#handlers.get(kind) ?? [];
    this.#handlers.set(kind, [...handlers, handler]);
    return () => {
      const now = this.#handlers.get(kind) ?? [];
      this.#handlers.set(kind, now.filter((other) => other !== handler));
    };
  }

  #notify(event: ConfigEvent): void {
    for (const handler of this.#handlers.get(event.resource.identifier) ?? []) handler(event);
  }

  /** The store as it is now, as an immutable mesh; later changes do not show in it. */
  mesh(options: MeshOptions = {}): Mesh {
    const all = [...this.#kinds.values()].flatMap((resources) => [...resources.values()]);
    return new Mesh(all as AnyResource[], options);
  }
}

interface Key {
  cluster: string;
  namespace: string;
  name: string;
}

function key({ cluster, namespace, name }: Key): string {
  return `${cluster}/${namespace}/${name}`;
}

function label({ kind, namespace, name }: AnyResource): string {
  return `${kind} ${namespace}/${name}`;
}
