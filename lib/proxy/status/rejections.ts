import type { XdsType } from "../../evidence/mod.ts";
import type { ConfigDump } from "../dump/config_dump.ts";
import type { DumpEntry } from "../dump/entry.ts";

/** What a proxy rejected of the last pushes, in Envoy's words, by kind of configuration. */
export type Rejections = ReadonlyMap<XdsType, string>;

/** What a proxy says in its dump that it rejected, with the names of what it rejected. */
export function rejectionsIn(dump: ConfigDump): Rejections {
  const entries: readonly (readonly [XdsType, readonly DumpEntry<unknown>[]])[] = [
    ["CDS", dump.clusters],
    ["LDS", dump.listeners],
    ["RDS", dump.routes],
    ["EDS", dump.endpoints],
  ];
  const texts = entries.map(([type, all]) => [type, all.flatMap(rejectionOf).join("\n")] as const);
  return new Map(texts.filter(([, text]) => text !== ""));
}

function rejectionOf({ name, rejection }: DumpEntry<unknown>): readonly string[] {
  if (rejection === undefined) return [];
  return [name === "" ? rejection.details : `${name}: ${rejection.details}`];
}
