/** The xDS types that a proxy subscribes to, by their short names. */
export type XdsType = "CDS" | "LDS" | "RDS" | "EDS" | "ECDS";

/** What istiod and a proxy agree on for one xDS type. */
export interface TypeSync {
  /** Nonce of the last push; `""` where nothing was sent. */
  readonly sent: string;
  /** Nonce of the last push that the proxy took. */
  readonly acked: string;
  /** When it was sent, in milliseconds since 1970; `NaN` where istiod does not say. */
  readonly sentMs: number;
  /** Why the proxy rejected the last push; `""` where it did not. */
  readonly rejection: string;
}

/** One proxy's line of istiod's `/debug/syncz`. */
export interface ProxySync {
  /** Pod name. */
  readonly pod: string;
  /** Namespace. */
  readonly namespace: string;
  /** Cluster as istiod names it. */
  readonly cluster: string;
  /** Version of the proxy. */
  readonly version: string;
  /** By xDS type; a type that the proxy does not use is absent. */
  readonly types: ReadonlyMap<XdsType, TypeSync>;
}

const TYPES: ReadonlyMap<string, XdsType> = new Map([
  ["envoy.config.cluster.v3.Cluster", "CDS"],
  ["envoy.config.listener.v3.Listener", "LDS"],
  ["envoy.config.route.v3.RouteConfiguration", "RDS"],
  ["envoy.config.endpoint.v3.ClusterLoadAssignment", "EDS"],
  ["envoy.config.core.v3.TypedExtensionConfig", "ECDS"],
]);

/** Fields of istiod before it listed resources by type URL. */
const OLD_FIELDS: readonly (readonly [string, XdsType])[] = [
  ["cluster", "CDS"],
  ["listener", "LDS"],
  ["route", "RDS"],
  ["endpoint", "EDS"],
  ["extensionconfig", "ECDS"],
];

interface RawSync {
  proxy?: string;
  cluster_id?: string;
  istio_version?: string;
  resources?: Record<
    string,
    { sent?: string; acked?: string; sentTime?: string; lastError?: string }
  >;
  [field: string]: unknown;
}

/** Reads the answer of `/debug/syncz`. Throws on text that is no JSON list. */
export function parseSyncz(text: string): ProxySync[] {
  return (JSON.parse(text) as RawSync[] | null ?? []).map((raw) => {
    const id = raw.proxy ?? "";
    const dot = id.lastIndexOf(".");
    return {
      pod: dot < 0 ? id : id.slice(0, dot),
      namespace: dot < 0 ? "" : id.slice(dot + 1),
      cluster: raw.cluster_id ?? "",
      version: raw.istio_version ?? "",
      types: typesOf(raw),
    };
  });
}

function typesOf(raw: RawSync): Map<XdsType, TypeSync> {
  const types = new Map<XdsType, TypeSync>();
  for (const [field, type] of OLD_FIELDS) {
    const [sent, acked] = [raw[`${field}_sent`], raw[`${field}_acked`]];
    if (typeof sent !== "string") continue;
    types.set(type, { sent, acked: String(acked ?? ""), sentMs: NaN, rejection: "" });
  }
  for (const [url, { sent, acked, sentTime, lastError }] of Object.entries(raw.resources ?? {})) {
    const type = TYPES.get(url.slice(url.lastIndexOf("/") + 1));
    if (!type) continue;
    types.set(type, {
      sent: sent ?? "",
      acked: acked ?? "",
      sentMs: Date.parse(sentTime ?? ""),
      rejection: lastError ?? "",
    });
  }
  return types;
}
