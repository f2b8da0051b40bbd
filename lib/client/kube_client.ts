import { concurrently, type Gap, type PatchOperation, valueAt } from "../core/mod.ts";
import type { Schema } from "../mesh/mod.ts";
import { type AccessRight, reviewAccess, type ReviewedRight } from "./access_review.ts";
import { Api } from "./api.ts";
import { Connection } from "./connection.ts";
import { discover, type Discovery } from "./discovery.ts";
import { type KubeconfigOptions, readLogin } from "./kubeconfig.ts";
import { list, type Listing, type ListOptions } from "./list.ts";
import type { ContextInfo } from "./login.ts";
import type { KubeObject, ObjectName } from "./object.ts";
import {
  type LogOptions,
  podAddContainer,
  type PodAnswer,
  type PodCommandOptions,
  type PodCommandResult,
  podExec,
  podHttp,
  podLog,
  type PodRequest,
} from "./pod.ts";
import { noApiServer } from "./unreachable.ts";
import { watch, type WatchEvent } from "./watch.ts";
import {
  apply,
  type ApplyOptions,
  create,
  get,
  patch,
  remove,
  type WriteOptions,
} from "./write.ts";

/** What of several kinds was listed. */
export interface Listings {
  /** The objects, kind by kind in the order that was asked for. */
  readonly objects: readonly KubeObject[];
  /** Kinds that could not be listed. */
  readonly gaps: readonly Gap[];
}

/**
 * A live Kubernetes cluster. Every method outlives passing trouble and throws a {@linkcode Failure}
 * `CLUSTER_UNREACHABLE` where there is no answer.
 */
