import {
  field,
  type JsonObject,
  list,
  message,
  object,
  optionalText,
  type Reader,
  text,
} from "./reader.ts";
import { type StringMatcher, stringMatcher } from "./matchers.ts";
import { type TypedConfig, typedConfig } from "./typed_config.ts";

/** How bytes travel: in plain text or in TLS. */
export interface TransportSocket {
  /** Name of the extension, such as `envoy.transport_sockets.tls`. */
  readonly name: string;
  /** Its settings. */
  readonly typedConfig: TypedConfig | undefined;
}

/** A transport socket for the endpoints whose metadata fit. */
export interface TransportSocketMatch {
  /** Name, such as `tlsMode-istio`. */
  readonly name: string;
  /** What the endpoint's `envoy.transport_socket_match` metadata must hold; empty fits all. */
  readonly match: JsonObject;
  /** The socket. */
  readonly transportSocket: TransportSocket | undefined;
}

/** TLS as the caller or as the server speaks it. */
export interface TlsContext {
  /** Which side it is for. */
  readonly side: "upstream" | "downstream";
  /** Server name that the caller sends. */
  readonly sni: string;
  /** Protocols offered, the preferred one first. */
  readonly alpnProtocols: readonly string[];
  /** Names of the secrets with the own certificate. */
  readonly certificateSecrets: readonly string[];
  /** Name of the secret with the trusted roots. */
  readonly validationSecret: string | undefined;
  /** File with the trusted roots. */
  readonly trustedCaFile: string | undefined;
  /** Names of which the peer's certificate must carry one; empty asks none. */
  readonly subjectAltNames: readonly StringMatcher[];
  /** Whether the server asks for the caller's certificate. */
  readonly requireClientCertificate: boolean;
  /** Oldest version allowed, such as `TLSv1_2`. */
  readonly minimumProtocolVersion: string;
}

/** Reads a `config.core.v3.TransportSocket`. */
export const transportSocket: Reader<TransportSocket | undefined> = message({
  name: text,
  typedConfig,
});

/** Reads a `Cluster.TransportSocketMatch`. */
export const transportSocketMatch: Reader<TransportSocketMatch | undefined> = message({
  name: text,
  match: (value) => object(value) ?? {},
  transportSocket,
});

/** The TLS settings of a socket, or `undefined` where it speaks plain text or something else. */
export function tlsContextOf(socket: TransportSocket | undefined): TlsContext | undefined {
  const config = socket?.typedConfig;
  if (config === undefined) return undefined;
  const side = config.type.endsWith(".UpstreamTlsContext")
    ? "upstream"
    : config.type.endsWith(".DownstreamTlsContext")
    ? "downstream"
    : undefined;
  if (side === undefined) return undefined;
  const common = field(config.value, "common_tls_context");
  const combined = field(common, "combined_validation_context");
  const validation = field(combined, "default_validation_context") ??
    field(common, "validation_context");
  const secret = "validation_context_sds_secret_config";
  return {
    side,
    sni: text(field(config.value, "sni")),
    alpnProtocols: list(optionalText)(field(common, "alpn_protocols")),
    certificateSecrets: list((each) => optionalText(field(each, "name")))(
      field(common, "tls_certificate_sds_secret_configs"),
    ),
    validationSecret: optionalText(field(field(combined, secret) ?? field(common, secret), "name")),
    trustedCaFile: optionalText(field(field(validation, "trusted_ca"), "filename")),
    subjectAltNames: [
      ...list(stringMatcher)(field(validation, "match_subject_alt_names")),
      ...list((each) => stringMatcher(field(each, "matcher")))(
        field(validation, "match_typed_subject_alt_names"),
      ),
    ],
    requireClientCertificate: field(config.value, "require_client_certificate") === true,
    minimumProtocolVersion: text(
      field(field(common, "tls_params"), "tls_minimum_protocol_version"),
    ),
  };
}
