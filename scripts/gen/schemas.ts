/** Writes slim schemas for offline validation. @module */
import { definitionName, type Definitions, type KindSource, type Schema } from "./schema.ts";

/** Keywords without meaning for the verdict. */
const DROPPED = new Set([
  "description",
  "externalDocs",
  "x-kubernetes-group-version-kind",
  "x-kubernetes-map-type",
  "x-kubernetes-patch-merge-key",
  "x-kubernetes-patch-strategy",
  "x-kubernetes-unions",
]);

/** Keywords that Kubernetes' own kinds carry but the API server does not act on before validation. */
const UNCHECKED = new Set(["x-kubernetes-list-map-keys", "x-kubernetes-list-type", "default"]);

const META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
const TEXT: Schema = { type: "string" };

/** What the schemas of a file come from. */
export interface SchemaSource {
  kinds: readonly KindSource[];
  /** What `$ref` points to, and `ObjectMeta`. */
  definitions: Definitions;
  nameOf: (definition: string) => string;
  /** Whether these are Kubernetes' own kinds. */
  native: boolean;
}

/** Metadata is Kubernetes' own in custom resources too: `null` is absent. */
function withNull(schema: Schema): Schema {
  if (schema.$ref !== undefined) return schema;
  const fields = Object.entries(schema.properties ?? {});
  const properties = Object.fromEntries(fields.map(([name, field]) => [name, withNull(field)]));
  return { ...schema, nullable: true, ...(schema.properties ? { properties } : {}) };
}

/** JSON text: the name of the schema of each kind and version, and the schemas by name. */
export function writeSchemas(source: SchemaSource): string {
  const slim = new SlimSchemas(source);
  const kinds = source.kinds.map(({ identifier, schemas }) => {
    const names = [...schemas].map(([version, schema]) => [
      version,
      slim.add(identifier, version, schema),
    ]);
    return [identifier, Object.fromEntries(names)];
  });
  const lines = [...slim.definitions].map(([name, schema]) =>
    `${JSON.stringify(name)}: ${JSON.stringify(schema)}`
  );
  return `{"native": ${source.native}, "kinds": ${JSON.stringify(Object.fromEntries(kinds))}, ` +
    `"definitions": {\n${lines.join(",\n")}\n}}\n`;
}

class SlimSchemas {
  readonly definitions = new Map<string, Schema>();
  readonly #source: SchemaSource;

  constructor(source: SchemaSource) {
    this.#source = source;
  }

  /** Adds a version of a kind and names its schema. Equal versions share one. */
  add(identifier: string, version: string, schema: Schema): string {
    const { metadata: _, ...fields } = schema.properties ?? {};
    const whole = this.#slim({ ...schema, properties: fields });
    const metadata = this.#refer(META);
    whole.properties = { apiVersion: TEXT, kind: TEXT, metadata, ...whole.properties };
    const first = this.definitions.get(identifier);
    const differs = first !== undefined && JSON.stringify(first) !== JSON.stringify(whole);
    const name = differs ? `${identifier}.${version}` : identifier;
    this.definitions.set(name, whole);
    return name;
  }

  #refer(definition: string): Schema {
    const name = this.#source.nameOf(definition);
    if (!this.definitions.has(name)) {
      // Reserves the place of a definition that leads back to itself.
      this.definitions.set(name, {});
      const schema = this.#slim(this.#source.definitions.get(definition)!);
      this.definitions.set(name, this.#source.native ? schema : withNull(schema));
    }
    return { $ref: name };
  }

  #slim(schema: Schema): Schema {
    if (schema.$ref !== undefined) return this.#refer(definitionName(schema.$ref));
    const slim = this.#each(schema) as Schema;
    if (schema.properties) {
      const fields = Object.entries(schema.properties);
      slim.properties = Object.fromEntries(fields.map(([name, one]) => [name, this.#slim(one)]));
    }
    return slim;
  }

  #each(schema: Schema): Record<string, unknown> {
    const kept = Object.entries(schema).filter(([keyword, value]) =>
      !DROPPED.has(keyword) && !(this.#source.native && UNCHECKED.has(keyword)) &&
      !(keyword === "x-kubernetes-list-type" && value === "atomic")
    );
    return Object.fromEntries(
      kept.map(([keyword, value]) => [keyword, keyword === "properties" ? {} : this.#inner(value)]),
    );
  }

  #inner(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#inner(item));
    return typeof value === "object" && value !== null ? this.#slim(value as Schema) : value;
  }
}
