/**
 * Envoy's admin interface prints fields in snake_case and in the order of their numbers; protobuf's own
 * JSON, which the peer tool and its users' scripts speak, has lowerCamelCase in the order of declaration.
 *
 * @module
 */
import { compare, isRecord, nearest, type Path, typingErrors } from "../../core/mod.ts";
import { camelCase, type JsonObject } from "../envoy/reader.ts";
import { messageName } from "../envoy/typed_config.ts";

interface FieldType {
  readonly name: string;
  /** `message`: `type` names it; `map`: values of `type`; `plain`: written as it is, keys sorted. */
  readonly kind: "scalar" | "message" | "map" | "plain";
  readonly type: string;
}

/** What does not fit a message. */
export interface Misfit {
  /** The way to it inside the value. */
  readonly at: Path;
  /** Whether a field, or the type of a typed configuration, is unknown. */
  readonly kind: "field" | "type";
  /** Its name. */
  readonly name: string;
  /** The message in which the field stands; empty for a type. */
  readonly message: string;
  /** What was probably meant. */
  readonly meant?: string;
}

const ANY = "google.protobuf.Any";
const TYPED_STRUCTS = new Set(["udpa.type.v1.TypedStruct", "xds.type.v3.TypedStruct"]);
/** Types of extensions that are no part of Envoy are unknown too, so only a near spelling counts. */
const MISSPELT = 2;

/** The messages of Envoy's configuration. */
export class EnvoyApi {
  readonly #lines: ReadonlyMap<string, string>;
  readonly #fields = new Map<string, readonly FieldType[]>();

  /** Reads the table of `gen/envoy_api.ts`. */
  constructor(table: string) {
    this.#lines = new Map(
      table.trim().split("\n").map((line) => [line.slice(0, line.indexOf(" ")), line]),
    );
  }

  /** A message as protobuf's own JSON; keys of an unknown message are all taken for fields. */
  toProtoJson(value: unknown, type: string): unknown {
    if (Array.isArray(value)) return value.map((item) => this.toProtoJson(item, type));
    if (!isRecord(value)) return value;
    const named = value["@type"];
    if (type === ANY && typeof named === "string") return this.#typed(value, named);
    const known = this.#fieldsOf(type);
    const read = new Set<string>();
    const written: Record<string, unknown> = {};
    for (const field of known) {
      const camel = camelCase(field.name);
      for (const name of [field.name, camel]) {
        if (!Object.hasOwn(value, name) || read.has(name)) continue;
        read.add(name);
        written[camel] = this.#field(value[name], field);
      }
    }
    for (const [name, member] of Object.entries(value)) {
      if (!read.has(name)) written[camelCase(name)] = this.toProtoJson(member, "");
    }
    return written;
  }

  /** The fields of a value that its message does not have, and types that are misspelt. */
  *misfits(value: unknown, type: string, at: Path = []): Generator<Misfit> {
    if (Array.isArray(value)) {
      for (const [i, item] of value.entries()) yield* this.misfits(item, type, [...at, i]);
      return;
    }
    if (!isRecord(value)) return;
    const named = value["@type"];
    if (type === ANY) {
      if (typeof named === "string") yield* this.#misfitsOfTyped(value, messageName(named), at);
      return;
    }
    if (!this.#lines.has(type)) return;
    const fields = new Map(
      this.#fieldsOf(type).flatMap((field) =>
        [field.name, camelCase(field.name)].map((name) => [name, field] as const)
      ),
    );
    for (const [name, member] of Object.entries(value)) {
      if (name === "@type") continue;
      const field = fields.get(name);
      if (!field) {
        const meant = nearest(name, fields.keys());
        yield {
          at: [...at, name],
          kind: "field",
          name,
          message: type,
          ...(meant !== undefined && { meant }),
        };
      } else if (field.kind === "message") {
        yield* this.misfits(member, field.type, [...at, name]);
      } else if (field.kind === "map" && field.type !== "=" && isRecord(member)) {
        for (const [key, one] of Object.entries(member)) {
          yield* this.misfits(one, field.type, [...at, name, key]);
        }
      }
    }
  }

  *#misfitsOfTyped(value: JsonObject, type: string, at: Path): Generator<Misfit> {
    if (TYPED_STRUCTS.has(type)) {
      const url = value.type_url ?? value.typeUrl;
      if (typeof url === "string") {
        yield* this.misfits(value.value, messageName(url), [...at, "value"]);
      }
    } else if (this.#lines.has(type)) {
      yield* this.misfits(value, type, at);
    } else {
      const meant = this.#lines.keys().find((name) =>
        Math.abs(name.length - type.length) <= MISSPELT && typingErrors(name, type) <= MISSPELT
      );
      if (meant === undefined) return;
      yield { at: [...at, "@type"], kind: "type", name: type, message: "", meant };
    }
  }

  #typed(value: JsonObject, url: string): JsonObject {
    const { "@type": _, ...fields } = value;
    const type = messageName(url);
    const isStruct = /^google\.protobuf\.(?:Struct|Value)$/.test(type);
    const written = isStruct ? sorted(fields) : this.toProtoJson(fields, type);
    return { "@type": url, ...isRecord(written) ? written : {} };
  }

  #field(value: unknown, { kind, type }: FieldType): unknown {
    if (kind === "plain") return sorted(value);
    if (kind === "scalar") return value;
    if (kind === "message") return this.toProtoJson(value, type);
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).sort(([a], [b]) => compare(a, b)).map((
        [key, member],
      ) => [key, type === "=" ? sorted(member) : this.toProtoJson(member, type)]),
    );
  }

  #fieldsOf(type: string): readonly FieldType[] {
    const cached = this.#fields.get(type);
    if (cached !== undefined) return cached;
    const fields = (this.#lines.get(type) ?? "").split(" ").slice(1).map(readField);
    this.#fields.set(type, fields);
    return fields;
  }
}

function readField(text: string): FieldType {
  const [, name = "", map, plain, type = ""] = /^(\w+)(\*?)(=?)(?::(.*))?$/.exec(text) ?? [];
  if (map) return { name, kind: "map", type: plain || type };
  return { name, kind: plain ? "plain" : type === "" ? "scalar" : "message", type };
}

/** Go sorts the keys of a struct. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => compare(a, b)).map(([k, v]) => [k, sorted(v)]),
  );
}
