import { isSensitiveName } from "../core/mod.ts";

/** One request or connection as a proxy logged it. Absent values are `""`, or `undefined` for numbers. */
export interface AccessLogEntry {
  /** When it began, in milliseconds since 1970; `NaN` where the format does not say. */
  readonly startMs: number;
  /** HTTP method; `""` for a TCP connection. */
  readonly method: string;
  /** Path with query, before rewrites. */
  readonly path: string;
  /** `HTTP/1.1`, `HTTP/2`; `""` for a TCP connection. */
  readonly protocol: string;
  /** Response code; 0 for a TCP connection or where no response was sent. */
  readonly code: number;
  /** Envoy's response flags, as the format writes them: short form by default. */
  readonly flags: readonly string[];
  /** Status of a gRPC response, a number or a name; in no default format. */
  readonly grpcStatus: string;
  /** Envoy's response code details, such as `via_upstream` or `cluster_not_found`. */
  readonly details: string;
  /** Why Envoy ended the connection. */
  readonly termination: string;
  /** Why no upstream connection came about. */
  readonly transportFailure: string;
  /** Bytes of the request body, or sent by the TCP client. */
  readonly bytesReceived: number | undefined;
  /** Bytes of the response body, or sent to the TCP client. */
  readonly bytesSent: number | undefined;
  /** Time from the first byte in to the last byte out, in milliseconds. */
  readonly durationMs: number | undefined;
  /** Time that the upstream took, in milliseconds. */
  readonly upstreamMs: number | undefined;
  /** Addresses of earlier proxies. */
  readonly forwardedFor: string;
  /** Identifies the request on every hop. */
  readonly requestId: string;
  /** Host that the client asked for. */
  readonly authority: string;
  /** Client program. */
  readonly userAgent: string;
  /** `ip:port` that the request was sent to; without the listener through which Envoy opens tunnels to it. */
  readonly upstreamHost: string;
  /** Envoy cluster that the request was sent to. */
  readonly upstreamCluster: string;
  /** `ip:port` that the client connected to. */
  readonly downstreamLocal: string;
  /** `ip:port` of the client. */
  readonly downstreamRemote: string;
  /** Identity in the client's certificate, where the format has it. */
  readonly peerIdentity: string;
  /** Server name of the client's TLS handshake. */
  readonly serverName: string;
  /** Name of the route. */
  readonly routeName: string;
}

/** Turns one line into an entry; `undefined` for a line of another form. */
export type AccessLogParser = (line: string) => AccessLogEntry | undefined;

/** Istio's default text format, as of Istio 1.32. */
export const DEFAULT_TEXT_FORMAT: string =
  '[%START_TIME%] "%REQ(:METHOD)% %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)% %PROTOCOL%" %RESPONSE_CODE% ' +
  "%RESPONSE_FLAGS% %RESPONSE_CODE_DETAILS% %CONNECTION_TERMINATION_DETAILS% " +
  '"%UPSTREAM_TRANSPORT_FAILURE_REASON%" %BYTES_RECEIVED% %BYTES_SENT% %DURATION% ' +
  '%RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)% "%REQ(X-FORWARDED-FOR)%" "%REQ(USER-AGENT)%" ' +
  '"%REQ(X-REQUEST-ID)%" "%REQ(:AUTHORITY)%" "%UPSTREAM_HOST%" %UPSTREAM_CLUSTER_RAW% ' +
  "%UPSTREAM_LOCAL_ADDRESS% %DOWNSTREAM_LOCAL_ADDRESS% %DOWNSTREAM_REMOTE_ADDRESS% " +
  "%REQUESTED_SERVER_NAME% %ROUTE_NAME%\n";

type Field = keyof AccessLogEntry;

const COMMAND = /(%[A-Z_0-9]+(?:\([^)]*\))?(?::\d+)?%)/;

