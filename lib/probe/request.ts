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
export function mayChange({ method }: Pick<ProbeRequest, "method">): boolean {
  return !SAFE_METHODS.has(method);
}

/**
 * The request that a question describes. What it does not say is as in the requests that were seen, without
 * their query; a method that may change something is only used where the question names it. Throws a
 * `Failure` `USAGE` for what no tool can send.
 */
export function probeRequestOf(of: Case, timeoutMs: number): ProbeRequest {
  const { target, request } = of.question;
  const method = request.method ?? "GET";
  const path = request.path ?? withoutQuery(of.request.path);
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
    scheme: target.scheme ?? schemeOf(of),
    host: target.host,
    port: of.request.port,
    method,
    path,
    headers,
    isKnownPath: request.path !== undefined || of.exchanges.length > 0 && path !== "/",
    times: mayChange({ method }) ? 1 : TIMES,
    timeoutMs,
  };
}

function withoutQuery(path: string): string {
  return path.split("?", 1)[0]!;
}

/** Nothing but a connection is tried where a port is not known to speak HTTP. */
function schemeOf({ walk, request: { port } }: Case): ProbeRequest["scheme"] {
  if (walk.listener !== undefined && !walk.isHttp) return "tcp";
  return port === 443 ? "https" : "http";
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
    : `${request.method} ${urlOf(request)}`;
}
