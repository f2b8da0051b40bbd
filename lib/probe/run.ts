import { type ObjectName, PodRefusal } from "../client/mod.ts";
import type { ProbeRun } from "../connectivity/mod.ts";
import type { Clock, Gap, ProbeAttempt } from "../core/mod.ts";
import { attemptOf } from "./answer.ts";
import { addContainer, containerFor, endContainer, type EphemeralMeans } from "./ephemeral.ts";
import type { ProbeContainer, ProbePlace } from "./place.ts";
import { type ProbeRequest, urlOf, wordsOf } from "./request.ts";
import { FIND_PROGRAMS, type Program, programsIn, ranOf, type Tool, toolFor } from "./tools/mod.ts";

/** What a probe works with. */
export interface ProbeMeans extends EphemeralMeans {
  /** The time. */
  readonly clock: Clock;
  /**
   * Image of a container that may be added to the pod where no container has a tool; `undefined` where
   * nothing may be added.
   */
  readonly image?: string | undefined;
  /** A new UUID for each request. */
  newId(): string;
  /** Tells the user what is done, before it is. */
  say(text: string): Promise<void>;
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

/**
 * Sends the request from a container of the pod that has a tool for it. Nothing is installed; only where the
 * means name an image, and no container has a tool, one is added to the pod.
 */
export async function runProbe(
  place: ProbePlace,
  request: ProbeRequest,
  means: ProbeMeans,
): Promise<ProbeResult> {
  const { namespace, name } = place.pod;
  const pod = { namespace, name };
  const what = `probe from ${namespace}/${name}`;
  try {
    const sender = await findSender(pod, place.containers, request, means);
    if (typeof sender !== "string") return await sendAll(pod, sender, request, means);
    if (means.image !== undefined) return await addAndSend(place, means.image, request, means);
    const reason = `${sender}; --probe-ephemeral adds a container that has one`;
    return { gaps: [{ what, reason }] };
  } catch (cause) {
    if (!(cause instanceof PodRefusal)) throw cause;
    const reason = cause.status === FORBIDDEN
      ? `forbidden: it takes the right to "create" and "get" pods/exec in namespace ${namespace}`
      : `cannot run a command: ${cause.message}`;
    return { gaps: [{ what, reason }] };
  }
}

async function addAndSend(
  { pod: { namespace, name }, pod, through }: ProbePlace,
  image: string,
  request: ProbeRequest,
  means: ProbeMeans,
): Promise<ProbeResult> {
  const at = { namespace, name };
  const what = `probe from ${namespace}/${name}`;
  const seconds = Math.ceil(request.times * (request.timeoutMs + EXEC_MS) / 1_000);
  const added = containerFor(pod, image, seconds);
  const end = `ends by itself within ${added.seconds} s`;
  await means.say(
    `adding the ephemeral container ${added.name} with image ${image}: it ${end}, but Kubernetes ` +
      "keeps its description in the pod as long as there is the pod",
  );
  try {
    await addContainer(at, added, means);
    const container = { name: added.name, through, isEphemeral: true };
    const sender = await findSender(at, [container], request, means);
    if (typeof sender === "string") return { gaps: [{ what, reason: sender }] };
    return await sendAll(at, sender, request, means);
  } catch (cause) {
    if (!(cause instanceof PodRefusal)) throw cause;
    const reason = cause.status === FORBIDDEN
      ? `forbidden: it takes the right to "patch" pods/ephemeralcontainers in namespace ${namespace}`
      : `container ${added.name} with image ${image} cannot be used: ${cause.message}`;
    return { gaps: [{ what, reason }] };
  } finally {
    const hasEnded = await endContainer(at, added, means);
    if (!hasEnded) await means.say(`container ${added.name}, if it runs, ${end}`);
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
  { container: { name: container, through, isEphemeral = false }, tool, hasTimeout }: Sender,
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
      isEphemeral,
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
