/** What the sources have in common: a JSON schema per kind, as Kubernetes writes it. @module */

/** The part of OpenAPI v3 that structural schemas use. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  enum?: string[];
  required?: string[];
  nullable?: boolean;
  "x-kubernetes-int-or-string"?: boolean;
  "x-kubernetes-preserve-unknown-fields"?: boolean;
}

/** One kind of resource, as its source describes it. */
export interface KindSource {
  /** Unique among all kinds: the name of the interface and the key in `KindMap`. */
  identifier: string;
  group: string;
  /** Readable versions, preferred first. */
  versions: string[];
  kind: string;
  plural: string;
  namespaced: boolean;
  /** Schema of each version; versions that only old clusters serve read as the preferred one. */
  schemas: Map<string, Schema>;
}

/** Named schemas that `$ref` points to. */
export type Definitions = ReadonlyMap<string, Schema>;

/** Accepts everything. */
export const ANY: Schema = { "x-kubernetes-preserve-unknown-fields": true };

/** The schema itself, or the one it refers to. */
export function resolve(schema: Schema, definitions: Definitions): Schema {
  if (schema.$ref === undefined) return schema;
  const target = definitions.get(definitionName(schema.$ref));
  if (target === undefined) throw new Error(`No definition ${schema.$ref}`);
  return target;
}

/** `#/definitions/io.k8s.api.core.v1.Pod` → `io.k8s.api.core.v1.Pod`. */
export function definitionName(ref: string): string {
  return ref.slice("#/definitions/".length);
}
