import { type Case, isIp } from "../connectivity/mod.ts";
import { Failure } from "../core/mod.ts";

/** A request as it is really sent. */
export interface ProbeRequest {
  /** `tcp` only opens a connection. */
  readonly scheme: "http" | "https" | "tcp";
  /** Host as the caller writes it. */
  readonly host: string;
  /** Port. */
  readonly port: number;
  /** HTTP method. */
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  /** Headers by lower-case name, a token among them. Never shown. */
  readonly headers: ReadonlyMap<string, string>;
  /** Whether it is a gRPC call, of a method that nobody has, so that nothing is called. */
  readonly isGrpc: boolean;
  /** Whether somebody asked for this path, or requests with it were seen; else an error may be its own. */
  readonly isKnownPath: boolean;
  /** How many times it is sent. */
  readonly times: number;
  /** How long it may take each time, in milliseconds. */
  readonly timeoutMs: number;
}

/** Several, so that a fault shows that hits some requests only. */
const TIMES = 5;

/** Methods that change nothing by their definition (RFC 9110, section 9.2.1). */
const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request may change something, so that it is sent only once. */
export function mayChange({ method, isGrpc }: Pick<ProbeRequest, "isGrpc" | "method">): boolean {
  return !isGrpc && !SAFE_METHODS.has(method);
}

/**
 * The request that a question describes. What it does not say is as in the requests that were seen, without
 * their query; a method that may change something is only used where the question names it. Throws a
 * `Failure` `USAGE` for what no tool can send.
 */
export function probeRequestOf(of: Case, timeoutMs: number): ProbeRequest {
  const { target, request } = of.question;
  const scheme = target.scheme ?? schemeOf(of);
  // A server of gRPC may break off other requests; an unknown method it refuses in an orderly way.
  const isGrpc = scheme === "http" && of.destination.servicePort?.protocol === "grpc" &&
    request.method === undefined && request.path === undefined;
  const method = request.method ?? (isGrpc ? "POST" : "GET");
  const path = request.path ?? (isGrpc ? "/" : withoutQuery(of.request.path));
  const headers = new Map(request.headers);
  if (request.jwt !== undefined) headers.set("authorization", `Bearer ${request.jwt}`);
  const words = [method, path, ...headers.keys(), ...headers.values()];
  // deno-lint-ignore no-control-regex -- they would end a header, and begin another one
  if (words.some((word) => /[\x00-\x1f\x7f]/.test(word)) || !/^[A-Z]+$/.test(method)) {
    throw new Failure("USAGE", "Cannot send this request: a control character is in it", {
      hint: "Look at --method, --path, --header and the file of --jwt.",
    });
  }
  return {
    scheme,
    host: target.host,
    port: of.request.port,
    method,
    path,
    headers,
    isGrpc,
    isKnownPath: request.path !== undefined || of.exchanges.length > 0 && path !== "/",
    times: mayChange({ method, isGrpc }) ? 1 : TIMES,
    timeoutMs,
  };
}

function withoutQuery(path: string): string {
  return path.split("?", 1)[0]!;
}

/** Nothing but a connection is tried where a port is known to speak something else than HTTP. */
function schemeOf({ walk, destination, request: { port } }: Case): ProbeRequest["scheme"] {
  switch (destination.servicePort?.protocol) {
    case "http":
    case "http2":
    case "grpc":
    case "grpc-web":
      return "http";
    case "https":
    case "tls":
      return "https";
    case "tcp":
    case "mongo":
    case "redis":
    case "mysql":
      return "tcp";
    default:
      if (port === 443) return "https";
      return walk.listener !== undefined && !walk.isHttp ? "tcp" : "http";
  }
}

/** Scheme, host, port and path. */
export function urlOf({ scheme, host, port, path }: ProbeRequest): string {
  const authority = `${isIp(host) && host.includes(":") ? `[${host}]` : host}:${port}`;
  return `${scheme}://${authority}${scheme === "tcp" ? "" : path}`;
}

/** The same for people: `GET http://reviews.bookinfo:9080/`. */
export function wordsOf(request: ProbeRequest): string {
  return request.scheme === "tcp"
    ? `TCP connection to ${urlOf(request).slice("tcp://".length)}`
    : `${request.isGrpc ? "gRPC call to" : request.method} ${urlOf(request)}`;
}
