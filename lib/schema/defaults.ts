import { isRecord } from "../core/mod.ts";
import { resolve, type SchemaFile, type SchemaNode } from "./node.ts";

/** Fills in what the API server fills in before it validates. */
export class Defaults {
  readonly #known = new Map<SchemaNode, boolean>();
  readonly #file: SchemaFile;

  constructor(file: SchemaFile) {
    this.#file = file;
  }

  /** The value with the defaults of missing fields; the value itself where nothing is missing. */
  fill(value: unknown, schema: SchemaNode): unknown {
    const node = resolve(schema, this.#file);
    if (!this.#has(node)) return value;
    if (Array.isArray(value) && node.items) {
      const items = value.map((item) => this.fill(item, node.items!));
      return items.some((item, i) => item !== value[i]) ? items : value;
    }
    if (!isRecord(value)) return value;
    const filled = new Map<string, unknown>();
    for (const [field, inner] of Object.entries(node.properties ?? {})) {
      const given = Object.hasOwn(value, field) ? value[field] : undefined;
      const start = given === undefined || given === null && !inner.nullable
        ? inner.default ?? given
        : given;
      const result = start === undefined ? start : this.fill(start, inner);
      if (result !== given) filled.set(field, result);
    }
    return filled.size === 0 ? value : { ...value, ...Object.fromEntries(filled) };
  }

  /** Whether there is a default anywhere inside. */
  #has(schema: SchemaNode): boolean {
    const node = resolve(schema, this.#file);
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const has =
      Object.values(node.properties ?? {}).some((inner) =>
        inner.default !== undefined || this.#has(inner)
      ) || (node.items !== undefined && this.#has(node.items));
    this.#known.set(node, has);
    return has;
  }
}
