import { isRecord } from "../core/mod.ts";

/** What a ztunnel has been told of the mesh, as its `/config_dump` says. */
export interface ZtunnelConfig {
  /** Hosts of the Services that it knows. */
  readonly services: ReadonlySet<string>;
  /** Addresses of the workloads that it knows. */
  readonly workloadIps: ReadonlySet<string>;
}

/** Reads the `/config_dump` of a ztunnel. Throws for a text that is none. */
export function parseZtunnelConfig(text: string): ZtunnelConfig {
  const dump: unknown = JSON.parse(text);
  if (!isRecord(dump) || !Array.isArray(dump["services"]) || !Array.isArray(dump["workloads"])) {
    throw new TypeError("it is no config dump of a ztunnel");
  }
  const services = dump["services"].filter(isRecord).flatMap(({ hostname }) => textOf(hostname));
  const addresses = dump["workloads"].filter(isRecord).flatMap(({ workloadIps }) =>
    Array.isArray(workloadIps) ? workloadIps.flatMap(textOf) : []
  );
  return { services: new Set(services), workloadIps: new Set(addresses) };
}

function textOf(value: unknown): string[] {
  return typeof value === "string" ? [value] : [];
}
