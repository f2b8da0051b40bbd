import { isRecord } from "../../core/mod.ts";
import { type JsonObject, map, optionalText, text } from "./reader.ts";

/** A configuration that names its own type (`google.protobuf.Any`). */
export interface TypedConfig {
  /** Full name of the message, without the host: `envoy.extensions.filters.http.fault.v3.HTTPFault`. */
  readonly type: string;
  /** The message. */
  readonly value: JsonObject;
}

/** Reads a typed configuration; a `TypedStruct` counts as the message that it stands for. */
export function typedConfig(value: unknown): TypedConfig | undefined {
  if (!isRecord(value)) return undefined;
  const url = optionalText(value["@type"]);
  if (url === undefined) return undefined;
  const type = messageName(url);
  if (!type.endsWith(".TypedStruct")) return { type, value };
  const inner = value["value"];
  return {
    type: messageName(text(value["type_url"] ?? value["typeUrl"])),
    value: isRecord(inner) ? inner : {},
  };
}

/** Per-filter configurations of a route, virtual host or weighted cluster, by filter name. */
export const perFilterConfig: (value: unknown) => ReadonlyMap<string, TypedConfig> = map(
  typedConfig,
);

/** The full name of a message in a type URL. */
export function messageName(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1);
}
