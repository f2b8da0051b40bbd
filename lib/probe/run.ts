import { type KubeClient, type ObjectName, PodRefusal } from "../client/mod.ts";
import type { ProbeRun } from "../connectivity/mod.ts";
import type { Clock, Gap, ProbeAttempt } from "../core/mod.ts";
import { attemptOf } from "./answer.ts";
import type { ProbeContainer, ProbePlace } from "./place.ts";
import { type ProbeRequest, urlOf, wordsOf } from "./request.ts";
import { FIND_PROGRAMS, type Program, programsIn, ranOf, type Tool, toolFor } from "./tools/mod.ts";

/** What a probe works with. */
export interface ProbeMeans {
  /** The cluster of the pod. */
  readonly client: Pick<KubeClient, "podExec">;
  /** The time. */
  readonly clock: Pick<Clock, "now">;
  /** A new UUID for each request. */
  newId(): string;
  /** Tells the user what is done, before it is. */
  say(text: string): Promise<void>;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

/** Requests that were sent, or why none was. */
export interface ProbeResult {
  /** The requests. */
  readonly run?: Omit<ProbeRun, "before">;
  /** What could not be found out. */
  readonly gaps: readonly Gap[];
}

/** Time for an exec to begin and to end, beside that of the request. */
const EXEC_MS = 10_000;
/** After so many requests without an answer further ones would only cost time. */
const SILENT_TIMES = 2;
const FORBIDDEN = 403;

/** A container with a tool that can send the request. */
interface Sender {
  readonly container: ProbeContainer;
  readonly tool: Tool;
  readonly hasTimeout: boolean;
}

/** Sends the request from a container of the pod that has a tool for it. Nothing is installed or changed. */
export async function runProbe(
  { pod: { namespace, name }, containers }: ProbePlace,
  request: ProbeRequest,
  means: ProbeMeans,
): Promise<ProbeResult> {
  const pod = { namespace, name };
  const what = `probe from ${namespace}/${name}`;
  try {
    const sender = await findSender(pod, containers, request, means);
    if (typeof sender === "string") return { gaps: [{ what, reason: sender }] };
    return await sendAll(pod, sender, request, means);
  } catch (cause) {
    if (!(cause instanceof PodRefusal)) throw cause;
    const reason = cause.status === FORBIDDEN
      ? `forbidden: it takes the right to "create" and "get" pods/exec in namespace ${namespace}`
      : `cannot run a command: ${cause.message}`;
    return { gaps: [{ what, reason }] };
  }
}

/** The first container that has a tool; why there is none, as half a sentence. */
async function findSender(
  pod: ObjectName,
  containers: readonly ProbeContainer[],
  request: ProbeRequest,
  means: ProbeMeans,
): Promise<Sender | string> {
  const lacking: string[] = [];
  for (const container of containers) {
    const programs = await programsOf(pod, container, means);
    const tool = typeof programs === "string" ? undefined : toolFor(programs, request);
    if (tool !== undefined && typeof programs !== "string") {
      return { container, tool, hasTimeout: programs.has("timeout") };
    }
    lacking.push(
      typeof programs === "string"
        ? `${container.name}: ${programs}`
        : `${container.name} has ${[...programs].join(", ") || "none of curl, wget and nc"}`,
    );
  }
  return `no container has a tool to send ${wordsOf(request)} with (${lacking.join("; ")})`;
}

/** What a container has, or why it cannot say. */
async function programsOf(
  pod: ObjectName,
  { name }: ProbeContainer,
  { client, signal }: ProbeMeans,
): Promise<ReadonlySet<Program> | string> {
  try {
    const { stdout } = await client.podExec(pod, name, FIND_PROGRAMS, { signal });
    return programsIn(stdout);
  } catch (cause) {
    if (!(cause instanceof PodRefusal) || cause.status === FORBIDDEN) throw cause;
    return /no such file|not found|not executable/i.test(cause.message)
      ? "it has no shell"
      : cause.message;
  }
}

async function sendAll(
  pod: ObjectName,
  { container: { name: container, through }, tool, hasTimeout }: Sender,
  request: ProbeRequest,
  { client, clock, newId, say, signal }: ProbeMeans,
): Promise<ProbeResult> {
  const isSeen = request.headers.size > 0 && !tool.hidesHeaders;
  await say(
    `sending with ${tool.name} in container ${container}` +
      (isSeen ? "; while it runs the container's list of processes shows its headers" : ""),
  );
  const attempts: ProbeAttempt[] = [];
  let failure = "";
  for (let [i, silent] = [0, 0]; i < request.times && silent < SILENT_TIMES; i++) {
    const requestId = newId();
    const startedAt = clock.now().toISOString();
    const { argv, input } = tool.command(request, requestId, hasTimeout);
    const timeoutMs = request.timeoutMs + EXEC_MS;
    const result = await client.podExec(pod, container, argv, { input, timeoutMs, signal })
      .catch(async (cause) => {
        if (signal.aborted) await say(`the request in flight ends within ${seconds(request)} s`);
        throw cause;
      });
    const sighting = tool.read(ranOf(result), request);
    const attempt = attemptOf(sighting, request, { requestId, startedAt, through });
    if (attempt === undefined) {
      failure = sighting.message || `${tool.name} did not run to its end`;
      break;
    }
    attempts.push(attempt);
    silent = attempt.outcome === "timed-out" ? silent + 1 : 0;
  }
  const what = `probe from ${pod.namespace}/${pod.name}`;
  const gaps = failure === "" ? [] : [{ what, reason: `${tool.name} sent nothing: ${failure}` }];
  if (attempts.length === 0) return { gaps };
  return {
    gaps,
    run: {
      pod: `${pod.namespace}/${pod.name}`,
      container,
      isEphemeral: false,
      tool: tool.name,
      through,
      method: request.scheme === "tcp" ? "CONNECT" : request.method,
      url: urlOf(request),
      timeoutMs: request.timeoutMs,
      attempts,
    },
  };
}

/** How long a request may go on when nobody waits for it any more. */
function seconds({ timeoutMs }: ProbeRequest): number {
  return Math.ceil(timeoutMs / 1000) + 1;
}
