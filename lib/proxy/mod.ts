/** What an Envoy proxy really runs: config dumps, and how Envoy decides about a request. Pure. @module */
export * from "./certificate.ts";
export * from "./cluster_name.ts";
export { type Difference, differencesOf } from "./compare/differences.ts";
export * from "./compare/diff_dumps.ts";
export { formatDumpDiff } from "./compare/diff_text.ts";
export { proxyConfigDocument } from "./document/document.ts";
export type { ProxyConfigFilters, TableOptions } from "./table/filters.ts";
export { goJson } from "./document/go_json.ts";
export { goYaml } from "./document/go_yaml.ts";
export { envoyApi } from "./document/envoy_api.ts";
export type { EnvoyApi, Misfit } from "./document/proto_json.ts";
export * from "./proxy_config.ts";
export { type Redaction, redactSecrets } from "./document/redact.ts";
export * from "./source.ts";
export { formatTable, type TextTable } from "./table/text_table.ts";
export * from "./dump/config_dump.ts";
export { type DumpedSecret, secretsOf } from "./dump/secret.ts";
export type { DumpEntry, EntryState, Rejection } from "./dump/entry.ts";
export * from "./dump/parse.ts";
export { type Address, type CidrRange, formatAddress } from "./envoy/address.ts";
export type { CircuitBreakerThresholds, EnvoyCluster, OutlierDetection } from "./envoy/cluster.ts";
export type {
  ClusterLoadAssignment,
  LbEndpoint,
  Locality,
  LocalityLbEndpoints,
} from "./envoy/endpoint.ts";
export type {
  FaultAbort,
  FaultDelay,
  HttpFault,
  LocalRateLimit,
  TokenBucket,
} from "./envoy/filter/http_faults.ts";
export type { ExtAuthz, HttpFilter, HttpFilterOf } from "./envoy/filter/http_filter.ts";
export type {
  JwtAuthentication,
  JwtHeader,
  JwtProvider,
  JwtRequirement,
  JwtRule,
} from "./envoy/filter/jwt_authn.ts";
export type { FilterChain, FilterChainMatch, Listener, ListenerFilter } from "./envoy/listener.ts";
export type {
  HeaderMatcher,
  Int64Range,
  QueryParameterMatcher,
  RuntimeFraction,
  StringMatcher,
} from "./envoy/matchers.ts";
export type { FilterMetadata } from "./envoy/metadata.ts";
export type { MetadataMatcher, ValueMatcher } from "./envoy/metadata_matcher.ts";
export type {
  HttpConnectionManager,
  NetworkFilter,
  NetworkFilterOf,
  TcpProxy,
} from "./envoy/filter/network_filter.ts";
export type {
  Permission,
  Principal,
  RbacCondition,
  RbacFilter,
  RbacList,
  RbacNot,
  RbacPolicy,
  RbacRules,
} from "./envoy/filter/rbac.ts";
export type { JsonObject } from "./envoy/reader.ts";
export type {
  DirectResponseAction,
  RedirectAction,
  RegexRewrite,
  RequestMirrorPolicy,
  RetryPolicy,
  RouteAction,
  UpgradeConfig,
  WeightedCluster,
} from "./envoy/route/route_action.ts";
export type {
  Route,
  RouteConfiguration,
  RouteOutcome,
  VirtualHost,
} from "./envoy/route/route_config.ts";
export type { RouteMatch, TlsContextMatch } from "./envoy/route/route_match.ts";
export {
  type TlsContext,
  tlsContextOf,
  type TransportSocket,
  type TransportSocketMatch,
} from "./envoy/transport_socket.ts";
export type { TypedConfig } from "./envoy/typed_config.ts";
export * from "./origin.ts";
export * from "./request/connection.ts";
export * from "./request/endpoints.ts";
export * from "./request/http_request.ts";
export * from "./request/match_filter_chain.ts";
export * from "./request/match_header.ts";
export * from "./request/match_listener.ts";
export * from "./request/match_metadata.ts";
export * from "./request/match_path.ts";
export * from "./request/match_route.ts";
export * from "./request/match_string.ts";
export * from "./request/match_tree.ts";
export * from "./request/match_virtual_host.ts";
export * from "./request/per_route.ts";
export * from "./status/observe.ts";
export * from "./status/proxy_status.ts";
export type { Rejections } from "./status/rejections.ts";
export { formatProxyStatus } from "./status/status_text.ts";
