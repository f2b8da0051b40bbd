import { isRecord } from "../../../core/mod.ts";
import { type HttpFault, httpFault, type LocalRateLimit, localRateLimit } from "./http_faults.ts";
import { type JwtAuthentication, jwtAuthentication } from "./jwt_authn.ts";
import { type RbacFilter, rbacFilter } from "./rbac.ts";
import { field, flag, type JsonObject, text } from "../reader.ts";
import { typedConfig } from "../typed_config.ts";

/** One filter of the HTTP chain. */
export type HttpFilter =
  | HttpFilterOf<"rbac", RbacFilter>
  | HttpFilterOf<"jwt_authn", JwtAuthentication>
  | HttpFilterOf<"fault", HttpFault>
  | HttpFilterOf<"local_ratelimit", LocalRateLimit>
  | HttpFilterOf<"ext_authz", ExtAuthz>
  | HttpFilterOf<"ratelimit" | "lua" | "wasm" | "cors" | "router" | "other", JsonObject>;

/** A filter of one kind. */
export interface HttpFilterOf<Kind extends string, Config> {
  /** What it is. */
  readonly kind: Kind;
  /** Name in the chain; routes override its settings under this name. */
  readonly name: string;
  /** Full name of the settings' type; `""` where they come from extension discovery. */
  readonly type: string;
  /** Whether it is off unless a route switches it on. */
  readonly isDisabled: boolean;
  /** Its settings. */
  readonly config: Config;
}

/** A filter that asks another service whether a request may pass. */
export interface ExtAuthz {
  /** The cluster of the service. */
  readonly envoyCluster: string;
  /** Address of an HTTP service; `undefined` where it speaks gRPC. */
  readonly uri: string | undefined;
  /** Whether requests pass when the service cannot be asked. */
  readonly failureModeAllow: boolean;
  /** Key of the metadata that must be set for the service to be asked: a CUSTOM policy matched. */
  readonly enabledByPrefix: string | undefined;
}

const HTTP = "envoy.extensions.filters.http.";

const UNREAD: ReadonlyMap<string, "ratelimit" | "lua" | "wasm" | "cors" | "router"> = new Map([
  ["ratelimit.v3.RateLimit", "ratelimit"],
  ["lua.v3.Lua", "lua"],
  ["wasm.v3.Wasm", "wasm"],
  ["cors.v3.Cors", "cors"],
  ["router.v3.Router", "router"],
]);

/** Reads one filter of an HTTP chain. */
export function httpFilter(value: unknown): HttpFilter | undefined {
  if (!isRecord(value)) return undefined;
  const typed = typedConfig(field(value, "typed_config"));
  const settings = typed?.value ?? {};
  const head = {
    name: text(value["name"]),
    type: typed?.type ?? "",
    isDisabled: flag(value["disabled"]),
  };
  const type = head.type.startsWith(HTTP) ? head.type.slice(HTTP.length) : head.type;
  switch (type) {
    case "rbac.v3.RBAC":
      return { ...head, kind: "rbac", config: rbacFilter(settings) };
    case "jwt_authn.v3.JwtAuthentication":
      return { ...head, kind: "jwt_authn", config: jwtAuthentication(settings) };
    case "fault.v3.HTTPFault":
      return { ...head, kind: "fault", config: httpFault(settings) };
    case "local_ratelimit.v3.LocalRateLimit":
      return { ...head, kind: "local_ratelimit", config: localRateLimit(settings) };
    case "ext_authz.v3.ExtAuthz":
      return { ...head, kind: "ext_authz", config: extAuthz(settings) };
    default:
      return { ...head, kind: UNREAD.get(type) ?? "other", config: settings };
  }
}

function extAuthz(settings: JsonObject): ExtAuthz {
  const grpc = field(field(settings, "grpc_service"), "envoy_grpc");
  const http = field(field(settings, "http_service"), "server_uri");
  const uri = field(http, "uri");
  const enabled = field(settings, "filter_enabled_metadata");
  const path = field(enabled, "path");
  const key = Array.isArray(path) ? field(path[0], "key") : undefined;
  return {
    envoyCluster: text(field(grpc, "cluster_name") ?? field(http, "cluster")),
    uri: typeof uri === "string" ? uri : undefined,
    failureModeAllow: flag(field(settings, "failure_mode_allow")),
    enabledByPrefix: typeof key === "string" ? key : undefined,
  };
}
