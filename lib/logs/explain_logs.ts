import type { Gap, LogLine, LogReport } from "../core/mod.ts";
import type { AccessLogEntry, ZtunnelConnection } from "../evidence/mod.ts";
import { RequestExplainer } from "./explain_request.ts";
import { explainZtunnel } from "./explain_ztunnel.ts";
import { type ExplainedLine, Grouping } from "./grouping.ts";
import { type AccessLogFormat, lineReader, type ReadLine } from "./line_reader.ts";
import { lineQuoter } from "./quote.ts";
import { ServerLines } from "./server_lines.ts";

/** Lines of one log. */
export interface LogSource {
  /** A file, or the `namespace/pod` of the proxy that wrote it. */
  readonly name: string;
  /** Its lines, in order; they may be read once. */
  readonly lines: Iterable<string> | AsyncIterable<string>;
}

/** How logs are explained. */
export interface LogReading {
  /** Formats to know beside Istio's own. */
  readonly formats: readonly AccessLogFormat[];
  /** Logs of proxies in which the servers' lines of a request are looked up. */
  readonly servers?: readonly { readonly name: string; readonly text: string }[];
  /** Whether servers' lines that were joined to their client's are left to that. */
  readonly isJoinedOnce?: boolean;
  /** Lines that began before, in milliseconds since 1970, are only counted. */
  readonly sinceMs?: number;
  /** Whether every line is explained by itself. */
  readonly isEach?: boolean;
  /** Whether lines of no known form are not quoted: in the logs of a mesh they may hold anything. */
  readonly quotesNoUnknown?: boolean;
  /** What could not be read. */
  readonly gaps?: readonly Gap[];
}

/** Most lines of no known form that are shown. */
const UNREADABLE_SHOWN = 10;

/**
 * Says what the lines of access logs and of ztunnel mean. Time is linear in the lines; memory does not
 * grow with them, but for the servers' lines that are looked up.
 */
export async function explainLogs(
  sources: readonly LogSource[],
  options: LogReading,
): Promise<LogReport> {
  const { formats, servers = [], gaps = [] } = options;
  const quote = lineQuoter(formats);
  const quoted = (line: LogLine) => ({ ...line, text: quote(line.text) });
  const known = serverLines(servers, formats);
  const explainer = new RequestExplainer();
  const grouping = new Grouping(options.isEach ?? false);
  const lines = { requests: 0, ztunnel: 0, messages: 0, older: 0, unreadable: 0 };
  const unreadable: LogLine[] = [];
  for (const source of sources) {
    const read = lineReader(formats);
    let number = 0;
    for await (const text of source.lines) {
      number++;
      if (text === "") continue;
      const what = read(text);
      const line = { at: nameOf(source, what), line: number, text };
      const explained = explainedLine(what, line, known, explainer);
      if (explained && explained.timeMs < (options.sinceMs ?? -Infinity)) {
        lines.older++;
        continue;
      }
      lines[COUNTERS[what.kind]]++;
      if (what.kind === "unreadable" && unreadable.length < UNREADABLE_SHOWN) unreadable.push(line);
      const isShown = !options.isJoinedOnce || what.kind !== "request" ||
        !known.isJoined(what.entry);
      if (explained && isShown) grouping.add(explained);
    }
  }
  return {
    kind: "LogReport",
    version: 1,
    lines,
    groups: grouping.groups().map(({ example, server, ...group }) => ({
      ...group,
      example: quoted(example),
      ...(server !== undefined && { server: quoted(server) }),
    })),
    leftOut: grouping.leftOut,
    unreadable: unreadable.map((line) =>
      options.quotesNoUnknown ? { ...line, text: "" } : quoted(line)
    ),
    gaps,
  };
}

const COUNTERS = {
  request: "requests",
  ztunnel: "ztunnel",
  message: "messages",
  unreadable: "unreadable",
} as const;

function explainedLine(
  what: ReadLine,
  line: LogLine,
  known: ServerLines,
  explainer: RequestExplainer,
): ExplainedLine | undefined {
  if (what.kind === "request") return requestLine(what.entry, line, known, explainer);
  return what.kind === "ztunnel" ? ztunnelLine(what.connection, line) : undefined;
}

function serverLines(
  servers: NonNullable<LogReading["servers"]>,
  formats: LogReading["formats"],
): ServerLines {
  const known = new ServerLines();
  for (const { name, text } of servers) {
    const read = lineReader(formats);
    for (const line of text.split("\n")) {
      const what = read(line);
      if (what.kind === "request") known.add({ at: name, text: line, entry: what.entry });
    }
  }
  return known;
}

function nameOf({ name }: LogSource, what: ReadLine): string {
  return "pod" in what && what.pod !== "" ? `${name} (${what.pod})` : name;
}

function requestLine(
  entry: AccessLogEntry,
  line: LogLine,
  known: ServerLines,
  explainer: RequestExplainer,
): ExplainedLine {
  const servers = known.of(entry);
  const server = servers.at(-1);
  const isTcp = entry.method === "" && entry.protocol === "";
  return {
    explanation: explainer.explain(entry, servers.map((each) => each.entry)),
    code: isTcp ? undefined : entry.code,
    destination: entry.upstreamCluster || entry.authority || entry.serverName ||
      entry.downstreamLocal,
    request: isTcp ? "" : `${entry.method} ${entry.path.split("?", 1)[0]}`,
    timeMs: entry.startMs,
    durationMs: entry.durationMs,
    line,
    server: server && { at: server.at, text: server.text },
  };
}

function ztunnelLine(connection: ZtunnelConnection, line: LogLine): ExplainedLine {
  const { source, destination, timeMs, durationMs } = connection;
  return {
    explanation: explainZtunnel(connection),
    code: undefined,
    destination: `${source} → ${destination}`,
    request: "",
    timeMs,
    durationMs,
    line,
    server: undefined,
  };
}