/** Envoy's command operators, and the keys of Istio's default JSON format, by the field they fill. */
const OPERATORS: ReadonlyMap<string, Field> = new Map([
  ["START_TIME", "startMs"],
  ["REQ(:METHOD)", "method"],
  ["REQ(X-ENVOY-ORIGINAL-PATH?:PATH)", "path"],
  ["REQ(:PATH)", "path"],
  ["PROTOCOL", "protocol"],
  ["RESPONSE_CODE", "code"],
  ["RESPONSE_FLAGS", "flags"],
  ["RESPONSE_FLAGS_LONG", "flags"],
  ["GRPC_STATUS", "grpcStatus"],
  ["GRPC_STATUS_NUMBER", "grpcStatus"],
  ["RESPONSE_CODE_DETAILS", "details"],
  ["CONNECTION_TERMINATION_DETAILS", "termination"],
  ["UPSTREAM_TRANSPORT_FAILURE_REASON", "transportFailure"],
  ["BYTES_RECEIVED", "bytesReceived"],
  ["BYTES_SENT", "bytesSent"],
  ["DURATION", "durationMs"],
  ["RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)", "upstreamMs"],
  ["REQ(X-FORWARDED-FOR)", "forwardedFor"],
  ["REQ(X-REQUEST-ID)", "requestId"],
  ["REQ(:AUTHORITY)", "authority"],
  ["REQ(USER-AGENT)", "userAgent"],
  ["UPSTREAM_HOST", "upstreamHost"],
  ["UPSTREAM_CLUSTER", "upstreamCluster"],
  ["UPSTREAM_CLUSTER_RAW", "upstreamCluster"],
  ["DOWNSTREAM_LOCAL_ADDRESS", "downstreamLocal"],
  ["DOWNSTREAM_REMOTE_ADDRESS", "downstreamRemote"],
  ["DOWNSTREAM_PEER_URI_SAN", "peerIdentity"],
  ["REQUESTED_SERVER_NAME", "serverName"],
  ["ROUTE_NAME", "routeName"],
]);

const JSON_KEYS: ReadonlyMap<string, Field> = new Map([
  ["start_time", "startMs"],
  ["method", "method"],
  ["path", "path"],
  ["protocol", "protocol"],
  ["response_code", "code"],
  ["response_flags", "flags"],
  ["grpc_status", "grpcStatus"],
  ["response_code_details", "details"],
  ["connection_termination_details", "termination"],
  ["upstream_transport_failure_reason", "transportFailure"],
  ["bytes_received", "bytesReceived"],
  ["bytes_sent", "bytesSent"],
  ["duration", "durationMs"],
  ["upstream_service_time", "upstreamMs"],
  ["x_forwarded_for", "forwardedFor"],
  ["request_id", "requestId"],
  ["authority", "authority"],
  ["user_agent", "userAgent"],
  ["upstream_host", "upstreamHost"],
  ["upstream_cluster", "upstreamCluster"],
  ["downstream_local_address", "downstreamLocal"],
  ["downstream_remote_address", "downstreamRemote"],
  ["requested_server_name", "serverName"],
  ["route_name", "routeName"],
]);

/**
 * Finds in lines of a text format the values of headers that only their owner may know, such as
 * `%REQ(COOKIE)%`.
 */
export function sensitiveValues(format: string): (line: string) => readonly string[] {
  const parts = format.trimEnd().split(COMMAND);
  const literals = parts.filter((_, i) => i % 2 === 0);
  const isSensitive = parts.filter((_, i) => i % 2 === 1).map((command) =>
    isSensitiveName(/^%[A-Z]+\(([^)]*)\)/.exec(command)?.[1] ?? "")
  );
  return (line) =>
    cutAt(line.trimEnd(), literals)?.filter((value, i) => isSensitive[i] && value.length > 1) ?? [];
}

/**
 * Makes a parser of a text format as `meshConfig.accessLogFormat` gives it. Operators that carry nothing
 * we read are skipped over. A line whose numbers are none does not have the format.
 */
export function textParser(format: string): AccessLogParser {
  const parts = format.trimEnd().split(COMMAND);
  const literals = parts.filter((_, i) => i % 2 === 0);
  const fields = parts.filter((_, i) => i % 2 === 1).map((part) => {
    const operator = part.replace(/^%|(?::\d+)?%$/g, "");
    const name = operator.startsWith("START_TIME") ? "START_TIME" : operator;
    return OPERATORS.get(name) ?? OPERATORS.get(name.toUpperCase());
  });
  return (text) => {
    const values = cutAt(text.trimEnd(), literals);
    if (!values) return undefined;
    const read = { ...NOTHING };
    for (const [i, field] of fields.entries()) {
      const value = values[i]!;
      if (field === undefined || value === "-") continue;
      if (NUMBERS.has(field) && !/^\d*$/.test(value)) return undefined;
      read[field] = value;
    }
    return entryOf(read);
  };
}

