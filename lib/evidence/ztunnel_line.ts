import { isRecord } from "../core/mod.ts";

/** A connection as ztunnel logged it. Absent values are `""`. */
export interface ZtunnelConnection {
  /** When it ended, in milliseconds since 1970. */
  readonly timeMs: number;
  /** `inbound` or `outbound`. */
  readonly direction: string;
  /** `namespace/workload` of the source, or its address. */
  readonly source: string;
  /** Service, `namespace/workload` or address of the destination. */
  readonly destination: string;
  /** `ip:port` of the source. */
  readonly sourceAddress: string;
  /** Identity in the source's certificate; `""` for plain text. */
  readonly sourceIdentity: string;
  /** `ip:port` that the packets went to: a pod, or the waypoint before it. */
  readonly destinationAddress: string;
  /** `ip:port` or `host:port` that was asked for inside the tunnel; `""` for plain text. */
  readonly tunnelledAddress: string;
  /** Host of the Service that the source asked for. */
  readonly service: string;
  /** Why it failed, or ended early. */
  readonly error: string;
  /** Bytes from the source to the destination. */
  readonly bytesSent: number | undefined;
  /** Bytes from the destination to the source. */
  readonly bytesReceived: number | undefined;
  /** How long it lasted, in milliseconds. */
  readonly durationMs: number | undefined;
}

type Fields = ReadonlyMap<string, string>;

const LINE = /^(\S+)\s+(?:info|warn|error|debug)\s+(?:access|ztunnel\S*|proxy\S*)\s+/i;
const FIELD = /([a-z_.]+)=(?:"((?:[^"\\]|\\.)*)"|(\S+))/g;

/**
 * Reads a line of ztunnel's access log, in its text or JSON form; `undefined` for any other line, also for
 * those that tell of a connection's beginning.
 */
export function parseZtunnelLine(text: string): ZtunnelConnection | undefined {
  if (!text.includes("src.addr") || text.includes("connection opened")) return undefined;
  if (text.startsWith("{")) return fromJson(text);
  const [head, time = ""] = LINE.exec(text) ?? [];
  if (head === undefined) return undefined;
  const fields = new Map<string, string>();
  for (const [, name = "", quoted, bare] of text.slice(head.length).matchAll(FIELD)) {
    fields.set(name, quoted?.replaceAll(/\\(.)/g, "$1") ?? bare ?? "");
  }
  return connectionOf(time, fields);
}

function fromJson(text: string): ZtunnelConnection | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return undefined;
    const fields = new Map(Object.entries(value).map(([name, each]) => [name, String(each)]));
    return connectionOf(fields.get("time") ?? fields.get("timestamp") ?? "", fields);
  } catch {
    return undefined;
  }
}

function connectionOf(time: string, fields: Fields): ZtunnelConnection {
  const get = (name: string) => fields.get(name) ?? "";
  return {
    timeMs: Date.parse(time),
    direction: get("direction"),
    source: workload(fields, "src"),
    destination: fields.get("dst.service") ?? workload(fields, "dst"),
    sourceAddress: get("src.addr"),
    sourceIdentity: get("src.identity"),
    destinationAddress: get("dst.addr"),
    tunnelledAddress: get("dst.hbone_addr"),
    service: get("dst.service"),
    error: get("error"),
    bytesSent: count(get("bytes_sent")),
    bytesReceived: count(get("bytes_recv")),
    durationMs: milliseconds(fields.get("duration") ?? ""),
  };
}

function workload(fields: Fields, side: "src" | "dst"): string {
  const name = fields.get(`${side}.workload`), namespace = fields.get(`${side}.namespace`);
  if (name === undefined) {
    return fields.get(`${side}.hbone_addr`) ?? fields.get(`${side}.addr`) ?? "";
  }
  return namespace === undefined ? name : `${namespace}/${name}`;
}

function count(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function milliseconds(text: string): number | undefined {
  const [, number, unit] = /^([\d.]+)(ms|s|µs|us)$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  return Number(number) * (unit === "s" ? 1000 : unit === "ms" ? 1 : 0.001);
}
