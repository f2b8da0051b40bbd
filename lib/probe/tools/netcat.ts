import { isIp } from "../../connectivity/mod.ts";
import type { ProbeRequest } from "../request.ts";
import {
  headersOf,
  HOLD_SECONDS,
  lastLine,
  limited,
  outcomeOf,
  script,
  secondsOf,
  tcpOutcome,
  type Tool,
  wasEnded,
} from "./tool.ts";

/**
 * netcat: the request is written by hand. Its input stays open until the answer has come, for Envoy takes a
 * closed input for a caller that went away.
 */
export const netcat: Tool = {
  name: "nc",
  needs: "nc",
  hidesHeaders: true,
  canSend: ({ scheme, isGrpc }) => scheme !== "https" && !isGrpc,
  command(request, requestId, hasTimeout) {
    const { scheme, host, port } = request;
    const isTcp = scheme === "tcp";
    const seconds = isTcp ? HOLD_SECONDS : secondsOf(request);
    const argv = limited(["nc", "-w", String(seconds), host, String(port)], seconds, hasTimeout);
    return {
      argv: [...script('"$@"'), ...argv],
      input: isTcp ? "" : messageOf(request, requestId),
    };
  },
  read(ran, { scheme }) {
    const isAnswer = ran.stdout.startsWith("HTTP/");
    return {
      outcome: scheme === "tcp"
        ? tcpOutcome(ran, wasEnded(ran) || outcomeOf(ran) === "timed-out")
        : isAnswer
        ? "answered"
        : outcomeOf(ran) ?? (ran.exitCode === 0 ? "connection-closed" : undefined),
      answer: ran.stdout,
      message: lastLine(ran.stderr).replace(/^nc: /, ""),
    };
  },
};

function messageOf(request: ProbeRequest, requestId: string): string {
  const { method, path, host, port, headers } = request;
  const authority = `${isIp(host) && host.includes(":") ? `[${host}]` : host}:${port}`;
  return [
    `${method} ${path} HTTP/1.1`,
    ...(headers.has("host") ? [] : [`host: ${authority}`]),
    ...headersOf(request, requestId),
    "connection: close",
    "",
    "",
  ].join("\r\n");
}
