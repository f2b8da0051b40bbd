import type { ProbeOutcome } from "../../core/mod.ts";
import { type ProbeRequest, urlOf } from "../request.ts";
import {
  headersOf,
  HOLD_SECONDS,
  lastLine,
  linesOf,
  type Ran,
  script,
  secondsOf,
  tcpOutcome,
  type Tool,
} from "./tool.ts";

const TIMEOUT = 28;

/** Exit statuses of curl (https://curl.se/libcurl/c/libcurl-errors.html) that tell what became of a request. */
const OUTCOMES: ReadonlyMap<number, ProbeOutcome> = new Map([
  [6, "name-not-resolved"],
  [7, "no-connection"],
  [16, "connection-closed"],
  [18, "connection-closed"],
  [TIMEOUT, "timed-out"],
  [35, "tls-failed"],
  [51, "tls-failed"],
  [52, "connection-closed"],
  [55, "connection-closed"],
  [56, "connection-closed"],
  [60, "tls-failed"],
  [83, "tls-failed"],
  [91, "tls-failed"],
  [92, "connection-closed"],
]);

const FIGURES = /^meshmedic-figures ([\d.]+) (\d+)\n?/m;

/** curl reads what it shall do from its standard input, so that no argument shows it. */
export const curl: Tool = {
  name: "curl",
  needs: "curl",
  hidesHeaders: true,
  canSend: () => true,
  command(request, requestId) {
    if (request.scheme === "tcp") {
      const url = urlOf({ ...request, path: "" }).replace("tcp://", "telnet://");
      const argv = ["curl", "--silent", "--show-error", "--noproxy", "*", "--max-time"];
      return { argv: [...script('"$@"'), ...argv, String(HOLD_SECONDS), url], input: "" };
    }
    const lines = 'while IFS= read -r line && [ -n "$line" ]; do printf "%s\\n" "$line"; done';
    return {
      argv: [...script(`${lines} | "$@"`), "curl", "--config", "-"],
      input: linesOf(configOf(request, requestId)),
    };
  },
  read(ran, { scheme }) {
    const [figures, seconds, bytes] = FIGURES.exec(ran.stderr) ?? [];
    const said = figures === undefined ? ran.stderr : ran.stderr.replace(figures, "");
    return {
      outcome: scheme === "tcp" ? tcpOutcome(ran, ran.exitCode === TIMEOUT) : curlOutcome(ran),
      answer: ran.stdout,
      message: lastLine(said).replace(/^curl: (?:\(\d+\) )?/, ""),
      ...(figures !== undefined && {
        durationMs: Math.round(Number(seconds) * 1000),
        bytes: Number(bytes),
      }),
    };
  },
};

function curlOutcome({ exitCode, stdout }: Ran): ProbeOutcome | undefined {
  if (exitCode === 0) return "answered";
  return OUTCOMES.get(exitCode ?? -1) ?? (stdout.startsWith("HTTP/") ? "answered" : undefined);
}

function configOf(request: ProbeRequest, requestId: string): string[] {
  return [
    "silent",
    "show-error",
    "include",
    // The mesh is asked, and not a proxy that the environment names.
    'noproxy = "*"',
    "globoff",
    "path-as-is",
    `max-time = ${secondsOf(request)}`,
    `write-out = ${quoted("%{stderr}meshmedic-figures %{time_total} %{size_download}\\n")}`,
    ...(request.isGrpc ? ["http2-prior-knowledge"] : []),
    request.method === "HEAD" ? "head" : `request = ${quoted(request.method)}`,
    `url = ${quoted(urlOf(request))}`,
    ...headersOf(request, requestId).map((header) => `header = ${quoted(header)}`),
  ];
}

/** A value as curl's configuration wants it: a backslash before quotes and backslashes. */
export function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}
