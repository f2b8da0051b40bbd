/** What there is against what is needed, where performance was asked about. */
export interface CapacitySummary {
  /** What containers use and may use, as far as somebody measured it; the fullest first. */
  readonly containers: readonly ContainerSummary[];
  /** Limits of connections and requests, against what the traffic that was seen needs. */
  readonly pools: readonly PoolSummary[];
  /** How fast istiod spreads changes; absent where nothing was read. */
  readonly controlPlane?: ControlPlaneSummary;
}

/** What one container uses and may use. */
export interface ContainerSummary {
  /** `namespace/pod`. */
  readonly pod: string;
  /** Name of the container. */
  readonly container: string;
  /** Cores that it uses. */
  readonly cpu?: number;
  /** Cores that it may use; absent where there is no limit. */
  readonly cpuLimit?: number;
  /** Bytes that it uses. */
  readonly memory?: number;
  /** Bytes that it may use; absent where there is no limit. */
  readonly memoryLimit?: number;
  /** Share of the scheduler's periods in which it was held back, from 0 to 1. */
  readonly throttled?: number;
}

/** One limit of one caller's proxy, or of a server's. */
export interface PoolSummary {
  /** Who is limited: `sleep.client → reviews.shop.svc.cluster.local:9080`, or `shop/reviews-1` for a server. */
  readonly at: string;
  /** What is limited. */
  readonly limit: "maxConnections" | "maxRequests" | "maxPendingRequests";
  /** How many there may be, for each proxy. */
  readonly allowed: number;
  /** Most requests that were under way at the same time at one proxy. */
  readonly peak: number;
  /** How many the traffic needs. */
  readonly needed: number;
  /** Requests that were refused because of it. */
  readonly refused: number;
}

/** How fast istiod spreads changes, over its life or over the time that Prometheus was asked for. */
export interface ControlPlaneSummary {
  /** From a change until the proxies have it: ninety-nine of a hundred took no longer, in milliseconds. */
  readonly convergenceP99Ms?: number;
  /** How long proxies wait in the queue for a push, in milliseconds. */
  readonly queueP99Ms?: number;
  /** How long making and sending a push takes, in milliseconds. */
  readonly pushP99Ms?: number;
  /** Pushes by type, since istiod started. */
  readonly pushes: Readonly<Record<string, number>>;
  /** Configurations that proxies rejected, since istiod started. */
  readonly rejects: number;
  /** Proxies that are connected. */
  readonly proxies?: number;
  /** Where convergence was read. */
  readonly from: "istiod" | "prometheus";
}
