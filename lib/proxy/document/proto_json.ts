/**
 * Envoy's admin interface prints fields in snake_case and in the order of their numbers; protobuf's own
 * JSON, which the peer tool and its users' scripts speak, has lowerCamelCase in the order of declaration.
 *
 * @module
 */
import { compare, isRecord } from "../../core/mod.ts";
import { camelCase, type JsonObject } from "../envoy/reader.ts";
import { messageName } from "../envoy/typed_config.ts";

interface FieldType {
  readonly name: string;
  /** `message`: `type` names it; `map`: values of `type`; `plain`: written as it is, keys sorted. */
  readonly kind: "scalar" | "message" | "map" | "plain";
  readonly type: string;
}

const ANY = "google.protobuf.Any";

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