export interface KubeClient {
  /** Which cluster, as whom. */
  readonly context: ContextInfo;
  /** Version of the API server, such as `v1.35.4`. */
  version(signal: AbortSignal): Promise<string>;
  /** Which kinds are served; asked once. */
  discovery(signal: AbortSignal): Promise<Discovery>;
  /** The objects of a kind; why it cannot be listed is a gap. */
  list(schema: Schema, options: ListOptions): Promise<Listing>;
  /** The objects of several kinds, a few kinds at once. */
  listAll(kinds: readonly Schema[], options: ListOptions): Promise<Listings>;
  /** All objects of a kind, then every change. Throws a `Failure` `CLUSTER_REFUSED`. */
  watch(schema: Schema, options: ListOptions): AsyncGenerator<WatchEvent, never>;
  /** One object; `undefined` where there is none. Throws a `Failure` `CLUSTER_REFUSED`. */
  get(schema: Schema, object: ObjectName, signal: AbortSignal): Promise<KubeObject | undefined>;
  /** Whether this user has a right. Throws a `Failure` `CLUSTER_REFUSED`. */
  may(right: AccessRight, signal: AbortSignal): Promise<ReviewedRight>;
  /** Creates an object. Throws a `Failure` `CLUSTER_REFUSED`, `CLUSTER_CONFLICT` where it is there. */
  create(object: KubeObject, options: WriteOptions): Promise<KubeObject>;
  /**
   * Creates or changes an object by server-side apply. Throws a `Failure` `CLUSTER_REFUSED`,
   * `CLUSTER_CONFLICT` where another manager owns a field, or it is not in the version that is named.
   */
  apply(object: KubeObject, options: ApplyOptions): Promise<KubeObject>;
  /** Changes an object by a JSON Patch. Throws a `Failure` `CLUSTER_REFUSED`. */
  patch(
    schema: Schema,
    object: ObjectName,
    operations: readonly PatchOperation[],
    options: WriteOptions,
  ): Promise<void>;
  /** Deletes an object; whether there was one. Throws a `Failure` `CLUSTER_REFUSED`. */
  delete(schema: Schema, object: ObjectName, options: WriteOptions): Promise<boolean>;
  /** One request to a port of a pod over a port-forward. Throws a `PodRefusal`. */
  podHttp(
    pod: ObjectName,
    port: number,
    request: PodRequest,
    signal: AbortSignal,
  ): Promise<PodAnswer>;
  /** Runs a command in a container. Throws a `PodRefusal`. */
  podExec(
    pod: ObjectName,
    container: string,
    command: readonly string[],
    options: PodCommandOptions,
  ): Promise<PodCommandResult>;
  /** Adds an ephemeral container to a pod, which cannot be taken away again. Throws a `PodRefusal`. */
  podAddContainer(
    pod: ObjectName,
    container: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<void>;
  /** A part of a container's log. Throws a `PodRefusal`. */
  podLog(pod: ObjectName, options: LogOptions): Promise<string>;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** How many kinds are listed at once. */
const LISTS_AT_ONCE = 8;

/** Reads the kubeconfig and prepares a client; the first request opens the connection. */
export async function connect(options: KubeconfigOptions): Promise<KubeClient> {
  const connection = await Connection.prepare(await readLogin(options), options.world.clock);
  return new ApiServerClient(new Api(connection, options.world.clock));
}

class ApiServerClient implements KubeClient {
  readonly #api: Api;
  #discovery: Promise<Discovery> | undefined;

  constructor(api: Api) {
    this.#api = api;
  }

  get context(): ContextInfo {
    return this.#api.connection.info;
  }

  async version(signal: AbortSignal): Promise<string> {
    const { status, text } = await this.#api.send({ method: "GET", path: "/version" }, signal);
    return gitVersionIn(text) ?? Promise.reject(noApiServer(this.context, status));
  }

  async discovery(signal: AbortSignal): Promise<Discovery> {
    this.#discovery ??= discover(this.#api, signal);
    try {
      return await this.#discovery;
    } catch (cause) {
      this.#discovery = undefined;
      throw cause;
    }
  }

  async list(schema: Schema, options: ListOptions): Promise<Listing> {
    return await list(this.#api, await this.discovery(options.signal), schema, options);
  }

  async listAll(kinds: readonly Schema[], options: ListOptions): Promise<Listings> {
    const listings = await concurrently(kinds, LISTS_AT_ONCE, (kind) => this.list(kind, options));
    return {
      objects: listings.flatMap(({ items }) => items),
      gaps: listings.flatMap(({ gap }) => gap === undefined ? [] : [gap]),
    };
  }

  async *watch(schema: Schema, options: ListOptions): AsyncGenerator<WatchEvent, never> {
    return yield* watch(this.#api, await this.discovery(options.signal), schema, options);
  }

  async get(
    schema: Schema,
    object: ObjectName,
    signal: AbortSignal,
  ): Promise<KubeObject | undefined> {
    return await get(this.#api, await this.discovery(signal), schema, object, signal);
  }

  async may(right: AccessRight, signal: AbortSignal): Promise<ReviewedRight> {
    return await reviewAccess(this.#api, right, signal);
  }

  async create(object: KubeObject, options: WriteOptions): Promise<KubeObject> {
    return await create(this.#api, await this.discovery(options.signal), object, options);
  }

  async apply(object: KubeObject, options: ApplyOptions): Promise<KubeObject> {
    return await apply(this.#api, await this.discovery(options.signal), object, options);
  }

  async patch(
    schema: Schema,
    object: ObjectName,
    operations: readonly PatchOperation[],
    options: WriteOptions,
  ): Promise<void> {
    const discovery = await this.discovery(options.signal);
    await patch(this.#api, discovery, schema, object, operations, options);
  }

  async delete(schema: Schema, object: ObjectName, options: WriteOptions): Promise<boolean> {
    return await remove(this.#api, await this.discovery(options.signal), schema, object, options);
  }

  async podHttp(
    pod: ObjectName,
    port: number,
    request: PodRequest,
    signal: AbortSignal,
  ): Promise<PodAnswer> {
    return await podHttp(this.#api.connection, pod, port, request, signal);
  }

  async podExec(
    pod: ObjectName,
    container: string,
    command: readonly string[],
    options: PodCommandOptions,
  ): Promise<PodCommandResult> {
    return await podExec(this.#api.connection, pod, container, command, options);
  }

  async podAddContainer(
    pod: ObjectName,
    container: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<void> {
    await podAddContainer(this.#api, pod, container, signal);
  }

  async podLog(pod: ObjectName, options: LogOptions): Promise<string> {
    return await podLog(this.#api, pod, options);
  }

  async close(): Promise<void> {
    await this.#api.connection.close();
  }
}

/** The version that an API server says, `""` where it refuses to; `undefined` for no answer of one. */
function gitVersionIn(text: string): string | undefined {
  try {
    const gitVersion = valueAt(JSON.parse(text), ["gitVersion"]);
    return typeof gitVersion === "string" ? gitVersion : "";
  } catch {
    return undefined;
  }
}
