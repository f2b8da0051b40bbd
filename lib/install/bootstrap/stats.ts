import type { StatsOptions } from "./bootstrap_options.ts";
import type { JsonMap } from "./merge.ts";

/** Tags that Envoy takes out of the names of its statistics; a name ends at a semicolon. */
const TAGS: Readonly<Record<string, string>> = {
  cluster_name: "^cluster(\\.(.+);)",
  http_conn_manager_prefix:
    "^http\\.(((?:[_.[:digit:]\\w]*|[_\\[\\]aAbBcCdDeEfF[:digit:]\\w\\:]*));\\.)",
  tcp_prefix: "^tcp\\.((.*?)\\.)\\w+?$",
  response_code: "_rq(_(\\d{3}))$",
  response_code_class: "_rq(_(\\dxx))$",
  http_conn_manager_listener_prefix:
    "^listener(?=\\.).*?\\.http\\.(((?:[_.[:digit:]]*|[_\\[\\]aAbBcCdDeEfF[:digit:]]*))\\.)",
  listener_address: "^listener\\.(((?:[_.[:digit:]]*|[_\\[\\]aAbBcCdDeEfF[:digit:]]*))\\.)",
  mongo_prefix: "^mongo\\.(.+?)\\.(collection|cmd|cx_|op_|delays_|decoding_)(.*?)$",
  authz_enforce_result: "rbac(\\.(allowed|denied))",
  authz_dry_run_action: "(\\.istio_dry_run_(allow|deny)_)",
  authz_dry_run_result: "(\\.shadow_(allowed|denied))",
};

/** Statistics that Istio's dashboards and alerts read; all others cost memory and are left out. */
const INCLUDED = {
  prefixes: [
    ...["reporter=", "cluster_manager", "listener_manager", "server"],
    ...["cluster.xds-grpc", "wasm", "component", "istio"],
  ],
  suffixes: ["rbac.allowed", "rbac.denied", "shadow_allowed", "shadow_denied"],
  regexps: ["vhost\\..*\\.route\\..*"],
};

/** Which statistics are kept, and how their names become tags. */
export function statsConfigOf(stats: StatsOptions): JsonMap {
  const tags = Object.entries(TAGS).map(([tag_name, regex]) => ({ tag_name, regex }));
  const extra = (stats.extraTags ?? []).map((tag_name) => ({
    tag_name,
    regex: `(${escaped(tag_name)}\\.=\\.(.*?);\\.)`,
  }));
  return {
    use_all_default_tags: false,
    stats_tags: [...tags, ...extra],
    stats_matcher: { inclusion_list: { patterns: patternsOf(stats) } },
    ...stats.histogramBuckets && { histogram_bucket_settings: bucketsOf(stats.histogramBuckets) },
  };
}

function patternsOf(stats: StatsOptions): JsonMap[] {
  const { prefixes, suffixes, regexps } = INCLUDED;
  return [
    ...[...prefixes, ...stats.inclusionPrefixes ?? []].map((prefix) => ({ prefix })),
    ...[...suffixes, ...stats.inclusionSuffixes ?? []].map((suffix) => ({ suffix })),
    ...[...regexps, ...stats.inclusionRegexps ?? []].map((regex) => ({ safe_regex: { regex } })),
  ];
}

function bucketsOf(buckets: NonNullable<StatsOptions["histogramBuckets"]>): JsonMap[] {
  return Object.entries(buckets).map(([prefix, bounds]) => ({
    match: { prefix },
    buckets: bounds.toSorted((a, b) => a - b),
  }));
}

/** Where statistics are sent to. */
export function statsSinksOf({ statsd }: StatsOptions): JsonMap[] {
  const [, address, port] = /^\[?(.+?)\]?:(\d+)$/.exec(statsd ?? "") ?? [];
  if (address === undefined) return [];
  return [{
    name: "envoy.stat_sinks.statsd",
    typed_config: {
      "@type": "type.googleapis.com/envoy.config.metrics.v3.StatsdSink",
      address: { socket_address: { protocol: "UDP", address, port_value: Number(port) } },
    },
  }];
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
