import { request as httpRequest } from "node:http";
import { Duplex, PassThrough, type Readable } from "node:stream";
import type { Api } from "./api.ts";
import { type Connection, interruptible } from "./connection.ts";
import type { V1Status } from "./library.ts";
import { type ObjectName, refusal } from "./object.ts";

/** A request without body. */
export interface PodRequest {
  /** HTTP method. */
  readonly method: "GET" | "POST";
  /** Path with query. */
  readonly path: string;
}

/** What a port of a pod answered. */
export interface PodAnswer {
  /** HTTP status. */
  readonly status: number;
  /** The whole body. */
  readonly text: string;
}

/** A command that ran in a container. */
export interface PodCommandResult {
  /** What it wrote to stdout. */
  readonly stdout: string;
  /** What it wrote to stderr. */
  readonly stderr: string;
  /** Exit status; -1 where it did not run to its end. */
  readonly exitCode: number;
}

/** How a command runs. */
export interface PodCommandOptions {
  /** What it reads on its standard input, which stays open until it ends. */
  readonly input?: string;
  /** How long it may take, in milliseconds; half a minute where not given. */
  readonly timeoutMs?: number;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

/** Which part of a log to read. */
export interface LogOptions {
  /** Container; may be left out of pods with only one. */
  readonly container?: string;
  /** Lines of the last so many seconds. */
  readonly sinceSeconds?: number;
  /** The last so many lines. */
  readonly tailLines?: number;
  /** At most so many bytes. */
  readonly limitBytes?: number;
  /** The log of the container before its last restart. */
  readonly previous?: boolean;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

/** Why a pod could not be asked. */
export class PodRefusal extends Error {
  /** Always `"PodRefusal"`. */
  override readonly name = "PodRefusal";

  /** Creates a refusal. */
  constructor(
    /** HTTP status of the API server; 0 where the way to the pod broke later. */
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const DEADLINE_MS = 30_000;

/** One request to a port of a pod, over a port-forward. Throws a {@linkcode PodRefusal}. */
export async function podHttp(
  connection: Connection,
  pod: ObjectName,
  port: number,
  { method, path }: PodRequest,
  signal: AbortSignal,
): Promise<PodAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<PodAnswer>();
  const socket = await portForward(connection, pod, port);
  const headers = { host: `localhost:${port}`, connection: "close" };
  const request = httpRequest(
    { method, path, headers, createConnection: () => socket },
    (answer) => {
      const text = collect(answer);
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text: text() }));
      answer.on("error", reject);
    },
  );
  request.on("error", ({ message }) => reject(new PodRefusal(0, message)));
  request.end();
  try {
    return await inTime(promise, signal);
  } finally {
    socket.destroy();
  }
}

/** A connection to a port of a pod; what the API server says of its failure destroys it. */
async function portForward(
  { config, library }: Connection,
  { namespace, name }: ObjectName,
  port: number,
): Promise<Duplex> {
  const [up, down, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const forward = new library.PortForward(config);
  const web = await forward.portForward(namespace, name, [port], down, errors, up)
    .catch((cause) => Promise.reject(refusedUpgrade(cause)));
  const socket = new Duplex({
    read: () => {},
    write: (chunk, _encoding, done) => up.write(chunk, done),
  });
  down.on("data", (chunk: Uint8Array) => socket.push(chunk));
  down.on("end", () => socket.push(null));
  errors.on(
    "data",
    (text: Uint8Array) => socket.destroy(new Error(new TextDecoder().decode(text).trim())),
  );
  if (typeof web === "function") throw new TypeError("a port-forward without retries is a socket");
  web.onclose = () => down.end();
  socket.on("close", () => web.close());
  return socket;
}

/** Runs a command in a container to its end. Throws a {@linkcode PodRefusal}. */
export async function podExec(
  { config, library }: Connection,
  { namespace, name }: ObjectName,
  container: string,
  command: readonly string[],
  { input, timeoutMs, signal }: PodCommandOptions,
): Promise<PodCommandResult> {
  const stdin = input === undefined ? null : new PassThrough();
  stdin?.write(input);
  const [out, err] = [new PassThrough(), new PassThrough()];
  const [stdout, stderr] = [collect(out), collect(err)];
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const onStatus = (status: V1Status) => {
    const code = exitCodeOf(status);
    if (code === undefined) reject(new PodRefusal(0, status.message ?? "the command did not run"));
    else resolve(code);
  };
  const web = await new library.Exec(config)
    .exec(namespace, name, container, [...command], out, err, stdin, false, onStatus)
    .catch((cause) => Promise.reject(refusedUpgrade(cause)));
  web.onclose = () => reject(new PodRefusal(0, "the connection to the pod is closed"));
  try {
    const exitCode = await inTime(promise, signal, timeoutMs);
    return { exitCode, stdout: stdout(), stderr: stderr() };
  } finally {
    web.close();
  }
}

/** The exit status that the API server reports; `undefined` where the command did not run. */
export function exitCodeOf({ details, reason, status }: V1Status): number | undefined {
  if (status === "Success") return 0;
  if (reason !== "NonZeroExitCode") return undefined;
  const cause = details?.causes?.find((each) => each.reason === "ExitCode");
  return Number(cause?.message ?? -1);
}

/** The client library rejects with the error event of a web socket. */
function refusedUpgrade(cause: { readonly message?: unknown }): PodRefusal {
  const message = typeof cause?.message === "string" ? cause.message : "the connection failed";
  const status = Number(/^Unexpected server response: (\d+)$/.exec(message)?.[1] ?? 0);
  const reason = status === 403 ? "forbidden" : status === 404 ? "there is no such pod" : message;
  return new PodRefusal(status, reason);
}

async function inTime<T>(
  job: Promise<T>,
  signal: AbortSignal,
  timeoutMs = DEADLINE_MS,
): Promise<T> {
  const deadline = AbortSignal.timeout(timeoutMs);
  return await interruptible(job, AbortSignal.any([signal, deadline])).catch((cause) => {
    signal.throwIfAborted();
    throw deadline.aborted ? new PodRefusal(0, "no answer in time") : cause;
  });
}

/** Adds an ephemeral container to a pod, which cannot be taken away again. Throws a {@linkcode PodRefusal}. */
export async function podAddContainer(
  api: Api,
  { namespace, name }: ObjectName,
  container: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/pods/${name}/ephemeralcontainers`;
  const body = { spec: { ephemeralContainers: [container] } };
  const contentType = "application/strategic-merge-patch+json";
  const answer = await api.send({ method: "PATCH", path, body, contentType }, signal);
  if (answer.status >= 300) throw new PodRefusal(answer.status, refusal(answer));
}

/** Reads a part of a container's log. Throws a {@linkcode PodRefusal}. */
export async function podLog(
  api: Api,
  { namespace, name }: ObjectName,
  { signal, ...options }: LogOptions,
): Promise<string> {
  const query = new URLSearchParams(
    Object.entries(options).map(([key, value]) => [key, String(value)]),
  );
  const path = `/api/v1/namespaces/${namespace}/pods/${name}/log?${query}`;
  const answer = await api.send({ method: "GET", path }, signal);
  if (answer.status === 200) return answer.text;
  throw new PodRefusal(answer.status, refusal(answer));
}

/** Reads text as it comes, so that the bytes of long answers need not be kept; gives all that has come. */
function collect(stream: Readable): () => string {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  stream.on("data", (chunk: Uint8Array) => parts.push(decoder.decode(chunk, { stream: true })));
  return () => parts.join("") + decoder.decode();
}
