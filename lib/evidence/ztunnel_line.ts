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
  /** Why it failed. */
  readonly error: string;
  /** How long it lasted, in milliseconds. */
  readonly durationMs: number | undefined;
}

type Fields = ReadonlyMap<string, string>;

const LINE = /^(\S+)\s+(?:info|warn|error|debug)\s+(?:access|ztunnel\S*|proxy\S*)\s+/i;
const FIELD = /([a-z_.]+)=(?:"((?:[^"\\]|\\.)*)"|(\S+))/g;

/** Reads a line of ztunnel's access log, in its text or JSON form; `undefined` for any other line. */
export function parseZtunnelLine(text: string): ZtunnelConnection | undefined {
  if (text.startsWith("{")) return text.includes('"src.addr"') ? fromJson(text) : undefined;
  const [head, time = ""] = LINE.exec(text) ?? [];
  if (head === undefined || !text.includes("src.addr=")) return undefined;
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
  return {
    timeMs: Date.parse(time),
    direction: fields.get("direction") ?? "",
    source: workload(fields, "src"),
    destination: fields.get("dst.service") ?? workload(fields, "dst"),
    error: fields.get("error") ?? "",
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

function milliseconds(text: string): number | undefined {
  const [, number, unit] = /^([\d.]+)(ms|s|µs|us)$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  return Number(number) * (unit === "s" ? 1000 : unit === "ms" ? 1 : 0.001);
}
