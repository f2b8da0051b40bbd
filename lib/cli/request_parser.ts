import { type AccessLogParser, jsonParser, parseDefaultLine, textParser } from "../evidence/mod.ts";
import { formatsOf } from "../logs/mod.ts";
import type { EffectiveMeshConfig } from "../mesh/mod.ts";

/** Reads lines of the access log in every format that the mesh may write, Istio's own last. */
export function requestParser(config: EffectiveMeshConfig): AccessLogParser {
  const parsers = formatsOf(config).map((format) =>
    typeof format === "string" ? textParser(format) : jsonParser(format)
  );
  return (line) => {
    for (const parse of [...parsers, parseDefaultLine]) {
      const entry = parse(line);
      if (entry !== undefined) return entry;
    }
    return undefined;
  };
}
