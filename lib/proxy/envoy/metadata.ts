import { field, type JsonObject, map, object } from "./reader.ts";

/** Metadata for filters, by the filter's name (`istio`, `envoy.transport_socket_match`, …). */
export type FilterMetadata = ReadonlyMap<string, JsonObject>;

const filters = map(object);

/** Reads the `filter_metadata` of a `config.core.v3.Metadata`. */
export function metadata(value: unknown): FilterMetadata {
  return filters(field(value, "filter_metadata"));
}
