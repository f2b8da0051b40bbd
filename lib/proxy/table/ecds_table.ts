import { compare, isRecord } from "../../core/mod.ts";
import type { ConfigDump } from "../dump/config_dump.ts";
import { field, text } from "../envoy/reader.ts";
import type { TableOptions } from "./filters.ts";
import { goSort } from "./go_sort.ts";
import { requireSection } from "./section.ts";
import type { TextTable } from "./text_table.ts";

/** The extension configurations of a proxy. Throws a `Failure` where the dump has none. */
export function ecdsTable(dump: ConfigDump, { wide }: TableOptions): TextTable {
  const filters = field(requireSection(dump, "EcdsConfigDump"), "ecds_filters");
  const entries = (Array.isArray(filters) ? filters : []).filter(isRecord).map((entry) => {
    const extension = field(entry, "ecds_filter");
    return {
      name: text(field(extension, "name")),
      type: text(field(field(extension, "typed_config"), "@type"))
        .replace(/^type\.googleapis\.com\//, ""),
      version: text(field(entry, "version_info")),
      updated: text(field(entry, "last_updated")),
    };
  });
  return {
    gap: 5,
    header: ["ECDS NAME", "TYPE", ...wide ? ["VERSION", "LAST UPDATED"] : []],
    rows: goSort(entries, (a, b) => (compare(a.type, b.type) || compare(a.name, b.name)) < 0)
      .map(({ name, type, version, updated }) => [name, type, ...wide ? [version, updated] : []]),
  };
}
