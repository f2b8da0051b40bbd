import type { ProbeAnswerer, ProbeAttempt, ProbeOutcome, ProbeReport } from "../core/mod.ts";
import { localReplyOf } from "../evidence/mod.ts";
import type { ProbeRequest } from "./request.ts";
import type { Sighting } from "./tools/mod.ts";

/** The head of an answer and the beginning of its body. */
interface Answer {
  readonly status: number;
  /** Headers by lower-case name; of several with one name the last. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Reads an answer as it came over the wire; heads of interim answers (1xx) before it are skipped. */
export function parseAnswer(text: string): Answer | undefined {
  const [, code] = /^HTTP\/[\d.]+ (\d{3})\b/.exec(text) ?? [];
  if (code === undefined) return undefined;
  const [end] = /\r?\n\r?\n/.exec(text) ?? [];
  const cut = end === undefined ? text.length : text.indexOf(end);
  const [lines, body] = [text.slice(0, cut), text.slice(cut + (end?.length ?? 0))];
  if (code.startsWith("1") && body.startsWith("HTTP/")) return parseAnswer(body);
  const headers = new Map(
    lines.split("\n").slice(1).flatMap((line) => {
      const [, name, value = ""] = /^([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
      return name === undefined ? [] : [[name.toLowerCase(), value] as const];
    }),
  );
  return { status: Number(code), headers, body };
}

/** Puts what a tool saw into words; `undefined` where it sent nothing. */
export function attemptOf(
  { outcome, answer: text, message, durationMs, bytes }: Sighting,
  request: ProbeRequest,
  { requestId, startedAt, through }:
    & Pick<ProbeAttempt, "requestId" | "startedAt">
    & Pick<ProbeReport, "through">,
): ProbeAttempt | undefined {
  if (outcome === undefined) return undefined;
  const answer = parseAnswer(text);
  const figures = { ...(durationMs !== undefined && { durationMs }) };
  const base = { requestId, startedAt, outcome, ...figures };
  if (answer === undefined) {
    const isFailure = outcome !== "connected";
    return { ...base, isFailure, detail: isFailure && message || WORDS[outcome] };
  }
  const { status, headers, body } = answer;
  const grpcStatus = numberIn(headers, "grpc-status");
  const own = grpcStatus === undefined
    ? localReplyOf(status, body)?.text
    : localReplyOf("grpc", decoded(headers.get("grpc-message") ?? ""))?.text;
  const isError = status >= 400 || grpcStatus !== undefined && grpcStatus !== 0;
  // What is encrypted no proxy of the caller's answers.
  const first = request.scheme === "https" ? "nothing" : through;
  const answeredBy = answererOf(answer, { isError, isLocalReply: own !== undefined }, first);
  const upstreamMs = numberIn(headers, "x-envoy-upstream-service-time");
  // An application need not know a path that nobody asked for.
  const isExcused = answeredBy === "application" && status < 500 && !request.isKnownPath;
  const cut = outcome === "answered" ? "" : `, and then: ${message || WORDS[outcome]}`;
  const code = grpcStatus === undefined ? status : `gRPC status ${grpcStatus}`;
  return {
    ...base,
    isFailure: outcome !== "answered" || isError && !isExcused,
    status,
    ...(grpcStatus !== undefined && { grpcStatus }),
    answeredBy,
    ...(own !== undefined && { message: own }),
    ...(headers.has("server") && { server: headers.get("server")!.slice(0, 60) }),
    ...(upstreamMs !== undefined && { upstreamMs }),
    ...(bytes !== undefined && { bytes }),
    detail: code + ANSWERERS[answeredBy] + (own === undefined ? "" : `: ${own}`) + cut,
  };
}

function numberIn(headers: Answer["headers"], name: string): number | undefined {
  const text = headers.get(name) ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** A `grpc-message`, which is percent-encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const WORDS: Readonly<Record<ProbeOutcome, string>> = {
  "answered": "it was answered",
  "connected": "the connection stays open",
  "name-not-resolved": "the name does not resolve",
  "no-connection": "no connection comes about",
  "connection-closed": "the connection is closed without an answer",
  "tls-failed": "the TLS handshake fails",
  "timed-out": "there is no answer in time",
};

const ANSWERERS: Readonly<Record<ProbeAnswerer, string>> = {
  "application": " from the application",
  "caller-proxy": " from the caller's proxy",
  "other-proxy": " from a proxy on the way",
  "unknown": "",
};

/**
 * Who made an answer. Envoy adds `x-envoy-upstream-service-time` to every answer that it got from somebody
 * else, and to none of its own, unless it was told to send no such headers.
 */
function answererOf(
  { headers }: Answer,
  { isError, isLocalReply }: { readonly isError: boolean; readonly isLocalReply: boolean },
  through: ProbeReport["through"],
): ProbeAnswerer {
  const isPassedOn = headers.has("x-envoy-upstream-service-time");
  if (isLocalReply) {
    return through === "sidecar" && !isPassedOn ? "caller-proxy" : "other-proxy";
  }
  if (isPassedOn || through !== "sidecar" && !isError) return "application";
  if (!isError) return "unknown";
  const isEnvoy = /envoy/i.test(headers.get("server") ?? "");
  if (through === "sidecar") return isEnvoy ? "caller-proxy" : "unknown";
  return isEnvoy ? "other-proxy" : "application";
}
