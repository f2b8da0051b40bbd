/** Writes TypeScript interfaces for schemas. @module */
import { definitionName, type Definitions, resolve, type Schema } from "./schema.ts";
import { firstSentence } from "./sentence.ts";

/** A schema and the interface to write for it. */
export interface Root {
  name: string;
  schema: Schema;
  /** Resources have `apiVersion`, `kind` and `metadata` whatever the schema says. */
  resource: boolean;
}

interface Interface {
  name: string;
  schema: Schema;
  resource: boolean;
  /** Where the object is, for fields without a description. */
  path: string;
}

const RESOURCE: ReadonlyMap<string, string> = new Map([
  ["apiVersion", "string"],
  ["kind", "string"],
  ["metadata", "ObjectMeta"],
]);

/** The interfaces of roots and of every object inside them, equal objects written once. */
export class Interfaces {
  readonly #byShape = new Map<string, Interface>();
  readonly #definitions: Definitions;
  readonly #nameOf: (definition: string) => string;

  constructor(definitions: Definitions, nameOf: (definition: string) => string) {
    this.#definitions = definitions;
    this.#nameOf = nameOf;
  }

  /** Names a root and all objects inside it. */
  add({ name, schema, resource }: Root): void {
    this.#collect(schema, name, name, resource ? { resource } : undefined);
  }

  /** TypeScript text: the interfaces in order of their names. */
  write(): string {
    const all = [...this.#byShape.values()].sort((a, b) => a.name < b.name ? -1 : 1);
    const names = all.map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) throw new Error(`Two different objects are called ${twice}`);
    return all.map((one) => this.#interface(one)).join("\n");
  }

  #collect(schema: Schema, name: string, path: string, root?: { resource: boolean }): void {
    const target = resolve(schema, this.#definitions);
    const called = schema.$ref === undefined ? name : this.#nameOf(definitionName(schema.$ref));
    if (target.items) return this.#collect(target.items, called, path);
    if (typeof target.additionalProperties === "object") {
      return this.#collect(target.additionalProperties, called, path);
    }
    if (target.properties === undefined) return;
    const key = this.#key(schema, path);
    const known = this.#byShape.get(key);
    // The shortest of several paths to an equal object is its name.
    if (known && known.name.length <= called.length) return;
    const at = schema.$ref === undefined ? path : called;
    this.#byShape.set(key, {
      name: called,
      schema: target,
      resource: root?.resource ?? false,
      path: at,
    });
    for (const [field, value] of Object.entries(target.properties)) {
      if (root?.resource && RESOURCE.has(field)) continue;
      const many = value.items ?? value.additionalProperties;
      const word = many && !(singular(field) in target.properties) ? singular(field) : field;
      const inner = word === "spec" && root?.resource ? `${called}Spec` : pascal(called, word);
      this.#collect(value, inner, `${at}.${field}`);
    }
  }

  #key(schema: Schema, path: string): string {
    if (schema.$ref !== undefined) return schema.$ref;
    const kind = path.split(".")[0];
    return `${kind} ${JSON.stringify(shape(schema))}`;
  }

  #interface({ name, schema, resource, path }: Interface): string {
    const doc = firstSentence(schema.description) ?? `\`${path.replace(".", "` `")}\`.`;
    const given = resource ? [...RESOURCE.keys()].map((field) => this.#given(field)) : [];
    const fields = Object.entries(schema.properties ?? {})
      .filter(([field]) => !(resource && RESOURCE.has(field)))
      .map(([field, value]) => this.#field(field, value, `${path}.${field}`));
    return `/** ${doc} */\nexport interface ${name} {\n${[...given, ...fields].join("\n")}\n}\n`;
  }

  #given(field: string): string {
    const docs: Record<string, string> = {
      apiVersion: "Group and version.",
      kind: "Name of the kind.",
      metadata: "Name, namespace, labels and annotations.",
    };
    return `/** ${docs[field]} */\nreadonly ${field}: ${RESOURCE.get(field)};`;
  }

  #field(field: string, schema: Schema, path: string): string {
    const doc = firstSentence(schema.description) ??
      firstSentence(resolve(schema, this.#definitions).description) ?? `\`${path}\`.`;
    const key = /^[A-Za-z_]\w*$/.test(field) ? field : JSON.stringify(field);
    return `/** ${doc} */\nreadonly ${key}?: ${this.#type(schema, path)};`;
  }

  #type(schema: Schema, path: string): string {
    const target = resolve(schema, this.#definitions);
    if (target["x-kubernetes-int-or-string"]) {
      return "number | string";
    }
    if (target.enum?.every((value) => typeof value === "string")) {
      return [...new Set(target.enum)].map((value) => JSON.stringify(value)).join(" | ");
    }
    switch (target.type) {
      case "string":
      case "boolean":
        return target.type;
      case "integer":
      case "number":
        return "number";
      case "array":
        return arrayOf(this.#type(target.items ?? {}, path));
    }
    if (target.properties) return this.#byShape.get(this.#key(schema, path))!.name;
    if (typeof target.additionalProperties === "object") {
      return `Readonly<Record<string, ${this.#type(target.additionalProperties, path)}>>`;
    }
    return target.type === "object" ? "Readonly<Record<string, unknown>>" : "unknown";
  }
}

function arrayOf(type: string): string {
  return type.includes(" | ") ? `readonly (${type})[]` : `readonly ${type}[]`;
}

/** What decides the TypeScript type: neither texts nor validation. */
function shape(schema: Schema): unknown {
  const { type, properties, items, additionalProperties, $ref } = schema;
  return {
    type,
    $ref,
    enum: schema.enum,
    any: schema["x-kubernetes-int-or-string"],
    items: items && shape(items),
    values: typeof additionalProperties === "object" ? shape(additionalProperties) : undefined,
    properties: properties &&
      Object.entries(properties).map(([field, value]) => [field, shape(value)]),
  };
}

const NOT_PLURAL = new Set(["tls", "mtls", "cors", "dns", "https", "status", "class"]);

function singular(name: string): string {
  const last = /[A-Z]?[a-z0-9]*$/.exec(name)![0].toLowerCase();
  if (NOT_PLURAL.has(last) || /(ss|us|is)$/.test(name)) return name;
  if (name.endsWith("ies")) return `${name.slice(0, -3)}y`;
  if (/(sses|xes|ches|shes)$/.test(name)) return name.slice(0, -2);
  return name.endsWith("s") ? name.slice(0, -1) : name;
}

function pascal(owner: string, field: string): string {
  const words = field.replaceAll(
    /(?:^|[^A-Za-z0-9])([A-Za-z0-9])/g,
    (_, c: string) => c.toUpperCase(),
  );
  return `${owner.replace(/Spec$/, "")}${words}`;
}
