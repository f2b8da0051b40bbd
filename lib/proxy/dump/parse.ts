import { Failure, isRecord } from "../../core/mod.ts";
import { ConfigDump } from "./config_dump.ts";

/**
 * Reads a config dump, from its text or parsed already. Parts that are missing or odd count as absent.
 * Throws a {@linkcode Failure} `FILE_NOT_READABLE` for text that is no JSON and for a document that is no
 * config dump at all; `name` is what its message calls the document.
 */
export function parseConfigDump(dump: unknown, name = "config dump"): ConfigDump {
  const document = typeof dump === "string" ? parseJson(dump, name) : dump;
  if (!isRecord(document) || !Array.isArray(document["configs"])) {
    throw new Failure("FILE_NOT_READABLE", `Cannot read "${name}": it is no Envoy config dump`, {
      hint: "A config dump is what Envoy's admin interface prints under /config_dump.",
    });
  }
  return new ConfigDump(document);
}

/** Parses JSON. Throws a {@linkcode Failure} `FILE_NOT_READABLE` that says where the text is wrong. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Failure("FILE_NOT_READABLE", `Cannot read "${name}": no JSON: ${reason}`, { cause });
  }
}
