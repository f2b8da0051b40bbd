import { compare, type Gap, type Level } from "../../core/mod.ts";
import type { ProxySync, TypeSync, XdsType } from "../../evidence/mod.ts";
import type { DumpDiff } from "../compare/diff_dumps.ts";
import type { Rejections } from "./rejections.ts";

/**
 * Whether a proxy runs what istiod has: `SYNCED`, `STALE` (sent, not yet taken), `NOT SENT`, `REJECTED`, or
 * `IGNORED` for a type to which it does not subscribe.
 */
export type SyncState = "SYNCED" | "STALE" | "NOT SENT" | "REJECTED" | "IGNORED";

/** The state of one proxy for one kind of configuration. */
export interface XdsTypeStatus {
  /** The kind. */
  readonly type: XdsType;
  /** The state. */
  readonly state: SyncState;
  /** Time since the last push, in milliseconds; absent where istiod does not say. */
  readonly ageMs?: number;
  /** Envoy's own words, where it rejected the last push. */
  readonly rejection?: string;
}

/** The state of one proxy. */
export interface ProxyStatus {
  /** Pod. */
  readonly pod: string;
  /** Namespace. */
  readonly namespace: string;
  /** Cluster as istiod names it. */
  readonly cluster: string;
  /** Version of the proxy; `""` where it is not known. */
  readonly version: string;
  /** Whether istiod has a connection to it; absent where istiod could not be asked. */
  readonly isConnected?: boolean;
  /** Whether its minor version differs from istiod's. */
  readonly isSkewed: boolean;
  /**
   * By kind of configuration, in the order CDS, LDS, EDS, RDS, ECDS; of a proxy that istiod does not know
   * only what it rejected itself.
   */
  readonly types: readonly XdsTypeStatus[];
}

/** The answer of `proxy-status`. Its shape is a contract with scripts. */
export interface ProxyStatusReport {
  /** Always `"ProxyStatusReport"`. */
  readonly kind: "ProxyStatusReport";
  /** Version of this shape. */
  readonly version: 1;
  /** When the mesh was seen, as an RFC 3339 time. */
  readonly timestamp: string;
  /** Version of istiod; `""` where it is not known. */
  readonly controlPlaneVersion: string;
  /** By namespace and pod. */
  readonly proxies: readonly ProxyStatus[];
  /** Where only one proxy was asked about: how what it runs differs from what istiod has for it. */
  readonly difference?: DumpDiff;
  /** What could not be read. */
  readonly gaps: readonly Gap[];
}

/** What the state of all proxies is judged by. */
export interface ProxyStatusInput {
  /** What istiod says; absent where it could not be asked. */
  readonly syncs?: readonly ProxySync[] | undefined;
  /** What the proxies themselves say they rejected, by `namespace/pod`; may lack any of them. */
  readonly rejections: ReadonlyMap<string, Rejections>;
  /** The pods that run a proxy, as `namespace/pod`; one that istiod does not know is missing. */
  readonly pods: readonly string[];
  /** Version of istiod; `""` where it is not known. */
  readonly controlPlaneVersion: string;
  /** What could not be read. */
  readonly gaps: readonly Gap[];
  /** When the mesh was seen. */
  readonly now: Date;
}

const TYPES: readonly XdsType[] = ["CDS", "LDS", "EDS", "RDS", "ECDS"];

/** The sync state of every proxy, for every kind of configuration. */
export function proxyStatus(input: ProxyStatusInput): ProxyStatusReport {
  const { syncs, pods, controlPlaneVersion, gaps, now } = input;
  const running = new Set(pods);
  // Debugging clients of istiod subscribe to nothing.
  const proxied = (syncs ?? []).filter((sync) => sync.types.size > 0 || running.has(pathOf(sync)));
  const known = new Set(proxied.map(pathOf));
  const proxies = [
    ...proxied.map((sync) => statusOf(sync, input)),
    ...pods.filter((pod) => !known.has(pod)).map((pod) => unknownTo(pod, input)),
  ];
  return {
    kind: "ProxyStatusReport",
    version: 1,
    timestamp: now.toISOString(),
    controlPlaneVersion,
    proxies: proxies.sort((a, b) =>
      compare(a.cluster, b.cluster) || compare(a.namespace, b.namespace) || compare(a.pod, b.pod)
    ),
    gaps,
  };
}

function pathOf({ namespace, pod }: ProxySync): string {
  return `${namespace}/${pod}`;
}

function statusOf(
  sync: ProxySync,
  { rejections, controlPlaneVersion, now }: ProxyStatusInput,
): ProxyStatus {
  const { pod, namespace, cluster, version, types } = sync;
  const rejected = rejections.get(pathOf(sync));
  return {
    pod,
    namespace,
    cluster,
    version,
    isConnected: true,
    isSkewed: isSkewed(version, controlPlaneVersion),
    types: TYPES.map((type) => typeStatus(type, types.get(type), rejected, now)),
  };
}

/** A proxy that runs, and of which istiod says nothing. */
function unknownTo(path: string, { syncs, rejections }: ProxyStatusInput): ProxyStatus {
  const [namespace = "", pod = ""] = path.split("/");
  const rejected = [...rejections.get(path) ?? []];
  return {
    pod,
    namespace,
    cluster: "",
    version: "",
    ...(syncs !== undefined && { isConnected: false }),
    isSkewed: false,
    types: rejected.map(([type, rejection]) => ({ type, state: "REJECTED", rejection })),
  };
}

function typeStatus(
  type: XdsType,
  sync: TypeSync | undefined,
  rejected: Rejections | undefined,
  now: Date,
): XdsTypeStatus {
  if (sync === undefined) return { type, state: "IGNORED" };
  const age = now.getTime() - sync.sentMs;
  const timed = Number.isNaN(age) ? {} : { ageMs: Math.max(0, age) };
  const rejection = sync.rejection || rejected?.get(type);
  if (rejection) return { type, state: "REJECTED", ...timed, rejection };
  if (sync.sent === "") return { type, state: "NOT SENT" };
  return { type, state: sync.sent === sync.acked ? "SYNCED" : "STALE", ...timed };
}

/** Versions are `1.32.0`, `1.32-alpha.…`; what begins otherwise tells nothing. */
function isSkewed(version: string, controlPlaneVersion: string): boolean {
  const [own, other] = [version, controlPlaneVersion].map((text) => /^\d+\.\d+/.exec(text)?.[0]);
  return own !== undefined && other !== undefined && own !== other;
}

/**
 * How bad the state of a proxy is: a rejected push is an error, a stale or missing proxy and another
 * minor version than istiod's are warnings; `undefined` where all is well.
 */
export function levelOf(proxy: ProxyStatus): Level | undefined {
  if (proxy.types.some(({ state }) => state === "REJECTED")) return "error";
  const isBehind = proxy.types.some(({ state }) => state === "STALE");
  return isBehind || proxy.isSkewed || proxy.isConnected === false ? "warning" : undefined;
}
