/** Lines as ztunnel writes them, for tests. @module */
import { NOW } from "./case_of.ts";

/** A connection of ztunnel: only what differs from one of `sleep` to `web` that succeeded. */
export interface ConnectionParts {
  /** `inbound` or `outbound`. */
  readonly direction?: string;
  /** `ip:port` of the source. */
  readonly source?: string;
  /** Identity of the source; `""` for plain text. */
  readonly identity?: string;
  /** `ip:port` that the packets went to. */
  readonly destination?: string;
  /** `ip:port` inside the tunnel; `""` for plain text. */
  readonly tunnelled?: string;
  /** Host of the Service. */
  readonly service?: string;
  /** Why it failed. */
  readonly error?: string;
}

/** A line of ztunnel's access log in its text format, the `index`th of its log. */
export function ztunnelLine(of: ConnectionParts = {}, index = 0): string {
  const {
    direction = "outbound",
    source = `10.0.0.1:${40000 + index}`,
    identity = "spiffe://cluster.local/ns/client/sa/default",
    destination = "10.0.0.2:15008",
    tunnelled = "10.0.0.2:8080",
    service = "web.shop.svc.cluster.local",
    error,
  } = of;
  const time = new Date(NOW.getTime() - 60_000 + 100 * index).toISOString();
  const quoted = (name: string, value: string) => value === "" ? [] : [`${name}="${value}"`];
  const fields = [
    `src.addr=${source}`,
    ...quoted("src.identity", identity),
    `dst.addr=${destination}`,
    ...(tunnelled === "" ? [] : [`dst.hbone_addr=${tunnelled}`]),
    ...quoted("dst.service", service),
    `direction="${direction}"`,
    `bytes_sent=${error === undefined ? 300 : 0}`,
    `bytes_recv=${error === undefined ? 80 : 0}`,
    'duration="3ms"',
    ...quoted("error", error ?? ""),
  ];
  const level = error === undefined ? "info" : "error";
  return [time, level, "access", "connection complete", fields.join(" ")].join("\t");
}

/** A log of ztunnel. */
export function ztunnelLog(lines: readonly ConnectionParts[]): string {
  return lines.map((line, i) => ztunnelLine(line, i) + "\n").join("");
}
