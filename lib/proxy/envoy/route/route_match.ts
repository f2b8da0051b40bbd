import {
  type HeaderMatcher,
  headerMatcher,
  type QueryParameterMatcher,
  queryParameterMatcher,
  regex,
  type RuntimeFraction,
  runtimeFraction,
} from "../matchers.ts";
import { type MetadataMatcher, metadataMatcher } from "../metadata_matcher.ts";
import {
  embedded,
  field,
  from,
  list,
  message,
  object,
  optionalFlag,
  optionalText,
  type Reader,
} from "../reader.ts";
import { typedConfig } from "../typed_config.ts";

/** Which requests a route takes; one way of matching the path is set, all others are further conditions. */
export interface RouteMatch {
  /** Beginning of the path. */
  readonly prefix: string | undefined;
  /** The whole path. */
  readonly path: string | undefined;
  /** Beginning of the path that ends at a `/` or at its end. */
  readonly pathSeparatedPrefix: string | undefined;
  /** An RE2 expression for the whole path. */
  readonly safeRegex: string | undefined;
  /** A template such as `/users/{id}/**`. */
  readonly pathTemplate: string | undefined;
  /** Whether only CONNECT requests are taken. */
  readonly connectMatcher: boolean;
  /** Whether upper and lower case differ in the path. */
  readonly caseSensitive: boolean;
  /** Conditions on headers; all must hold. */
  readonly headers: readonly HeaderMatcher[];
  /** Conditions on query parameters; all must hold. */
  readonly queryParameters: readonly QueryParameterMatcher[];
  /** Whether only gRPC requests are taken. */
  readonly grpc: boolean;
  /** Share of requests that are taken. */
  readonly runtimeFraction: RuntimeFraction | undefined;
  /** Conditions on the caller's certificate. */
  readonly tlsContext: TlsContextMatch | undefined;
  /** Conditions on metadata that filters set: Istio's matches on claims of a token. */
  readonly dynamicMetadata: readonly MetadataMatcher[];
}

/** A condition on the caller's certificate. */
export interface TlsContextMatch {
  /** Whether there must be one, or must not. */
  readonly presented: boolean | undefined;
  /** Whether it must have been validated. */
  readonly validated: boolean | undefined;
}

const tlsContext: Reader<TlsContextMatch | undefined> = message({
  presented: optionalFlag,
  validated: optionalFlag,
});

/** Reads a `config.route.v3.RouteMatch`; a missing one matches by no path at all. */
export const routeMatch: Reader<RouteMatch> = embedded({
  prefix: optionalText,
  path: optionalText,
  pathSeparatedPrefix: optionalText,
  safeRegex: regex,
  pathTemplate: from("path_match_policy", pathTemplate),
  connectMatcher: (value) => object(value) !== undefined,
  caseSensitive: (value) => optionalFlag(value) ?? true,
  headers: list(headerMatcher),
  queryParameters: list(queryParameterMatcher),
  grpc: (value) => object(value) !== undefined,
  runtimeFraction,
  tlsContext,
  dynamicMetadata: list(metadataMatcher),
});

function pathTemplate(value: unknown): string | undefined {
  const config = typedConfig(field(value, "typed_config"))?.value;
  return optionalText(field(config, "path_template"));
}
