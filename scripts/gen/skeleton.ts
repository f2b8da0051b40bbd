/** Writes the types of fields, compactly, for use at run time. @module */
import type { Root } from "./interfaces.ts";
import { definitionName, type Definitions, resolve, type Schema } from "./schema.ts";

/** Letter of a type that has no inside. */
const LETTERS: Readonly<Record<string, string>> = {
  string: "s",
  boolean: "b",
  integer: "n",
  number: "n",
};

/** What every resource has, whatever its schema says. */
const RESOURCE: Readonly<Record<string, Schema>> = {
  apiVersion: { type: "string" },
  kind: { type: "string" },
  metadata: { $ref: "#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta" },
};

/** Collects the types of roots; equal objects become one. */
export class Skeleton {
  readonly #numbers = new Map<string, number>();
  readonly #roots = new Map<string, number>();

  /** Adds the type of a root and of everything inside it. */
  add({ name, schema, resource }: Root, definitions: Definitions): void {
    const target = resolve(schema, definitions);
    const given = resource ? RESOURCE : {};
    const whole = { ...target, properties: { ...given, ...target.properties, ...given } };
    this.#roots.set(name, this.#object(whole, { definitions, open: [] }));
  }

  /** TypeScript text of `skeleton.ts`. */
  write(): string {
    const nodes = [...this.#numbers.keys()].map((node) => JSON.stringify(node));
    const roots = [...this.#roots].map(([name, number]) => `${name}: ${number}`);
    return [
      "/**",
      " * Objects by number, each as `field:type,…`. A type is a letter (string, number, boolean,",
      " * x: number or string, o: any object, a: anything) or the number of an object,",
      " * with `[` in front for a list of it and `{` for a map of it.",
      " */",
      `export const NODES: readonly string[] = [\n${nodes.join(",\n")},\n];`,
      "/** Number of the object of each kind. */",
      `export const ROOTS = {\n${roots.join(",\n")},\n} as const;\n`,
    ].join("\n");
  }

  #object(schema: Schema, context: Context): number {
    const fields = Object.entries(schema.properties ?? {}).map(([field, value]) => {
      if (/[:,]/.test(field)) throw new Error(`The field ${field} needs another separator`);
      return `${field}:${this.#type(value, context)}`;
    });
    const node = fields.join(",");
    const number = this.#numbers.get(node) ?? this.#numbers.size;
    this.#numbers.set(node, number);
    return number;
  }

  #type(schema: Schema, { definitions, open }: Context): string {
    const target = resolve(schema, definitions);
    const name = schema.$ref === undefined ? [] : [definitionName(schema.$ref)];
    if (name[0] !== undefined && open.includes(name[0])) throw new Error(`${name[0]} is recursive`);
    const context = { definitions, open: [...open, ...name] };
    if (target["x-kubernetes-int-or-string"]) return "x";
    if (target.type === "array") return `[${this.#type(target.items ?? {}, context)}`;
    if (target.properties) return String(this.#object(target, context));
    if (typeof target.additionalProperties === "object") {
      return `{${this.#type(target.additionalProperties, context)}`;
    }
    return target.type === "object" ? "o" : LETTERS[target.type ?? ""] ?? "a";
  }
}

interface Context {
  definitions: Definitions;
  /** Definitions on the way here. */
  open: readonly string[];
}
