import { scrub, scrubPath } from "../../core/mod.ts";
import {
  type AccessLogEntry,
  type AccessLogParser,
  formatJsonLine,
  parseDefaultLine,
} from "../../evidence/mod.ts";

/** Messages of Istio and of Envoy: a time, a level and the message, with tabs between. */
const MESSAGE = /^\d{4}-\d\d-\d\dT[\d:.]+Z\t(?:info|warn|warning|error|critical|fatal)\t/;
/** What goes on in further lines: why a configuration was rejected. */
const GOES_ON = /reject|Error adding|Error initializing|Proto constraint|Unable to parse/;

/**
 * The log of a proxy: requests by their known fields, without the values of queries, and the messages of
 * the agent and of Envoy. Lines of any other form are left out, and so are messages for debugging, which
 * hold whole requests.
 */
export function redactProxyLog(text: string, parse: AccessLogParser = parseDefaultLine): string {
  return keptLines(text, (line) => {
    const entry = parse(line) ?? parseDefaultLine(line);
    return entry === undefined ? undefined : formatJsonLine(redactEntry(entry));
  });
}

/** The log of istiod, ztunnel or another part of Istio: its own messages. */
export function redactMessages(text: string): string {
  return keptLines(text, () => undefined);
}

function keptLines(text: string, request: (line: string) => string | undefined): string {
  const kept: string[] = [];
  let goesOn = false;
  for (const line of text.split("\n")) {
    if (MESSAGE.test(line)) {
      goesOn = GOES_ON.test(line);
      kept.push(scrub(line));
      continue;
    }
    const entry = request(line);
    if (entry !== undefined) kept.push(entry);
    // Whatever has a time or a bracket of its own belongs to no message before it.
    goesOn &&= entry === undefined && !/^[[{]|^\d{4}[-/]\d\d|^$/.test(line);
    if (goesOn) kept.push(scrub(line));
  }
  return kept.map((line) => `${line}\n`).join("");
}

function redactEntry(entry: AccessLogEntry): AccessLogEntry {
  return {
    ...entry,
    path: scrubPath(entry.path),
    // The program and its version; what follows is for clients to fill.
    userAgent: /^[\w.-]+\/[\w.-]+/.exec(entry.userAgent)?.[0] ?? "",
    details: scrub(entry.details),
    transportFailure: scrub(entry.transportFailure),
  };
}
