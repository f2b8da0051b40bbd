import type { Path } from "../../../core/mod.ts";
import type { Say } from "../say.ts";

const HTTP = new Set(["http", "http2", "grpc", "grpc-web", "http_proxy"]);
const TLS = new Set(["https", "tls"]);
const OTHER = new Set(["tcp", "udp", "mongo", "redis", "mysql", "hbone"]);

/** Whether a word names HTTP or what is built on it. */
export function isHttpProtocol(word: string | undefined): boolean {
  return HTTP.has((word ?? "").toLowerCase());
}

/** Whether a word names a protocol in TLS. */
export function isTlsProtocol(word: string | undefined): boolean {
  return TLS.has((word ?? "").toLowerCase());
}

/** Whether a word names a protocol at all. */
export function isKnownProtocol(word: string | undefined): boolean {
  return isHttpProtocol(word) || isTlsProtocol(word) || OTHER.has((word ?? "").toLowerCase());
}

/** Whether a word names plain TCP or what is built on it without HTTP or TLS. */
export function isTcpProtocol(word: string | undefined): boolean {
  return ["tcp", "https", "tls", "mongo", "redis", "mysql"].includes((word ?? "").toLowerCase());
}

/** Checks a protocol that may be left open. */
export function checkProtocol(word: string | undefined, at: Path, say: Say): void {
  if (word && !isKnownProtocol(word)) say(at, `unsupported protocol: ${word}`);
}
