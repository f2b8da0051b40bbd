import { isRecord } from "../../core/mod.ts";

/** A JSON object. */
export type JsonMap = Readonly<Record<string, unknown>>;

/**
 * Merges a message into another as protobuf does, and so as Envoy merges `--config-yaml` and Istio a custom
 * bootstrap: messages are merged field by field, lists are joined, all other values are replaced.
 */
export function mergeMessages(base: JsonMap, override: JsonMap): JsonMap {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(override)) {
    const present = Object.hasOwn(base, name) ? base[name] : undefined;
    merged[name] = mergeValues(present, value);
  }
  return merged;
}

function mergeValues(base: unknown, value: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(value)) return [...base, ...value];
  return isRecord(base) && isRecord(value) ? mergeMessages(base, value) : value;
}
