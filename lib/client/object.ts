import { valueAt } from "../core/mod.ts";
import { type GroupVersionKind, parseApiVersion, type Schema } from "../mesh/mod.ts";
import type { ApiAnswer } from "./connection.ts";

/** An object as the API server gives it. */
export interface KubeObject {
  /** Group and version. */
  readonly apiVersion: string;
  /** Kind as written in manifests. */
  readonly kind: string;
  /** Name, labels and what the API server keeps about it. */
  readonly metadata: KubeMetadata;
  /** All else. */
  readonly [field: string]: unknown;
}

/** What the API server keeps about every object. */
export interface KubeMetadata {
  /** Name inside the namespace. */
  readonly name: string;
  /** Namespace; absent for cluster-scoped kinds. */
  readonly namespace?: string;
  /** Version of the object that a change may refer to. */
  readonly resourceVersion?: string;
  /** All else. */
  readonly [field: string]: unknown;
}

/** Names one object to the API server. */
export interface ObjectName {
  /** Namespace; ignored for cluster-scoped kinds. */
  readonly namespace: string;
  /** Name inside the namespace. */
  readonly name: string;
}

const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

/** The path of a kind, or of one namespace's part of it. */
export function collectionPath(schema: Schema, apiVersion: string, namespace?: string): string {
  const group = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const inside = schema.namespaced && namespace !== undefined
    ? `/namespaces/${encodeURIComponent(namespace)}`
    : "";
  return `${group}${inside}/${schema.plural}`;
}

/** Whether of a kind only metadata may be asked for. */
export function isSecret({ group, kind }: Pick<GroupVersionKind, "group" | "kind">): boolean {
  return group === "" && kind === "Secret";
}

/**
 * An item of a list with its type, without the history of its fields. Of a Secret only metadata stays,
 * without the annotation in which kubectl keeps a copy of the data.
 */
export function asObject(item: KubeObject, schema: Schema, apiVersion: string): KubeObject {
  const { managedFields: _, ...metadata } = item.metadata;
  const { kind } = schema;
  if (!isSecret(schema)) {
    const object = { ...item, apiVersion, kind, metadata: metadata as KubeMetadata };
    return kind === "CustomResourceDefinition" ? withoutSchemas(object) : object;
  }
  const { [LAST_APPLIED]: _copy, ...annotations } = (metadata["annotations"] ?? {}) as object & {
    [LAST_APPLIED]?: string;
  };
  return { apiVersion, kind, metadata: { ...metadata, annotations } as KubeMetadata };
}

/** The schemas of the CRDs of a mesh are larger than the mesh, and known. */
function withoutSchemas(crd: KubeObject): KubeObject {
  const versions = valueAt(crd, ["spec", "versions"]);
  if (!Array.isArray(versions)) return crd;
  const plain = versions.map(({ schema: _, ...version }: { schema?: unknown }) => version);
  return { ...crd, spec: { ...(crd["spec"] as object), versions: plain } };
}

/** A path below a collection, for one object. */
export function objectPath(
  schema: Schema,
  apiVersion: string,
  { namespace, name }: ObjectName,
): string {
  return `${collectionPath(schema, apiVersion, namespace)}/${encodeURIComponent(name)}`;
}

/** What the API server says about a request that it refuses. */
export function refusal({ status, text }: Pick<ApiAnswer, "status" | "text">): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    if (typeof message === "string" && message !== "") return message;
  } catch {
    // Not every proxy in between answers in JSON.
  }
  return `HTTP status ${status}`;
}

/** Group, version and kind of an object. */
export function typeOf({ apiVersion, kind }: KubeObject): GroupVersionKind {
  return { ...parseApiVersion(apiVersion), kind };
}
