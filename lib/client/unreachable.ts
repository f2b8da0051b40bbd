import { Failure } from "../core/mod.ts";
import { NoCredential } from "./credentials/credential.ts";
import type { ContextInfo } from "./login.ts";

/** An error of the network, as far as it says what went wrong. */
interface NetworkError {
  readonly code: string;
  readonly message: string;
}

/** Errors of a connection that may work when it is tried again. */
const PASSING = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "UND_ERR_SOCKET",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_DESTROYED",
]);

const REASONS: ReadonlyMap<string, string> = new Map([
  ["ECONNREFUSED", "the connection is refused"],
  ["ECONNRESET", "the connection is closed before an answer"],
  ["UND_ERR_SOCKET", "the connection is closed before an answer"],
  ["EHOSTUNREACH", "there is no way to this host"],
  ["ENETUNREACH", "there is no way to this network"],
  ["ETIMEDOUT", "the connection is not answered in time"],
  ["UND_ERR_CONNECT_TIMEOUT", "the connection is not answered in time"],
  ["UND_ERR_HEADERS_TIMEOUT", "the request is not answered in time"],
  ["UND_ERR_BODY_TIMEOUT", "the answer stops half-way"],
  ["ENOTFOUND", "its name is not known (DNS)"],
  ["EAI_AGAIN", "its name cannot be looked up now (DNS)"],
  ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "it does not speak TLS, or refuses this client"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "it does not speak TLS"],
]);

const DISTRUST: ReadonlyMap<string, string> = new Map([
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "no known certificate authority signed its certificate"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "no known certificate authority signed its certificate"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "its certificate is self-signed"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "no known certificate authority signed its certificate"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "its certificate is for other names"],
  ["CERT_HAS_EXPIRED", "its certificate has expired"],
  ["CERT_NOT_YET_VALID", "its certificate is not valid yet"],
]);

/** Whether the connection broke in a way that another attempt may mend. */
export function isPassing(cause: unknown): boolean {
  return PASSING.has(networkError(cause).code);
}

/** The failure of a request that got no answer. */
export function unreachable(info: ContextInfo, cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  const { code, message } = networkError(cause);
  const cluster = placeOf(info);
  const distrust = DISTRUST.get(code);
  if (distrust !== undefined) {
    const hint =
      "Compare certificate-authority and tls-server-name of the kubeconfig with the server.";
    return new Failure("CLUSTER_UNREACHABLE", `Cannot trust ${cluster}: ${distrust}`, { hint });
  }
  const reason = REASONS.get(code) ?? withoutSecrets(message);
  return new Failure("CLUSTER_UNREACHABLE", `Cannot reach ${cluster}: ${reason}`);
}

/** The failure of an API server that gives no answer in time. */
export function silent(info: ContextInfo, seconds: number): Failure {
  const cluster = placeOf(info);
  return new Failure(
    "CLUSTER_UNREACHABLE",
    `Cannot reach ${cluster}: no answer within ${seconds} s`,
  );
}

/** Why a request was interrupted: where the time was up, with what was still to come. */
export function interruption(info: ContextInfo, path: string, reason: unknown): unknown {
  if (!(reason instanceof Failure) || reason.code !== "TIMED_OUT") return reason;
  const [asked] = path.split("?");
  const message = `${reason.message}: ${placeOf(info)} has not answered ${asked} yet`;
  return new Failure("TIMED_OUT", message, reason.hint === undefined ? {} : { hint: reason.hint });
}

/** The failure of an address at which something else answers than an API server. */
export function noApiServer(info: ContextInfo, status: number): Failure {
  const cluster = `cluster "${info.name}" at ${info.server}`;
  return new Failure(
    "CLUSTER_UNREACHABLE",
    `Cannot reach ${cluster}: what answers there, with HTTP status ${status}, is no API server`,
    { hint: "Compare server and proxy-url of the kubeconfig with the address of the API server." },
  );
}

/** The failure of a plugin, a login server or a file that should have given credentials. */
export function noCredentials(info: ContextInfo, cause: unknown): Failure {
  const hint = cause instanceof NoCredential && cause.hint !== undefined
    ? { hint: cause.hint }
    : {};
  const said = cause instanceof NoCredential || cause instanceof Failure
    ? cause.message
    : withoutSecrets(networkError(cause).message);
  const message = `Cannot log in to ${placeOf(info)}: ${said}`;
  return new Failure("CLUSTER_UNREACHABLE", message, { cause, ...hint });
}

/** The failure of credentials that the API server does not accept. */
export function refused(info: ContextInfo): Failure {
  const cluster = placeOf(info);
  const reason = `the credentials of user "${info.user}" have expired or are not accepted`;
  return new Failure("CLUSTER_UNREACHABLE", `Cannot log in to ${cluster}: ${reason}`, {
    hint: "Log in again with the tool that made this kubeconfig.",
  });
}

/** Which cluster, and the way to it. */
function placeOf({ name, proxy, server }: ContextInfo): string {
  const way = proxy === undefined ? "" : ` through the proxy ${proxy}`;
  return `cluster "${name}" at ${server}${way}`;
}

/** Text of others without what may be a token or a key: they are long words of few kinds of characters. */
export function withoutSecrets(text: string): string {
  const line = text.trim().split("\n")[0]!.slice(0, 300);
  return line.replace(/[\w+/=-]{24,}(?:\.[\w+/=-]*)*|eyJ\S+/g, "[redacted]");
}

/** The innermost error that has a code, or the first message. */
function networkError(cause: unknown): NetworkError {
  let message = "";
  for (let error = cause; error instanceof Error; error = error.cause) {
    message ||= error.message;
    const code = "code" in error ? error.code : undefined;
    if (typeof code === "string") return { code, message: error.message };
  }
  return { code: "", message: message || String(cause) };
}
