import { Failure } from "../core/mod.ts";
import type { Schema } from "../mesh/mod.ts";
import type { Api } from "./api.ts";
import type { Discovery } from "./discovery.ts";
import { list, type ListOptions } from "./list.ts";
import { asObject, collectionPath, isSecret, type KubeObject } from "./object.ts";
import { isPassing } from "./unreachable.ts";

/** What a watch tells. */
export type WatchEvent =
  /** All objects there are: at the start, and again after events were missed. */
  | { readonly type: "listed"; readonly items: readonly KubeObject[] }
  /** An object is new or changed. */
  | { readonly type: "changed"; readonly object: KubeObject }
  /** An object is gone; this is how it last was. */
  | { readonly type: "deleted"; readonly object: KubeObject };

interface RawEvent {
  readonly type: "ADDED" | "MODIFIED" | "DELETED" | "BOOKMARK" | "ERROR";
  readonly object: KubeObject & { readonly code?: number };
}

/** Thrown inside when the API server no longer knows the events after a version. */
const EXPIRED = Symbol("expired");
/** The API server ends a watch after this long; one that is silent for longer is dead. */
const WATCH_SECONDS = 300;
const PAUSE_MS = 500;
const METADATA = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";

/**
 * Lists a kind and then tells every change, until `signal` aborts. Goes on where it was after a broken
 * connection, and lists again when the API server has forgotten what came after. Throws a
 * {@linkcode Failure} where the kind cannot be listed.
 */
export async function* watch(
  api: Api,
  discovery: Discovery,
  schema: Schema,
  options: ListOptions,
): AsyncGenerator<WatchEvent, never> {
  for (;;) {
    const { items, resourceVersion, gap } = await list(api, discovery, schema, options);
    if (gap !== undefined) {
      const { name } = api.connection.info;
      const message = `Cannot watch ${gap.what} of cluster "${name}": ${gap.reason}`;
      throw new Failure("CLUSTER_REFUSED", message);
    }
    yield { type: "listed", items };
    yield* changes(api, schema, discovery.apiVersion(schema) ?? "", resourceVersion, options);
    await api.clock.sleep(PAUSE_MS, options.signal);
  }
}

/** Changes after a version, over as many connections as needed; ends when that version is forgotten. */
async function* changes(
  api: Api,
  schema: Schema,
  apiVersion: string,
  since: string,
  { namespace, labelSelector, metadataOnly, signal }: ListOptions,
): AsyncGenerator<WatchEvent, void> {
  let version = since;
  const accept = metadataOnly || isSecret(schema) ? METADATA : "application/json";
  for (;;) {
    const query = new URLSearchParams({
      watch: "1",
      allowWatchBookmarks: "true",
      timeoutSeconds: String(WATCH_SECONDS),
      resourceVersion: version,
      ...(labelSelector !== undefined && { labelSelector }),
    });
    const path = `${collectionPath(schema, apiVersion, namespace)}?${query}`;
    try {
      for await (const { type, object } of events(api, path, accept, signal)) {
        version = object.metadata.resourceVersion ?? version;
        if (type === "BOOKMARK") continue;
        const plain = asObject(object, schema, apiVersion);
        yield { type: type === "DELETED" ? "deleted" : "changed", object: plain };
      }
    } catch (cause) {
      signal.throwIfAborted();
      if (cause === EXPIRED) return;
      if (!isPassing(cause)) throw cause;
      await api.clock.sleep(PAUSE_MS, signal);
    }
  }
}

async function* events(
  api: Api,
  path: string,
  accept: string,
  signal: AbortSignal,
): AsyncGenerator<RawEvent, void> {
  const dead = AbortSignal.timeout((WATCH_SECONDS + 30) * 1000);
  const either = AbortSignal.any([signal, dead]);
  const { status, body } = await api.stream({ method: "GET", path, accept }, either);
  if (status === 410) throw EXPIRED;
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const event = JSON.parse(line) as RawEvent;
      if (event.type === "ERROR") throw EXPIRED;
      yield event;
    }
  }
}
