import type { KubeClient, KubeObject, Listing } from "../../client/mod.ts";
import { concurrently, Failure, type Gap } from "../../core/mod.ts";
import { type Kind, type Schema, schemas } from "../../mesh/mod.ts";

/** What of a live cluster is listed. */
export interface ListedPart {
  /** Kinds to list; pods of proxies and istiod are listed in any case. */
  readonly kinds: readonly Kind[];
  /** Namespace of the control plane. */
  readonly istioNamespace: string;
  /** Namespaces to look into where the whole cluster may not be read. */
  readonly namespaces: readonly string[];
  /** Interrupts. */
  readonly signal: AbortSignal;
}

/** The objects of one kind. */
export interface ListedKind {
  /** The kind. */
  readonly schema: Schema;
  /** Its objects. */
  readonly items: readonly KubeObject[];
}

/** Objects of several kinds. */
export interface ListedObjects {
  /** By kind; a kind that could not be listed at all is absent. */
  readonly lists: readonly ListedKind[];
  /** Kinds that could not be listed, or not everywhere. */
  readonly gaps: readonly Gap[];
}

const LISTS_AT_ONCE = 8;
const NOT_SERVED = "not served";
const FORBIDDEN = "forbidden";

/** Kinds that most meshes have most objects of: what takes longest begins first. */
const NUMEROUS: readonly Kind[] = [
  "Pod",
  "VirtualService",
  "DestinationRule",
  "EndpointSlice",
  "ReplicaSet",
  "Service",
  "Deployment",
  "Secret",
];

/**
 * Lists what is wanted of a cluster. A kind that is not served has no objects: nothing is missing. Throws
 * a {@linkcode Failure} `CLUSTER_REFUSED` where nothing at all can be listed.
 */
export async function listObjects(client: KubeClient, part: ListedPart): Promise<ListedObjects> {
  const wanted = new Set<Kind>([...part.kinds, "ConfigMap", "Pod"]);
  const numerous = NUMEROUS.filter((kind) => wanted.has(kind));
  const kinds = [...new Set<Kind>([...numerous, ...wanted])];
  const lists = await concurrently(
    kinds.map((kind) => schemas.byIdentifier(kind)),
    LISTS_AT_ONCE,
    async (schema) => ({ schema, ...await listKind(client, schema, part) }),
  );
  const [refused] = lists.filter(({ gap }) => gap?.reason === FORBIDDEN);
  if (refused !== undefined && lists.every(({ gap, items }) => gap && items.length === 0)) {
    const { name, user } = client.context;
    const message = `Cannot read cluster "${name}" as "${user}": ${refused.refusal}`;
    const hint =
      "It takes the rights to get and list. --namespace names one that may be read alone.";
    throw new Failure("CLUSTER_REFUSED", message, { hint });
  }
  return {
    lists: lists.filter(({ gap, items }) => gap === undefined || items.length > 0),
    gaps: lists.flatMap(({ gap }) => gap === undefined || gap.reason === NOT_SERVED ? [] : [gap]),
  };
}

/** Lists a kind everywhere, or where that is forbidden in the namespaces that were named. */
async function listKind(
  client: KubeClient,
  schema: Schema,
  part: ListedPart,
): Promise<Listing> {
  const { istioNamespace, namespaces, signal } = part;
  if (schema.identifier === "ConfigMap") return await listConfigMaps(client, schema, part);
  const everywhere = await client.list(schema, { fromMemory: true, signal });
  if (everywhere.gap?.reason !== FORBIDDEN || !schema.namespaced) return everywhere;
  const wanted = [...new Set([...namespaces, istioNamespace])];
  const parts = await Promise.all(
    wanted.map((namespace) => client.list(schema, { fromMemory: true, namespace, signal })),
  );
  const read = wanted.filter((_, i) => parts[i]?.gap === undefined);
  if (read.length === 0) return everywhere;
  const gap = { ...everywhere.gap, reason: `forbidden outside of ${read.join(", ")}` };
  return { items: parts.flatMap(({ items }) => items), resourceVersion: "", gap };
}

/** The settings of Cilium, which decide whether traffic of pods reaches their proxies. */
const CILIUM = { namespace: "kube-system", fieldSelector: "metadata.name=cilium-config" };

/** Those of the control plane, the root certificate of each namespace, Cilium's settings; the rest is data. */
async function listConfigMaps(
  client: KubeClient,
  schema: Schema,
  { istioNamespace, signal }: ListedPart,
): Promise<Listing> {
  const fieldSelector = "metadata.name=istio-ca-root-cert";
  const [own, roots, cilium] = await Promise.all([
    client.list(schema, { fromMemory: true, namespace: istioNamespace, signal }),
    client.list(schema, { fromMemory: true, fieldSelector, signal }),
    client.list(schema, { fromMemory: true, ...CILIUM, signal }),
  ]);
  const others = [...roots.items, ...cilium.items].filter(({ metadata }) =>
    metadata.namespace !== istioNamespace
  );
  return { ...own, items: [...own.items, ...others] };
}
