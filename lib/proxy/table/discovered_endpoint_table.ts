import { isRecord } from "../../core/mod.ts";
import type { ConfigDump } from "../dump/config_dump.ts";
import { inUse, type UsedEntry } from "../dump/entry.ts";
import {
  type ClusterLoadAssignment,
  clusterLoadAssignment,
  type LbEndpoint,
  lbEndpoint,
  type Locality,
} from "../envoy/endpoint.ts";
import { field, type JsonObject, list, object, text } from "../envoy/reader.ts";
import { sortByClusterName } from "./cluster_table.ts";
import { isAsked, type ProxyConfigFilters, type TableOptions } from "./filters.ts";
import type { TextTable } from "./text_table.ts";

/** The endpoints of a dump that was taken with `include_eds`. */
export function discoveredEndpointTable(
  dump: ConfigDump,
  { filters, named, wide }: TableOptions,
): TextTable {
  return {
    gap: 5,
    header: [
      ...[named ? "NAME" : "ENDPOINT", "STATUS", "LOCALITY", "CLUSTER"],
      ...wide ? ["PRIORITY", "WEIGHT", "TLS MODE", "WORKLOAD"] : [],
    ],
    rows: shownAssignments(dump, filters).flatMap(({ item: { clusterName, endpoints } }) =>
      endpoints.flatMap(({ lbEndpoints, locality, priority }) =>
        lbEndpoints.map((endpoint) => [
          named ? `endpoint/${addressOf(endpoint)}` : addressOf(endpoint),
          endpoint.healthStatus,
          localityOf(locality),
          clusterName,
          ...wide ? endpointCells(endpoint, priority) : [],
        ])
      )
    ),
  };
}

/** The endpoints that the filters leave, by cluster, in the order of the table. */
export function shownAssignments(
  dump: ConfigDump,
  filters: ProxyConfigFilters,
): UsedEntry<ClusterLoadAssignment>[] {
  const shown = inUse(dump.endpoints).map(({ json, item: { clusterName } }) => {
    const left = withoutHidden(json, (endpoint) => isShown(endpoint, clusterName, filters));
    return { json: left, item: clusterLoadAssignment(left) };
  });
  const used = shown.flatMap(({ json, item }) =>
    item && hasEndpoints(item) ? [{ json, item }] : []
  );
  return sortByClusterName(used, ({ item }) => item.clusterName);
}

function hasEndpoints({ endpoints }: ClusterLoadAssignment): boolean {
  return endpoints.some(({ lbEndpoints }) => lbEndpoints.length > 0);
}

function withoutHidden(json: JsonObject, keeps: (endpoint: LbEndpoint) => boolean): JsonObject {
  const localities = json["endpoints"];
  if (!Array.isArray(localities)) return json;
  return {
    ...json,
    endpoints: localities.filter(isRecord).map((locality) => ({
      ...locality,
      lb_endpoints: list(object)(field(locality, "lb_endpoints")).filter((each) => {
        const endpoint = lbEndpoint(each);
        return endpoint !== undefined && keeps(endpoint);
      }),
    })),
  };
}

function isShown(
  endpoint: LbEndpoint,
  clusterName: string,
  { address, port, cluster, status }: ProxyConfigFilters,
): boolean {
  return isAsked(address, addressOf(endpoint), endpoint.address?.host ?? "") &&
    (!port || endpoint.address?.port === port) && isAsked(cluster, clusterName) &&
    isAsked(status, endpoint.healthStatus);
}

function addressOf({ address }: LbEndpoint): string {
  if (address?.host) return `${address.host}:${address.port}`;
  if (address?.pipe !== undefined) return address.pipe;
  if (address?.internalListener === undefined) return "unknown";
  return `envoy://${address.internalListener}/${address.endpointId}`;
}

function localityOf(locality: Locality | undefined): string {
  return [locality?.region, locality?.zone, locality?.subZone].filter(Boolean).join("/");
}

function endpointCells({ loadBalancingWeight, metadata }: LbEndpoint, priority: number): string[] {
  return [
    String(priority),
    String(loadBalancingWeight ?? 1),
    text(metadata.get("envoy.transport_socket_match")?.["tlsMode"]) || "-",
    text(metadata.get("istio")?.["workload"]) || "-",
  ];
}