/** Cuts a line at each literal's next place. It never goes back, so that cost is linear in odd lines too. */
function cutAt(text: string, literals: readonly string[]): string[] | undefined {
  const [first = ""] = literals;
  if (!text.startsWith(first)) return undefined;
  const values: string[] = [];
  let at = first.length;
  for (let i = 1; i < literals.length; i++) {
    const literal = literals[i]!;
    const isLast = i === literals.length - 1;
    const next = isLast ? text.length - literal.length : text.indexOf(literal, at);
    if (next < at || isLast && !text.endsWith(literal)) return undefined;
    values.push(text.slice(at, next));
    at = next + literal.length;
  }
  return values;
}

const NUMBERS: ReadonlySet<Field> = new Set([
  "code",
  "bytesReceived",
  "bytesSent",
  "durationMs",
  "upstreamMs",
]);

/**
 * Makes a parser of JSON lines. `format` maps keys to operators as `meshConfig.accessLogFormat` does;
 * without it Istio's default keys are read.
 */
export function jsonParser(format?: Readonly<Record<string, string>>): AccessLogParser {
  const keys = format
    ? new Map(
      Object.entries(format).flatMap(([key, operator]) => {
        const field = OPERATORS.get(operator.replaceAll("%", ""));
        return field ? [[key, field] as const] : [];
      }),
    )
    : JSON_KEYS;
  return (text) => {
    if (!text.startsWith("{")) return undefined;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return undefined;
    }
    const read = { ...NOTHING };
    let known = 0;
    for (const [key, text] of Object.entries(value as Record<string, unknown>)) {
      const field = keys.get(key);
      if (field === undefined) continue;
      known++;
      if (text !== null && text !== "-") read[field] = String(text);
    }
    return known < 3 ? undefined : entryOf(read);
  };
}

/** Reads Istio's default text format and its default JSON format. */
export function parseDefaultLine(line: string): AccessLogEntry | undefined {
  return defaultText(line) ?? defaultJson(line);
}

const defaultText = textParser(DEFAULT_TEXT_FORMAT);
const defaultJson = jsonParser();

/** An entry as a line of Istio's default JSON format, which {@linkcode parseDefaultLine} reads. */
export function formatJsonLine(entry: AccessLogEntry): string {
  const line: Record<string, unknown> = {};
  for (const [key, field] of JSON_KEYS) {
    const value = entry[field];
    line[key] = Array.isArray(value) ? value.join(",") || "-" : value === "" ? null : value ?? null;
  }
  line["start_time"] = Number.isNaN(entry.startMs) ? null : new Date(entry.startMs).toISOString();
  return JSON.stringify(line);
}

const TUNNEL = /^envoy:\/\/\w*connect_originate\//;

/** Whether Envoy reaches an address through HBONE: it names a listener of its own that opens the tunnel. */
export function isTunnelled(address: string): boolean {
  return TUNNEL.test(address);
}

/** The address at the end of the tunnel, where one leads to it. */
export function tunnelEnd(address: string): string {
  return address.replace(TUNNEL, "");
}

const NOTHING: Readonly<Record<Field, string>> = {
  startMs: "",
  method: "",
  path: "",
  protocol: "",
  code: "",
  flags: "",
  grpcStatus: "",
  details: "",
  termination: "",
  transportFailure: "",
  bytesReceived: "",
  bytesSent: "",
  durationMs: "",
  upstreamMs: "",
  forwardedFor: "",
  requestId: "",
  authority: "",
  userAgent: "",
  upstreamHost: "",
  upstreamCluster: "",
  downstreamLocal: "",
  downstreamRemote: "",
  peerIdentity: "",
  serverName: "",
  routeName: "",
};

/** An entry with nothing in it but what is given. */
export function blankEntry(known: Partial<AccessLogEntry>): AccessLogEntry {
  return { ...entryOf(NOTHING), ...known };
}

function entryOf(text: Readonly<Record<Field, string>>): AccessLogEntry {
  return {
    ...text,
    startMs: Date.parse(text.startMs),
    upstreamHost: tunnelEnd(text.upstreamHost),
    code: number(text.code) ?? 0,
    flags: text.flags === "" ? [] : text.flags.split(","),
    bytesReceived: number(text.bytesReceived),
    bytesSent: number(text.bytesSent),
    durationMs: number(text.durationMs),
    upstreamMs: number(text.upstreamMs),
  };
}

function number(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
