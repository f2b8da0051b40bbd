import { Failure } from "../../core/mod.ts";
import type { ConfigDump, SectionName } from "../dump/config_dump.ts";
import type { JsonObject } from "../envoy/reader.ts";

/** A part of a dump. Throws a {@linkcode Failure} where the dump does not have it. */
export function requireSection(dump: ConfigDump, name: SectionName): JsonObject {
  const section = dump.section(name);
  if (section !== undefined) return section;
  throw new Failure(
    "FILE_NOT_READABLE",
    `config dump has no configuration type type.googleapis.com/envoy.admin.v3.${name}`,
    { hint: "The dump was taken with a mask, or the proxy has none." },
  );
}
