import { isRecord } from "../../core/mod.ts";
import { type EnvoyCluster, envoyCluster } from "../envoy/cluster.ts";
import { type ClusterLoadAssignment, clusterLoadAssignment } from "../envoy/endpoint.ts";
import { type Listener, listener } from "../envoy/listener.ts";
import { field, type JsonObject } from "../envoy/reader.ts";
import { type RouteConfiguration, routeConfiguration } from "../envoy/route/route_config.ts";
import { formatAddress } from "../envoy/address.ts";
import { type DumpEntry, entriesOf, type Places } from "./entry.ts";

/** The parts of a config dump, by the name of their message in `envoy.admin.v3`. */
export type SectionName =
  | "BootstrapConfigDump"
  | "ClustersConfigDump"
  | "EcdsConfigDump"
  | "EndpointsConfigDump"
  | "ListenersConfigDump"
  | "RoutesConfigDump"
  | "ScopedRoutesConfigDump"
  | "SecretsConfigDump";

const CLUSTERS: Places = {
  static_clusters: { state: "static", of: ["cluster"] },
  dynamic_active_clusters: { state: "active", of: ["cluster"] },
  dynamic_warming_clusters: { state: "warming", of: ["cluster"] },
};

const LISTENERS: Places = {
  static_listeners: { state: "static", of: ["listener"] },
  dynamic_listeners: [
    { state: "active", of: ["active_state", "listener"] },
    { state: "warming", of: ["warming_state", "listener"] },
    { state: "draining", of: ["draining_state", "listener"] },
  ],
};

const ROUTES: Places = {
  static_route_configs: { state: "static", of: ["route_config"] },
  dynamic_route_configs: { state: "active", of: ["route_config"] },
};

const ENDPOINTS: Places = {
  static_endpoint_configs: { state: "static", of: ["endpoint_config"] },
  dynamic_endpoint_configs: { state: "active", of: ["endpoint_config"] },
};

/**
 * What one Envoy runs, as its admin interface prints it under `/config_dump`. Parts are read when they
 * are asked for, so that a large dump costs no more than what is looked at.
 */
export class ConfigDump {
  readonly #sections: ReadonlyMap<string, JsonObject>;
  #clusters: readonly DumpEntry<EnvoyCluster>[] | undefined;
  #listeners: readonly DumpEntry<Listener>[] | undefined;
  #routes: readonly DumpEntry<RouteConfiguration>[] | undefined;
  #endpoints: readonly DumpEntry<ClusterLoadAssignment>[] | undefined;
  #clusterByName: ReadonlyMap<string, EnvoyCluster> | undefined;
  #routeByName: ReadonlyMap<string, RouteConfiguration> | undefined;
  #listenerByName: ReadonlyMap<string, Listener> | undefined;
  #listenerByAddress: ReadonlyMap<string, Listener> | undefined;
  #assignmentByName: ReadonlyMap<string, ClusterLoadAssignment> | undefined;

  /** Makes a dump of the parsed document. What is not of the expected form counts as absent. */
  constructor(document: unknown) {
    const sections = new Map<string, JsonObject>();
    const configs = field(document, "configs");
    for (const config of Array.isArray(configs) ? configs : []) {
      const type = isRecord(config) ? config["@type"] : undefined;
      if (!isRecord(config) || typeof type !== "string") continue;
      const name = type.slice(type.lastIndexOf(".") + 1);
      const earlier = sections.get(name);
      sections.set(name, earlier === undefined ? config : joined(earlier, config));
    }
    this.#sections = sections;
  }

  /** A part of the dump as it is; `undefined` where the dump does not have it. */
  section(name: SectionName): JsonObject | undefined {
    return this.#sections.get(name);
  }

  /** The settings with which Envoy was started. */
  get bootstrap(): JsonObject | undefined {
    const bootstrap = field(this.section("BootstrapConfigDump"), "bootstrap");
    return isRecord(bootstrap) ? bootstrap : undefined;
  }

  /** The clusters: static, active and warming. */
  get clusters(): readonly DumpEntry<EnvoyCluster>[] {
    return this.#clusters ??= entriesOf(
      this.section("ClustersConfigDump"),
      CLUSTERS,
      envoyCluster,
    );
  }

  /** The listeners: static, active, warming and draining, and those that were rejected. */
  get listeners(): readonly DumpEntry<Listener>[] {
    return this.#listeners ??= entriesOf(this.section("ListenersConfigDump"), LISTENERS, listener);
  }

  /** The route configurations: inline ones as static, those found by name as active. */
  get routes(): readonly DumpEntry<RouteConfiguration>[] {
    return this.#routes ??= entriesOf(this.section("RoutesConfigDump"), ROUTES, routeConfiguration);
  }

  /** The endpoints, which are there only when the dump was taken with `include_eds`. */
  get endpoints(): readonly DumpEntry<ClusterLoadAssignment>[] {
    return this.#endpoints ??= entriesOf(
      this.section("EndpointsConfigDump"),
      ENDPOINTS,
      clusterLoadAssignment,
    );
  }

  /** The cluster of this name that is in use. */
  cluster(name: string): EnvoyCluster | undefined {
    this.#clusterByName ??= indexInUse(this.clusters, ({ name }) => [name]);
    return this.#clusterByName.get(name);
  }

  /** The route configuration that listeners find by this name. */
  routeConfiguration(name: string): RouteConfiguration | undefined {
    this.#routeByName ??= indexInUse(
      this.routes.filter(({ state }) => state === "active"),
      ({ name }) => [name],
    );
    return this.#routeByName.get(name);
  }

  /** The listener of this name that is in use. */
  listener(name: string): Listener | undefined {
    this.#listenerByName ??= indexInUse(this.listeners, ({ name }) => [name]);
    return this.#listenerByName.get(name);
  }

  /** The listener in use on `host:port`, such as `0.0.0.0:9080` or `[::]:80`. */
  listenerAt(address: string): Listener | undefined {
    this.#listenerByAddress ??= indexInUse(
      this.listeners,
      (listener) => [listener.address, ...listener.additionalAddresses].map(formatAddress),
    );
    return this.#listenerByAddress.get(address);
  }

  /** The endpoints that were discovered, or stand in the dump, under this name. */
  loadAssignment(name: string): ClusterLoadAssignment | undefined {
    this.#assignmentByName ??= indexInUse(this.endpoints, ({ clusterName }) => [clusterName]);
    return this.#assignmentByName.get(name);
  }
}

/** Envoy prints one section of extension configurations per kind of filter. */
function joined(a: JsonObject, b: JsonObject): JsonObject {
  const lists = Object.entries(b).filter(([, value]) => Array.isArray(value));
  return {
    ...b,
    ...a,
    ...Object.fromEntries(lists.map(([name, value]) => {
      const earlier = a[name];
      return [name, Array.isArray(earlier) ? earlier.concat(value) : value];
    })),
  };
}

/** Warming and draining entries take no new requests. The first of a name wins, as in Envoy. */
function indexInUse<T>(
  entries: readonly DumpEntry<T>[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, T> {
  const index = new Map<string, T>();
  for (const { state, item } of entries) {
    if (item === undefined || (state !== "static" && state !== "active")) continue;
    for (const key of keysOf(item)) {
      if (key !== "" && !index.has(key)) index.set(key, item);
    }
  }
  return index;
}
