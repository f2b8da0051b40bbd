import { KINDS } from "./gen/kinds.ts";
import type { Kind } from "./resource.ts";

/** What the API server knows about a kind. */
export interface Schema {
  /** Unique short name; the kind itself, but for kinds that share it. */
  readonly identifier: Kind;
  /** API group; `""` for the core group. */
  readonly group: string;
  /** Versions that may be read, the preferred one first; all are read as one kind. */
  readonly versions: readonly string[];
  /** Kind as written in manifests. */
  readonly kind: string;
  /** Plural as in URLs. */
  readonly plural: string;
  /** Whether its objects live in a namespace. */
  readonly namespaced: boolean;
}

/** Group, version and kind of an object. */
export interface GroupVersionKind {
  /** API group; `""` for the core group. */
  readonly group: string;
  /** Version such as `v1beta1`; `""` finds every version. */
  readonly version: string;
  /** Kind as written in manifests. */
  readonly kind: string;
}

/** A set of schemas, looked up by group, version and kind. */
export class SchemaSet {
  readonly #byGroupKind = new Map<string, Schema>();
  readonly #byIdentifier = new Map<string, Schema>();
  readonly #byType = new Map<string, Schema>();

  /** Adds a schema. Throws a `TypeError` where its identifier or its group and kind are taken. */
  add(schema: Schema): this {
    const key = `${schema.group}/${schema.kind}`;
    if (this.#byGroupKind.has(key) || this.#byIdentifier.has(schema.identifier)) {
      throw new TypeError(`Schema "${schema.identifier}" (${key}) is already there`);
    }
    this.#byGroupKind.set(key, schema);
    this.#byIdentifier.set(schema.identifier, schema);
    const prefix = schema.group === "" ? "" : `${schema.group}/`;
    for (const version of schema.versions) {
      this.#byType.set(typeKey(`${prefix}${version}`, schema.kind), schema);
    }
    return this;
  }

  /** The schema of a kind; `undefined` for an unknown kind or a version that it does not have. */
  get({ group, version, kind }: GroupVersionKind): Schema | undefined {
    const schema = this.#byGroupKind.get(`${group}/${kind}`);
    return version === "" || schema?.versions.includes(version) ? schema : undefined;
  }

  /** The schema of objects with this `apiVersion` and kind. */
  ofType(apiVersion: string, kind: string): Schema | undefined {
    return this.#byType.get(typeKey(apiVersion, kind));
  }

  /** The schema with this identifier. */
  byIdentifier(identifier: Kind): Schema {
    const schema = this.#byIdentifier.get(identifier);
    if (!schema) throw new TypeError(`No schema "${identifier}"`);
    return schema;
  }

  /** All schemas, in the order in which they were added. */
  all(): readonly Schema[] {
    return [...this.#byIdentifier.values()];
  }
}

function typeKey(apiVersion: string, kind: string): string {
  return `${apiVersion} ${kind}`;
}

/** Splits `networking.istio.io/v1` or `v1` into group and version. */
export function parseApiVersion(apiVersion: string): { group: string; version: string } {
  const slash = apiVersion.indexOf("/");
  return slash < 0
    ? { group: "", version: apiVersion }
    : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

/** All kinds that the mesh model knows: Istio's, Gateway API's, and the Kubernetes kinds that matter. */
export const schemas: SchemaSet = KINDS.reduce((set, kind) => set.add(kind), new SchemaSet());
