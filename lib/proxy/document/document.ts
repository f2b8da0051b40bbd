import { isRecord } from "../../core/mod.ts";
import type { UsedEntry } from "../dump/entry.ts";
import type { JsonObject } from "../envoy/reader.ts";
import { shownClusters } from "../table/cluster_table.ts";
import { shownAssignments } from "../table/discovered_endpoint_table.ts";
import { shownStatuses } from "../table/endpoint_table.ts";
import type { ProxyConfigFilters } from "../table/filters.ts";
import { shownListeners } from "../table/listener_table.ts";
import type { EnvoyApi } from "./proto_json.ts";
import type { TableKind } from "../proxy_config.ts";
import { redactSecrets } from "./redact.ts";
import { shownRoutes } from "../table/route_table.ts";
import { requireSection } from "../table/section.ts";
import type { ProxySource } from "../source.ts";

/**
 * One part of a proxy's configuration as protobuf's JSON, without secrets. Throws a `Failure` where the
 * source does not have the part.
 */
export function proxyConfigDocument(
  kind: TableKind,
  source: ProxySource,
  filters: ProxyConfigFilters,
  api: EnvoyApi,
): unknown {
  const { messages, type } = selected(kind, source, filters);
  return redactSecrets(api.toProtoJson(untyped(messages), type)).value;
}

interface Selected {
  /** One message or a list of them, as Envoy prints them. */
  readonly messages: JsonObject | readonly JsonObject[];
  /** Full name of their type. */
  readonly type: string;
}

function selected(
  kind: TableKind,
  { dump, statuses }: ProxySource,
  filters: ProxyConfigFilters,
): Selected {
  switch (kind) {
    case "bootstrap":
      return section("BootstrapConfigDump");
    case "ecds":
      return section("EcdsConfigDump");
    case "secret":
      return section("SecretsConfigDump");
    case "cluster":
      return entries(shownClusters(dump, filters), "envoy.config.cluster.v3.Cluster");
    case "listener":
      return entries(shownListeners(dump, filters), "envoy.config.listener.v3.Listener");
    case "route":
      return entries(shownRoutes(dump, filters), "envoy.config.route.v3.RouteConfiguration");
    case "endpoint":
      if (statuses !== undefined) {
        const shown = shownStatuses(statuses, filters);
        return { messages: shown, type: "envoy.admin.v3.ClusterStatus" };
      }
      return entries(
        shownAssignments(dump, filters),
        "envoy.config.endpoint.v3.ClusterLoadAssignment",
      );
  }

  function section(name: Parameters<typeof requireSection>[1]): Selected {
    return { messages: requireSection(dump, name), type: `envoy.admin.v3.${name}` };
  }
}

function entries(used: readonly UsedEntry<unknown>[], type: string): Selected {
  return { messages: used.map(({ json }) => json), type };
}

/** The place of a message tells its type; the peer does not print it again. */
function untyped(messages: JsonObject | readonly JsonObject[]): unknown {
  if (isRecord(messages)) {
    const { "@type": _, ...rest } = messages;
    return rest;
  }
  return messages.map(untyped);
}
