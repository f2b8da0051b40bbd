import type { KubeClient, KubeObject, WatchEvent } from "../../client/mod.ts";
import { type Clock, Failure } from "../../core/mod.ts";
import {
  type AnyResource,
  type ConfigEventHandler,
  ConfigStore,
  type Kind,
  type Mesh,
  type MeshOptions,
  Resource,
  schemas,
} from "../../mesh/mod.ts";
import { toResource } from "../object.ts";

/** What a live store holds. */
export interface LiveConfigStoreOptions {
  /** The kinds that are watched. */
  readonly kinds: readonly Kind[];
  /** One namespace; all of them where it is not given. */
  readonly namespace?: string;
  /** Name that its resources bear as their cluster; `""` where there is only one. */
  readonly cluster?: string;
  /** Told of what went wrong after the opening; the store goes on. */
  readonly onFailure?: (kind: Kind, cause: unknown) => void;
  /** Pauses between attempts. */
  readonly clock: Clock;
  /** Closes it. */
  readonly signal: AbortSignal;
}

/** How a live store writes. */
export interface StoreWriteOptions {
  /** Takes over fields that another manager owns; without it that is a conflict. */
  readonly force?: boolean;
  /** The API server checks and answers as if, but nothing is kept. */
  readonly dryRun?: boolean;
}

const PAUSE_MS = 2_000;

/**
 * A {@linkcode ConfigStore} of a cluster, kept up to date by watches: also over broken connections and over
 * changes that the API server has forgotten, which show as if they had been watched. It reads from memory
 * and writes to the API server; a change shows in it once the API server tells of it.
 */
export class LiveConfigStore implements AsyncDisposable {
  readonly #client: KubeClient;
  readonly #options: LiveConfigStoreOptions;
  readonly #store = new ConfigStore();
  readonly #end = new AbortController();
  readonly #signal: AbortSignal;
  #watches: Promise<void>[] = [];

  private constructor(client: KubeClient, options: LiveConfigStoreOptions) {
    this.#client = client;
    this.#options = options;
    this.#signal = AbortSignal.any([options.signal, this.#end.signal]);
  }

