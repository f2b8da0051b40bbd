import type { AccessLogEntry } from "../evidence/mod.ts";
import type { Explanation } from "./explanation.ts";
import { responseFlag } from "./meanings/response_flags.ts";
import { type RemediedSign, signsOf } from "./signs.ts";

const INBOUND_PASSTHROUGH = "InboundPassthroughCluster";

/** Whether a line was written on the way in to an application. */
export function isInbound({ upstreamCluster, serverName }: AccessLogEntry): boolean {
  return upstreamCluster.startsWith("inbound|") || upstreamCluster === INBOUND_PASSTHROUGH ||
    upstreamCluster === "" && serverName.startsWith("outbound_.");
}

/** Most explanations that are remembered; a mesh has some hundred kinds of lines. */
const MOST_REMEMBERED = 4_096;

/** Explains lines; those that differ in nothing that counts are explained once. */
export class RequestExplainer {
  readonly #known = new Map<string, Explanation>();

  /** What a line means; see {@linkcode explainRequest}. */
  explain(entry: AccessLogEntry, servers: readonly AccessLogEntry[]): Explanation {
    if (servers.length > 0) return explainRequest(entry, servers);
    const { code, flags, details, termination, transportFailure, grpcStatus, protocol } = entry;
    const key = [code, flags, details, termination, transportFailure, grpcStatus].join("\t") +
      `\t${protocol === ""}\t${isInbound(entry)}`;
    const known = this.#known.get(key);
    if (known) return known;
    const explanation = explainRequest(entry);
    if (this.#known.size < MOST_REMEMBERED) this.#known.set(key, explanation);
    return explanation;
  }
}

/** What a line means. `servers` are the lines of the servers' proxies for the same request. */
export function explainRequest(
  entry: AccessLogEntry,
  servers: readonly AccessLogEntry[] = [],
): Explanation {
  const signs = signsOf(entry);
  if (!isFailed(entry, signs)) return fine(entry, signs);
  if (entry.details === "via_upstream") return fromUpstream(entry, servers, signs);
  const [first] = signs;
  const isClient = entry.flags.some((flag) => responseFlag(flag)?.by === "client");
  const did = entry.code === 0 ? "ended it" : `answered ${entry.code} itself`;
  const cause = first?.cause ?? "the line does not say why";
  return {
    isFailure: true,
    summary: isClient ? cause : `the proxy ${did}: ${cause}`,
    producedBy: isClient ? "client" : "proxy",
    remedy: first?.remedy ?? "",
    signs,
  };
}

function isFailed({ code, protocol, flags }: AccessLogEntry, signs: readonly RemediedSign[]) {
  if (signs.some(({ field }) => field === "grpc status" || field === "transport failure")) {
    return true;
  }
  const isTcp = protocol === "";
  return code >= 400 || isTcp && flags.some((flag) => flag !== "DC") ||
    !isTcp && code === 0 || flags.includes("FI");
}

function fine({ code, protocol }: AccessLogEntry, signs: readonly RemediedSign[]): Explanation {
  const summary = protocol === ""
    ? "the connection ended normally"
    : `the request was answered with ${code}`;
  return { isFailure: false, summary, producedBy: "upstream", remedy: "", signs };
}

/** On a client's proxy `via_upstream` says only that the answer came from further on. */
function fromUpstream(
  entry: AccessLogEntry,
  servers: readonly AccessLogEntry[],
  signs: readonly RemediedSign[],
): Explanation {
  const said = { isFailure: true, signs };
  const answer = signs.find(({ field }) => field === "grpc status")?.cause ??
    `answered ${entry.code}`;
  const lookAtLog = "look at the application's own log; the mesh passed its answer on";
  if (isInbound(entry)) {
    return {
      ...said,
      summary: `the application itself ${answer}`,
      producedBy: "application",
      remedy: lookAtLog,
    };
  }
  const server = servers.findLast(({ code }) => code === entry.code) ?? servers.at(-1);
  if (!server) {
    return {
      ...said,
      summary: `the upstream ${answer}; its own proxy's line tells whether the application did`,
      producedBy: "upstream",
      remedy: "look at the line of the server's proxy with the same request id",
    };
  }
  const theirs = explainRequest(server);
  return {
    ...theirs,
    isFailure: true,
    summary: theirs.producedBy === "application"
      ? `the application itself ${answer}`
      : `at the server, ${theirs.summary}`,
    producedBy: theirs.producedBy === "proxy" ? "server proxy" : theirs.producedBy,
  };
}
