import type { AccessLogEntry } from "../evidence/mod.ts";
import { isInbound } from "./explain_request.ts";

/** A line of a proxy, and what was read in it. */
export interface ProxyLine {
  /** `namespace/pod` of the proxy. */
  readonly at: string;
  /** Its text. */
  readonly text: string;
  /** What was read in it. */
  readonly entry: AccessLogEntry;
}

/** The lines of proxies by which a client's line and the servers' lines find each other. */
export class ServerLines {
  readonly #byId = new Map<string, ProxyLine[]>();
  readonly #sent = new Set<string>();

  /** Adds a line of a proxy; those that bear no request id are not kept. */
  add(line: ProxyLine): void {
    const { requestId, upstreamHost } = line.entry;
    if (requestId === "") return;
    if (!isInbound(line.entry)) {
      this.#sent.add(`${requestId} ${upstreamHost}`);
      return;
    }
    const lines = this.#byId.get(requestId);
    if (lines) lines.push(line);
    else this.#byId.set(requestId, [line]);
  }

  /** Whether a line is a server's for which the line of the client is known too. */
  isJoined(entry: AccessLogEntry): boolean {
    return isInbound(entry) && this.#sent.has(`${entry.requestId} ${entry.downstreamLocal}`);
  }

  /**
   * The lines of the servers that a client's line led to; none for a server's own line. One request id
   * goes through all hops of a chain of calls: only lines of the host that was asked count.
   */
  of(entry: AccessLogEntry): readonly ProxyLine[] {
    if (this.#byId.size === 0 || entry.requestId === "" || isInbound(entry)) return [];
    const lines = this.#byId.get(entry.requestId) ?? [];
    const atHost = lines.filter((line) => line.entry.downstreamLocal === entry.upstreamHost);
    return atHost.length > 0
      ? atHost
      : lines.filter((line) => line.entry.authority === entry.authority);
  }
}
