/** Files of a snapshot, and the requests that answer them in a live mesh. */
import type { Schema } from "../../mesh/mod.ts";

/** Something in a pod that answers requests on its loopback interface. */
export interface Interlocutor {
  /** Port. */
  readonly port: number;
  /** Container whose program can ask in the place of a port-forward. */
  readonly container: string;
  /** Program that does `request GET PATH`. */
  readonly program: string;
}

/** Envoy's administration interface. */
export const ENVOY: Interlocutor = {
  port: 15000,
  container: "istio-proxy",
  program: "pilot-agent",
};

/** istiod's metrics, which also answers debug requests from inside. */
export const ISTIOD: Interlocutor = {
  port: 15014,
  container: "discovery",
  program: "pilot-discovery",
};

/** Files in the folder of a proxy → paths of Envoy's administration interface. None changes Envoy. */
export const PROXY_FILES: ReadonlyMap<string, string> = new Map([
  ["config_dump.json", "/config_dump?include_eds"],
  ["clusters.json", "/clusters?format=json"],
  ["certs.json", "/certs"],
  ["server_info.json", "/server_info"],
  ["listeners.json", "/listeners?format=json"],
  ["stats.json", "/stats?format=json"],
  ["stats.prom", "/stats/prometheus"],
  ["memory.json", "/memory"],
]);

/** The log in the folder of a proxy. */
export const PROXY_LOG = "access.log";

/** Files in the folder of istiod → paths of istiod. */
export const ISTIOD_FILES: ReadonlyMap<string, string> = new Map([
  ["metrics.prom", "/metrics"],
  ["version.json", "/version"],
]);

/** The log in the folder of istiod. */
export const ISTIOD_LOG = "istiod.log";

/** Debug requests that only read; there are others that disconnect proxies. */
export const ISTIOD_DEBUG: readonly string[] = [
  "adsz",
  "authorizationz",
  "clusterz",
  "configz",
  "connections",
  "endpointShardz",
  "endpointz",
  "instancesz",
  "mesh",
  "networkz",
  "push_status",
  "registryz",
  "resourcesz",
  "syncz",
  "telemetryz",
];

/** The file in the folder `resources` that lists a kind. */
export function resourceFile({ group, plural }: Pick<Schema, "group" | "plural">): string {
  return `${group === "" ? plural : `${plural}.${group}`}.json`;
}

/** Those of them that each replica answers for the proxies that are connected to it; all else they share. */
export const ISTIOD_OWN: ReadonlySet<string> = new Set([
  "adsz",
  "connections",
  "push_status",
  "syncz",
  "telemetryz",
]);
