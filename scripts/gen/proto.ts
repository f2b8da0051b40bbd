/** Reads messages of protocol buffers as JSON schemas, as protojson would accept them. @module */
import protobuf from "protobufjs";
import type { Definitions, Schema } from "./schema.ts";

const SCALARS: Readonly<Record<string, Schema>> = {
  string: { type: "string" },
  bytes: { type: "string" },
  bool: { type: "boolean" },
  "google.protobuf.Any": { type: "object", "x-kubernetes-preserve-unknown-fields": true },
  "google.protobuf.BoolValue": { type: "boolean" },
  "google.protobuf.DoubleValue": { type: "number" },
  "google.protobuf.Duration": { type: "string" },
  "google.protobuf.FloatValue": { type: "number" },
  "google.protobuf.Int32Value": { type: "integer" },
  "google.protobuf.Int64Value": { type: "integer" },
  "google.protobuf.StringValue": { type: "string" },
  "google.protobuf.Struct": { type: "object", "x-kubernetes-preserve-unknown-fields": true },
  "google.protobuf.Timestamp": { type: "string" },
  "google.protobuf.UInt32Value": { type: "integer" },
  "google.protobuf.UInt64Value": { type: "integer" },
  "google.protobuf.Value": { "x-kubernetes-preserve-unknown-fields": true },
  double: { type: "number" },
  float: { type: "number" },
};

/** Every message of the files, by full name without a leading dot. */
export async function readProtos(
  directory: string,
  files: readonly string[],
): Promise<Definitions> {
  const root = new protobuf.Root();
  for (const file of files) {
    protobuf.parse(await Deno.readTextFile(`${directory}/${file}`), root, {
      alternateCommentMode: true,
    });
  }
  const definitions = new Map<string, Schema>();
  collect(root, definitions);
  return definitions;
}

function collect(namespace: protobuf.NamespaceBase, definitions: Map<string, Schema>): void {
  for (const nested of namespace.nestedArray) {
    if (nested instanceof protobuf.Type) {
      definitions.set(nested.fullName.slice(1), message(nested));
    }
    if (nested instanceof protobuf.Namespace) collect(nested, definitions);
  }
}

function message(type: protobuf.Type): Schema {
  const properties: Record<string, Schema> = {};
  for (const field of type.fieldsArray) {
    const value = valueOf(type, field.type);
    const schema: Schema = field instanceof protobuf.MapField
      ? { type: "object", additionalProperties: value }
      : field.repeated
      ? { type: "array", items: value }
      : { ...value };
    if (field.comment) schema.description = field.comment;
    properties[field.name] = schema;
  }
  const schema: Schema = { type: "object", properties };
  if (type.comment) schema.description = type.comment;
  return schema;
}

function valueOf(within: protobuf.Type, name: string): Schema {
  const scalar = SCALARS[name.replace(/^\./, "")];
  if (scalar) return scalar;
  if (/^(?:[us]?int|s?fixed)(?:32|64)$/.test(name)) return { type: "integer" };
  const target = within.lookup(name);
  if (target instanceof protobuf.Enum) return { type: "string", enum: Object.keys(target.values) };
  if (target instanceof protobuf.Type) return { $ref: `#/definitions/${target.fullName.slice(1)}` };
  throw new Error(`${within.fullName}: no type ${name}`);
}
