import type { PodCommandResult } from "../../client/mod.ts";
import type { ProbeOutcome } from "../../core/mod.ts";
import type { ProbeRequest } from "../request.ts";

/** A command for a container, without a secret in it: it may be seen in the API server's audit log. */
export interface ToolCommand {
  /** Program and arguments. */
  readonly argv: readonly string[];
  /** What it reads; also what must not be seen. */
  readonly input: string;
}

/** What a tool saw of one request. */
export interface Sighting {
  /** What became of it; `undefined` where it was not sent. */
  readonly outcome: ProbeOutcome | undefined;
  /** The beginning of the answer as it came: status line, headers and body. */
  readonly answer: string;
  /** What the tool said of a failure. */
  readonly message: string;
  /** How long it took, in milliseconds, where the tool says it. */
  readonly durationMs?: number | undefined;
  /** Bytes of the body, where the tool says it. */
  readonly bytes?: number | undefined;
}

/** What a container has to send requests with. */
export type Program = "curl" | "wget" | "nc" | "busybox-wget" | "timeout";

/** A program that can send a request. */
export interface Tool {
  /** Its name. */
  readonly name: "curl" | "wget" | "busybox wget" | "nc";
  /** What must be there for it. */
  readonly needs: Program;
  /** Whether headers stay hidden in the container too, and do not show among its processes. */
  readonly hidesHeaders: boolean;
  /** Whether it can send the request. */
  canSend(request: ProbeRequest): boolean;
  /** How to send it; `requestId` goes with it, and `hasTimeout` says that there is the program `timeout`. */
  command(request: ProbeRequest, requestId: string, hasTimeout: boolean): ToolCommand;
  /** What it saw. */
  read(ran: Ran, request: ProbeRequest): Sighting;
}

/** A tool that ran. */
export interface Ran extends Pick<PodCommandResult, "stdout" | "stderr"> {
  /** Its exit status; `undefined` where it did not run to its end. */
  readonly exitCode: number | undefined;
}

/** Bytes of an answer that are looked at. */
const ANSWER_BYTES = 16_384;

const EXIT_MARK = "meshmedic-exit";

/**
 * A script that runs its arguments, and what `feed` says before them. A shell is needed for three things that
 * a command alone cannot do over an exec: to end its input, which the API server before 1.30 cannot, to keep a
 * long answer inside the container, and to tell its exit status apart from that of the exec. Nothing of the
 * request is in the text of the script.
 */
export function script(feed: string): readonly string[] {
  const text = `{ ${feed}; echo "${EXIT_MARK} $?" >&2; } | ` +
    `{ head -c ${ANSWER_BYTES}; cat >/dev/null; }`;
  return ["sh", "-c", text, "meshmedic"];
}

/** Lines for a script that reads them up to an empty one. */
export function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("") + "\n";
}

/** Reads the end of a script. */
export function ranOf({ stdout, stderr }: PodCommandResult): Ran {
  const [mark, code] = new RegExp(`^${EXIT_MARK} (\\d+)\\n?`, "m").exec(stderr) ?? [];
  return {
    stdout,
    stderr: mark === undefined ? stderr : stderr.replace(mark, ""),
    exitCode: code === undefined ? undefined : Number(code),
  };
}

const GRPC_HEADERS = [["content-type", "application/grpc"], ["te", "trailers"]] as const;

/** Headers that go with every request: its id, so that it is found in access logs, and who sent it. */
export function headersOf(
  { method, headers, isGrpc }: ProbeRequest,
  requestId: string,
): string[] {
  const hasBody = method === "POST" || method === "PUT" || method === "PATCH";
  const all = new Map([
    ["user-agent", "meshmedic"],
    ["x-request-id", requestId],
    ...(isGrpc ? GRPC_HEADERS : hasBody ? [["content-length", "0"] as const] : []),
    ...headers,
  ]);
  return [...all].map(([name, value]) => `${name}: ${value}`);
}

/** Whole seconds of the time that a request may take. */
export function secondsOf({ timeoutMs }: ProbeRequest): number {
  return Math.ceil(timeoutMs / 1000);
}

/** Seconds that a connection is held to see whether the other side closes it. */
export const HOLD_SECONDS = 3;

/** A command that another one ends where it does not end by itself. */
export function limited(
  command: readonly string[],
  seconds: number,
  hasTimeout: boolean,
): readonly string[] {
  return hasTimeout ? ["timeout", String(seconds), ...command] : command;
}

/** Exit statuses of `timeout`, of GNU and of BusyBox, for a command that it ended. */
const TIMED_OUT: ReadonlySet<number> = new Set([124, 137, 143]);

/**
 * What became of a TCP connection on which nothing was sent. A sidecar takes every connection and closes it
 * when it cannot connect onwards, so only one that stays open, or on which the server speaks, tells something.
 */
export function tcpOutcome(ran: Ran, wasHeld: boolean): ProbeOutcome | undefined {
  if (wasHeld || ran.stdout !== "") return "connected";
  return ran.exitCode === 0 ? "connection-closed" : outcomeOf(ran);
}

/** What tools say, in the C library's and in their own words. */
const MESSAGES: readonly (readonly [RegExp, ProbeOutcome])[] = [
  [
    /unable to resolve|could not resolve|bad address|name or service not known|name does not resolve|name resolution|getaddrinfo|nodename nor servname/i,
    "name-not-resolved",
  ],
  [/timed ?out/i, "timed-out"],
  [/refused|no route to host|unreachable|can't connect|couldn't connect/i, "no-connection"],
  [/\bssl\b|\btls\b|certificate/i, "tls-failed"],
  [
    /reset|broken pipe|empty reply|no data received|error getting response|closed|short read/i,
    "connection-closed",
  ],
];

/** Whether `timeout` ended the command. */
export function wasEnded({ exitCode }: Pick<Ran, "exitCode">): boolean {
  return exitCode !== undefined && TIMED_OUT.has(exitCode);
}

/** What a tool without telling exit statuses says by its words; `undefined` where it did not send anything. */
export function outcomeOf({ exitCode, stderr }: Ran): ProbeOutcome | undefined {
  if (wasEnded({ exitCode })) return "timed-out";
  return MESSAGES.find(([pattern]) => pattern.test(stderr))?.[1];
}

/** The last line that says something. */
export function lastLine(text: string): string {
  return text.trim().split("\n").at(-1)?.trim() ?? "";
}
