import { compare, isRecord } from "../../core/mod.ts";
import { type Address, address as readAddress } from "../envoy/address.ts";
import { field, type JsonObject, number, text } from "../envoy/reader.ts";
import { isAsked, type ProxyConfigFilters, type TableOptions } from "./filters.ts";
import { goSort } from "./go_sort.ts";
import type { TextTable } from "./text_table.ts";

/** One host of Envoy's `/clusters?format=json`. */
interface Host {
  readonly address: string;
  readonly port: number;
  readonly cluster: string;
  readonly json: JsonObject;
}

/** The endpoints in the answer of Envoy's `/clusters?format=json`. */
export function endpointTable(
  statuses: readonly JsonObject[],
  { filters, wide }: TableOptions,
): TextTable {
  const hosts = statuses.flatMap((status) => hostsOf(status)).filter((h) => isShown(h, filters));
  const sorted = goSort(
    hosts,
    (a, b) =>
      (compare(a.address, b.address) || a.port - b.port || compare(a.cluster, b.cluster)) < 0,
  );
  return {
    gap: 5,
    header: [
      ...["ENDPOINT", "STATUS", "OUTLIER CHECK", "CLUSTER"],
      ...wide ? ["LOCALITY", "PRIORITY", "WEIGHT", "REQUESTS", "ERRORS", "ACTIVE"] : [],
    ],
    rows: sorted.map((host) => [
      host.port === 0 ? host.address : `${host.address}:${host.port}`,
      healthOf(host),
      field(health(host), "failed_outlier_check") === true ? "FAILED" : "OK",
      host.cluster,
      ...wide ? hostCells(host) : [],
    ]),
  };
}

/** The clusters of `/clusters?format=json` that have an endpoint which the filters leave. */
export function shownStatuses(
  statuses: readonly JsonObject[],
  filters: ProxyConfigFilters,
): JsonObject[] {
  return statuses.filter((status) => hostsOf(status).some((host) => isShown(host, filters)));
}

function hostsOf(status: JsonObject): Host[] {
  const hosts = field(status, "host_statuses");
  return (Array.isArray(hosts) ? hosts : []).filter(isRecord).map((json) => {
    const at = readAddress(json["address"]);
    return {
      address: at?.host || nameOf(at),
      port: at?.host ? at.port : 0,
      cluster: text(status["name"]),
      json,
    };
  });
}

function nameOf(at: Address | undefined): string {
  return at?.internalListener === undefined
    ? `unix://${at?.pipe ?? ""}`
    : `envoy://${at.internalListener}`;
}

function isShown(host: Host, { address, port, cluster, status }: ProxyConfigFilters): boolean {
  return isAsked(address, host.address, `${host.address}:${host.port}`) &&
    (!port || host.port === port) && isAsked(cluster, host.cluster) &&
    isAsked(status, healthOf(host));
}

function health({ json }: Host): unknown {
  return field(json, "health_status");
}

function healthOf(host: Host): string {
  return text(field(health(host), "eds_health_status")) || "UNKNOWN";
}

function hostCells({ json }: Host): string[] {
  const stats = json["stats"];
  const stat = (name: string) => {
    const found = (Array.isArray(stats) ? stats : []).find((each) => field(each, "name") === name);
    return String(number(field(found, "value")) ?? 0);
  };
  return [
    formatLocality(json["locality"]),
    String(number(json["priority"]) ?? 0),
    String(number(json["weight"]) ?? 1),
    stat("rq_total"),
    stat("rq_error"),
    stat("rq_active"),
  ];
}

function formatLocality(locality: unknown): string {
  return ["region", "zone", "sub_zone"].map((part) => text(field(locality, part)))
    .filter((part) => part !== "").join("/");
}
