import { parseZtunnelLine } from "./ztunnel_line.ts";
import { ztunnelEntry } from "./ztunnel_entry.ts";
import { type AccessLogEntry, type AccessLogParser, parseDefaultLine } from "./access_log.ts";

/** A message of the agent or of Envoy itself. */
export interface ProxyMessage {
  /** When, in milliseconds since 1970. */
  readonly timeMs: number;
  /** `info`, `warning`, `error`, … */
  readonly level: string;
  /** The text, with continuation lines. */
  readonly text: string;
}

/** The log of a proxy container: requests among the agent's and Envoy's own messages. */
export interface ProxyLog {
  /** Requests and connections, in the order of the log. */
  readonly requests: readonly AccessLogEntry[];
  /** Everything else. */
  readonly messages: readonly ProxyMessage[];
}

const MESSAGE = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\s+(\w+)\s+(.*)$/;

/** Reads the log of a proxy container. Lines of no known form continue the message before them. */
export function parseProxyLog(text: string, parse: AccessLogParser = parseDefaultLine): ProxyLog {
  const requests: AccessLogEntry[] = [];
  const messages: { timeMs: number; level: string; text: string }[] = [];
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const connection = parseZtunnelLine(line);
    const request = connection
      ? ztunnelEntry(connection)
      : line.startsWith("[") || line.startsWith("{")
      ? parse(line)
      : undefined;
    if (request) {
      requests.push(request);
      continue;
    }
    const message = MESSAGE.exec(line);
    if (message) {
      const [, time, level, rest] = message;
      messages.push({ timeMs: Date.parse(time!), level: level!, text: rest! });
      continue;
    }
    const custom = parse(line);
    if (custom) requests.push(custom);
    else {
      const last = messages.at(-1);
      if (last) last.text += `\n${line}`;
      else messages.push({ timeMs: NaN, level: "", text: line });
    }
  }
  return { requests, messages };
}
