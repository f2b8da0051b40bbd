import { Failure, isRecord } from "../core/mod.ts";
import { ConfigDump } from "./dump/config_dump.ts";
import { parseJson } from "./dump/parse.ts";
import { field, type JsonObject } from "./envoy/reader.ts";

/** What is known of one proxy: its config dump, the answer of its `/clusters?format=json`, or both. */
export interface ProxySource {
  /** The config dump; an empty one where there is none. */
  readonly dump: ConfigDump;
  /** The clusters with their hosts; `undefined` where they were not asked. */
  readonly statuses: readonly JsonObject[] | undefined;
  /** The parsed document. */
  readonly document: JsonObject;
}

/**
 * Reads what Envoy's admin interface prints, a config dump or clusters, told apart by content. Throws a
 * {@linkcode Failure} `FILE_NOT_READABLE` for anything else, the dump of a ztunnel too; `name` is what its message calls the text.
 */
export function parseProxySource(text: string, name: string): ProxySource {
  const document = parseJson(text, name);
  const statuses = field(document, "cluster_statuses");
  if (isRecord(document) && Array.isArray(statuses)) {
    return { dump: new ConfigDump({}), statuses: statuses.filter(isRecord), document };
  }
  if (isRecord(document) && Array.isArray(document["configs"])) {
    return { dump: new ConfigDump(document), statuses: undefined, document };
  }
  if (isRecord(document) && Array.isArray(document["workloads"]) && "services" in document) {
    throw new Failure("FILE_NOT_READABLE", `Cannot show "${name}": a ztunnel is no Envoy`, {
      hint:
        `It knows workloads, services, policies and certificates: istioctl ztunnel-config all -f ${name}`,
    });
  }
  throw new Failure("FILE_NOT_READABLE", `Cannot read "${name}": it is no Envoy config dump`, {
    hint: "Give what Envoy's admin interface prints under /config_dump or /clusters?format=json.",
  });
}
