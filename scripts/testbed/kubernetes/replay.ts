/** Puts the objects of a recorded mesh into a live API server. */

import type { KubeApi, KubeObject } from "./kube_api.ts";

/** What became of a recording's objects. */
export interface Replayed {
  /** How many objects are in the cluster now. */
  readonly applied: number;
  /** Objects that the API server does not take, as `Kind namespace/name: reason`. */
  readonly refused: readonly string[];
}

/** How to replay. */
export interface ReplayOptions {
  /** Kubelet port of the recorded nodes, so that port-forward to their pods reaches kwok. */
  readonly kubeletPort: number;
  /** Kinds to leave out. */
  readonly without?: readonly string[];
}

/** Kinds that others need, first; webhooks would refuse what comes after them, last. */
const ORDER = ["Namespace", "Node", "ServiceAccount", "ConfigMap", "Secret"];
const LAST = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

/** Creates every object of a recording with its status. */
export async function replay(
  api: KubeApi,
  recorded: readonly KubeObject[],
  { kubeletPort, without = [] }: ReplayOptions,
): Promise<Replayed> {
  const objects = recorded
    .filter((object) => !belongsToServer(object) && !without.includes(object.kind))
    .map((object) => object.kind === "Node" ? onLoopback(object, kubeletPort) : object);
  const refused: string[] = [];
  for (const kinds of stages(objects)) {
    const queue = [...kinds];
    const worker = async () => {
      for (let object = queue.pop(); object !== undefined; object = queue.pop()) {
        try {
          await api.put(portable(object));
        } catch (cause) {
          const { kind, metadata: { namespace, name } } = object;
          refused.push(`${kind} ${namespace ?? ""}/${name}: ${(cause as Error).message}`);
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
  }
  return { applied: objects.length - refused.length, refused: refused.sort() };
}

/** CRDs are recorded without their schemas; the API server makes its own Service and Events. */
function belongsToServer({ kind, metadata: { name, namespace } }: KubeObject): boolean {
  return kind === "CustomResourceDefinition" || kind === "Event" ||
    kind === "Service" && namespace === "default" && name === "kubernetes";
}

function stages(objects: readonly KubeObject[]): KubeObject[][] {
  const rank = ({ kind }: KubeObject) =>
    LAST.includes(kind)
      ? ORDER.length + 1
      : ORDER.indexOf(kind) < 0
      ? ORDER.length
      : ORDER.indexOf(kind);
  const byRank = Map.groupBy(objects, rank);
  return [...byRank.keys()].sort((a, b) => a - b).map((key) => byRank.get(key) ?? []);
}

/** An object without what belongs to the cluster that it was recorded in. */
function portable(object: KubeObject): KubeObject {
  const { uid: _1, resourceVersion: _2, managedFields: _3, ...metadata } = object.metadata;
  const { ownerReferences: _4, deletionTimestamp: _5, generation: _6, ...own } = metadata;
  return { ...object, metadata: { ...own, name: object.metadata.name } };
}

function onLoopback(node: KubeObject, port: number): KubeObject {
  const status = {
    ...(node["status"] as object),
    addresses: [{ type: "InternalIP", address: "127.0.0.1" }],
    daemonEndpoints: { kubeletEndpoint: { Port: port } },
  };
  return { ...node, status };
}
