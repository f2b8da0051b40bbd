import { bootstrapTable } from "./table/bootstrap_table.ts";
import { clusterTable } from "./table/cluster_table.ts";
import { ecdsTable } from "./table/ecds_table.ts";
import { discoveredEndpointTable } from "./table/discovered_endpoint_table.ts";
import { endpointTable } from "./table/endpoint_table.ts";
import type { TableOptions } from "./table/filters.ts";
import { listenerTable } from "./table/listener_table.ts";
import { routeTable } from "./table/route_table.ts";
import { secretTable } from "./table/secret_table.ts";
import type { ProxySource } from "./source.ts";
import { formatTable, type TextTable } from "./table/text_table.ts";
import { waypointTable } from "./table/waypoint_table.ts";

/** The parts of a proxy's configuration that have a table. */
export type TableKind =
  | "bootstrap"
  | "cluster"
  | "ecds"
  | "endpoint"
  | "listener"
  | "route"
  | "secret";

/** The table of one part. Throws a `Failure` where the source does not have it. */
export function proxyConfigTable(
  kind: TableKind,
  source: ProxySource,
  options: TableOptions,
): TextTable {
  switch (kind) {
    case "bootstrap":
      return bootstrapTable(source.dump, options);
    case "cluster":
      return clusterTable(source.dump, options);
    case "ecds":
      return ecdsTable(source.dump, options);
    case "endpoint":
      return endpointsOfSource(source, options);
    case "listener":
      return options.waypoint ? waypointTable(source.dump) : listenerTable(source.dump, options);
    case "route":
      return routeTable(source.dump, options);
    case "secret":
      return secretTable(source.dump, options);
  }
}

/** Hosts with their health from `/clusters`, else what endpoint discovery gave. */
function endpointsOfSource({ dump, statuses }: ProxySource, options: TableOptions): TextTable {
  const isDiscovered = dump.section("EndpointsConfigDump") !== undefined;
  return statuses === undefined && isDiscovered
    ? discoveredEndpointTable(dump, options)
    : endpointTable(statuses ?? [], options);
}

/** The order of the tables of everything. */
const ALL: readonly TableKind[] = [
  "bootstrap",
  "cluster",
  "listener",
  "route",
  "secret",
  "endpoint",
];

/** One part of the text of everything, and what went wrong, if it did. */
export interface AllTables {
  /** The tables, up to the first that cannot be made. */
  readonly text: string;
  /** Why a table could not be made. */
  readonly failure: unknown;
}

/** All tables one below the other, with headings where asked. The first missing part ends the text. */
export function formatAllTables(
  source: ProxySource,
  options: TableOptions,
  withHeadings: boolean,
): AllTables {
  let text = "";
  for (const kind of ALL) {
    if (text !== "") text += "\n";
    if (withHeadings) text += `------ ${headingOf(kind)} INFO ------\n\n`;
    try {
      text += formatTable(proxyConfigTable(kind, source, { ...options, named: true }));
    } catch (failure) {
      return { text, failure };
    }
  }
  return { text, failure: undefined };
}

function headingOf(kind: TableKind): string {
  return kind === "endpoint" ? "ENDPOINTS" : kind.toUpperCase();
}
