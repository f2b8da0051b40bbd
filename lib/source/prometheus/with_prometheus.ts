import { concurrently, Failure, type Gap, isRecord, type World } from "../../core/mod.ts";
import type { Recording } from "../../evidence/mod.ts";
import { queriesOver } from "./queries.ts";

/** Where Prometheus is, and how it is asked. */
export interface PrometheusOptions {
  /** Its address, with a path where it has one; `https://user:password@host` logs in. */
  readonly url: string;
  /** How far back answers reach, in milliseconds. */
  readonly windowMs: number;
  /** The outside. */
  readonly world: Pick<World, "http">;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

const FOLDER = "prometheus";

/** Queries that run at the same time, how long each may take, and how much it may answer. */
const AT_ONCE = 4;
const ANSWER_MS = 10_000;
const MAX_ANSWER_BYTES = 64 * 2 ** 20;

/**
 * A recording with the answers of a running Prometheus at its time; they take the place of recorded ones
 * with the same name. What does not answer is a gap. Throws a {@linkcode Failure} `USAGE` for an address
 * that is none.
 */
export async function withPrometheus(
  recording: Recording,
  { url, windowMs, world, signal }: PrometheusOptions,
): Promise<{ readonly recording: Recording; readonly gaps: readonly Gap[] }> {
  const at = Date.parse(recording.manifest.capturedAt) / 1000;
  const server = serverOf(url);
  const answers = new Map<string, string>();
  const gaps: Gap[] = [];
  let isReachable = true;
  await concurrently(
    [...queriesOver(`${Math.max(60, Math.round(windowMs / 1000))}s`)],
    AT_ONCE,
    async ([name, query]) => {
      if (!isReachable) return;
      try {
        answers.set(`${name}.json`, await ask(server, query, at, world, signal));
      } catch (error) {
        if (!(error instanceof Failure) || signal.aborted) throw error;
        // What could not be reached once is not tried another ten times.
        if (error.code === "HOST_UNREACHABLE") isReachable = false;
        gaps.push({ what: isReachable ? `${FOLDER}/${name}` : FOLDER, reason: error.message });
      }
    },
  );
  return { recording: overlaid(recording, answers), gaps: isReachable ? gaps : gaps.slice(-1) };
}

interface Server {
  /** Address without credentials, with a slash at the end. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
}

function serverOf(text: string): Server {
  const written = /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.parse(written);
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
    throw new Failure("USAGE", "Cannot use the address of Prometheus: it is no http or https URL", {
      hint: "Write --prometheus http://HOST:PORT, without the path of a query.",
    });
  }
  const { username, password } = url;
  url.username = "";
  url.password = "";
  const login = btoa(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  return {
    base: url.href.replace(/\/*$/, "/"),
    headers: username === "" ? {} : { authorization: `Basic ${login}` },
  };
}

/** The answer to one query, with the query inside, as snapshots keep it. */
async function ask(
  { base, headers }: Server,
  query: string,
  at: number,
  { http }: Pick<World, "http">,
  signal: AbortSignal,
): Promise<string> {
  const parameters = new URLSearchParams({ query, time: String(at), timeout: `${ANSWER_MS}ms` });
  const { status, text } = await http.get(`${base}api/v1/query?${parameters}`, {
    headers,
    limitBytes: MAX_ANSWER_BYTES,
    timeoutMs: ANSWER_MS,
    signal,
  });
  const answer = parsed(text);
  if (status === 200 && answer?.["status"] === "success") {
    return JSON.stringify({ ...answer, query });
  }
  const reason = answer?.["error"];
  throw new Failure(
    "PROMETHEUS_REFUSED",
    `Prometheus at ${base} answers ${status}${typeof reason === "string" ? `: ${reason}` : ""}`,
  );
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function overlaid(recording: Recording, answers: ReadonlyMap<string, string>): Recording {
  return {
    manifest: recording.manifest,
    async list(folder, signal) {
      const names = await recording.list(folder, signal);
      return folder === FOLDER ? [...new Set([...names, ...answers.keys()])].sort() : names;
    },
    async read(path, signal) {
      const [folder, name = ""] = path.split("/");
      const own = folder === FOLDER ? answers.get(name) : undefined;
      return own ?? await recording.read(path, signal);
    },
  };
}
