/** A gateway through which istiod sends requests into another network, from `/debug/networkz`. */
export interface NetworkGateway {
  /** Network behind it. */
  readonly network: string;
  /** Cluster in which it runs; `""` where `meshNetworks` gives its address. */
  readonly cluster: string;
  /** IP address, or a name that istiod did not resolve. */
  readonly address: string;
  /** Port that takes mTLS and passes it on by server name; 0 where it takes HBONE only. */
  readonly port: number;
}

/** Reads the answer of `/debug/networkz`. Throws on text that is no JSON list. */
export function parseNetworkz(text: string): NetworkGateway[] {
  const raw = JSON.parse(text) as
    | { Network?: string; Cluster?: string; Addr?: string; Port?: number }[]
    | null;
  return (raw ?? []).map(({ Network, Cluster, Addr, Port }) => ({
    network: Network ?? "",
    cluster: Cluster ?? "",
    address: Addr ?? "",
    port: Port ?? 0,
  }));
}

/** An endpoint as istiod has it, whichever proxies get it. */
export interface RegisteredEndpoint {
  /** Cluster that it was read from. */
  readonly cluster: string;
  /** Network that it is in; `""` where nobody named one. */
  readonly network: string;
  /** Its addresses; none where only a gateway leads to it. */
  readonly addresses: readonly string[];
  /** Name of the Service's port that it belongs to. */
  readonly portName: string;
  /** `istio` where it takes mTLS. */
  readonly tlsMode: string;
}

interface RawEndpoint {
  readonly Addresses?: readonly string[];
  readonly Address?: string;
  readonly ServicePortName?: string;
  readonly Network?: string;
  readonly TLSMode?: string;
  readonly Locality?: { readonly ClusterID?: string };
}

type RawShards = Readonly<Record<string, readonly RawEndpoint[] | null>>;

/**
 * Reads the answer of `/debug/endpointz` or `/debug/endpointShardz`: the endpoints by host, each shard of
 * which one cluster fills. Throws on text that is no JSON map.
 */
export function parseEndpointShards(
  text: string,
): ReadonlyMap<string, readonly RegisteredEndpoint[]> {
  const raw = JSON.parse(text) as Readonly<
    Record<string, Readonly<Record<string, { readonly Shards?: RawShards }>>>
  >;
  return new Map(
    Object.entries(raw).map(([host, namespaces]) => [
      host,
      Object.values(namespaces).flatMap(({ Shards = {} }) =>
        Object.entries(Shards).flatMap(([shard, endpoints]) =>
          (endpoints ?? []).map((endpoint) => registered(endpoint, shard))
        )
      ),
    ]),
  );
}

/** Shards are named `PROVIDER/CLUSTER`. */
function registered(endpoint: RawEndpoint, shard: string): RegisteredEndpoint {
  const { Addresses, Address, ServicePortName, Network, TLSMode, Locality } = endpoint;
  return {
    cluster: Locality?.ClusterID ?? shard.slice(shard.indexOf("/") + 1),
    network: Network ?? "",
    addresses: Addresses ?? (Address ? [Address] : []),
    portName: ServicePortName ?? "",
    tlsMode: TLSMode ?? "",
  };
}