  /**
   * Lists all kinds and begins to watch them. Throws a {@linkcode Failure} `CLUSTER_REFUSED` where a kind
   * may not be listed, `CLUSTER_UNREACHABLE` where there is no answer.
   */
  static async open(client: KubeClient, options: LiveConfigStoreOptions): Promise<LiveConfigStore> {
    const store = new LiveConfigStore(client, options);
    try {
      await Promise.all(options.kinds.map((kind) => store.#watch(kind)));
      return store;
    } catch (cause) {
      await store.close();
      throw cause;
    }
  }

  /** One resource, or `undefined`. */
  get<K extends Kind>(kind: K, name: string, namespace: string): Resource<K> | undefined {
    return this.#store.get(kind, name, namespace, this.#options.cluster);
  }

  /** The resources of a kind, in one namespace or in all, ordered by namespace and name. */
  list<K extends Kind>(kind: K, namespace?: string): readonly Resource<K>[] {
    return this.#store.list(kind, namespace);
  }

  /**
   * Creates an object. Throws a {@linkcode Failure} `CLUSTER_CONFLICT` where it is already there,
   * `CLUSTER_REFUSED` where the API server does not take it.
   */
  async create(
    resource: AnyResource,
    { dryRun = false }: Pick<StoreWriteOptions, "dryRun"> = {},
  ): Promise<Resource> {
    const options = { dryRun, signal: this.#signal };
    return this.#resource(await this.#client.create(appliedOf(resource), options));
  }

  /**
   * Makes an object as it is given, by server-side apply. Throws a {@linkcode Failure} `CLUSTER_CONFLICT`
   * where it was changed since it was read, is gone, or another manager owns a field that differs.
   */
  async update(
    resource: AnyResource,
    { dryRun = false, force = false }: StoreWriteOptions = {},
  ): Promise<Resource> {
    const options = { dryRun, force, signal: this.#signal };
    return this.#resource(await this.#client.apply(appliedOf(resource), options));
  }

  /** Deletes an object; whether there was one. Throws a {@linkcode Failure} `CLUSTER_REFUSED`. */
  async delete(
    kind: Kind,
    name: string,
    namespace: string,
    { dryRun = false }: Pick<StoreWriteOptions, "dryRun"> = {},
  ): Promise<boolean> {
    const options = { dryRun, signal: this.#signal };
    return await this.#client.delete(schemas.byIdentifier(kind), { namespace, name }, options);
  }

  /**
   * Calls `handler` after each change of a resource of `kind` from now on, with the resource before it; the
   * returned function ends that.
   */
  registerEventHandler(kind: Kind, handler: ConfigEventHandler): () => void {
    return this.#store.registerEventHandler(kind, (event) => {
      try {
        handler(event);
      } catch (cause) {
        this.#options.onFailure?.(kind, cause);
      }
    });
  }

  /** The store as it is now, as an immutable mesh. */
  mesh(options: MeshOptions = {}): Mesh {
    return this.#store.mesh(options);
  }

  /** Ends all watches. The client stays open. */
  async close(): Promise<void> {
    this.#end.abort(new Failure("INTERRUPTED", "The store is closed"));
    await Promise.all(this.#watches);
  }

  /** Same as {@linkcode close}. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Resolves when the kind was listed; goes on watching it until the end. */
  #watch(kind: Kind): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#watches.push(this.#follow(kind, resolve, reject));
    return promise;
  }

  async #follow(
    kind: Kind,
    onListed: () => void,
    onRefused: (cause: unknown) => void,
  ): Promise<void> {
    const { clock, namespace, onFailure } = this.#options;
    let isListed = false;
    while (!this.#signal.aborted) {
      try {
        const options = { namespace, signal: this.#signal };
        for await (const event of this.#client.watch(schemas.byIdentifier(kind), options)) {
          this.#take(kind, event);
          isListed = true;
          onListed();
        }
      } catch (cause) {
        if (!isListed) return onRefused(cause);
        if (this.#signal.aborted) return;
        onFailure?.(kind, cause);
        await clock.sleep(PAUSE_MS, this.#signal).catch(() => undefined);
      }
    }
  }

  #take(kind: Kind, event: WatchEvent): void {
    if (event.type === "changed") return this.#put(this.#resource(event.object));
    const { cluster } = this.#options;
    if (event.type === "deleted") {
      const { name, namespace = "" } = event.object.metadata;
      if (this.#store.get(kind, name, namespace, cluster) !== undefined) {
        this.#store.delete(kind, name, namespace, cluster);
      }
      return;
    }
    const listed = new Set(event.items.map(({ metadata }) => keyOf(metadata)));
    for (const gone of this.#store.list(kind).filter((each) => !listed.has(keyOf(each)))) {
      this.#store.delete(kind, gone.name, gone.namespace, cluster);
    }
    for (const item of event.items) this.#put(this.#resource(item));
  }

  /** A resource that the store has in this version is no news. */
  #put(resource: AnyResource): void {
    const { identifier, name, namespace, cluster } = resource;
    const known = this.#store.get(identifier, name, namespace, cluster);
    if (known === undefined) this.#store.create(resource);
    else if (versionOf(known) !== versionOf(resource)) this.#store.update(resource);
  }

  #resource(object: KubeObject): AnyResource {
    const { cluster = "" } = this.#options;
    const resource = toResource(object, { cluster, defaultNamespace: "default" });
    if (resource instanceof Resource) return resource;
    throw new Failure("CLUSTER_REFUSED", `Cannot read ${object.kind}: ${resource.reason}`);
  }
}

function keyOf({ namespace = "", name }: { namespace?: string; name: string }): string {
  return `${namespace}/${name}`;
}

function versionOf({ object }: Resource): string | undefined {
  return object.metadata.resourceVersion;
}

/** What of an object its writer says: all but what the API server and controllers add. */
function appliedOf({ written }: AnyResource): KubeObject {
  const { metadata, status: _, ...rest } = written as KubeObject;
  const { name, namespace, labels, annotations, resourceVersion } = metadata;
  const kept = { name, namespace, labels, annotations, resourceVersion };
  const said = Object.entries(kept).filter(([, value]) => value !== undefined);
  return { ...rest, metadata: Object.fromEntries(said) } as unknown as KubeObject;
}
