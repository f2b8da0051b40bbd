import { type KubeClient, type ObjectName, PodRefusal, type PodRequest } from "../../client/mod.ts";
import type { Interlocutor } from "./layout.ts";

const LOG_LINES = 5_000;
const LOG_BYTES = 10e6;
const FORBIDDEN = 403;

/** Asks what runs in pods: by port-forward, or where that is forbidden by a command in the container. */
export class PodQuestions {
  readonly #client: KubeClient;
  #mayForward = true;

  /** Asks over `client`. */
  constructor(client: KubeClient) {
    this.#client = client;
  }

  /** The answer to one GET. Throws a {@linkcode PodRefusal}, also for an answer that is not 200. */
  async get(
    pod: ObjectName,
    whom: Interlocutor,
    path: string,
    signal: AbortSignal,
  ): Promise<string> {
    return await this.ask(pod, whom, { method: "GET", path }, signal);
  }

  /** The answer to one request. Throws a {@linkcode PodRefusal}, also for an answer that is not 200. */
  async ask(
    { namespace, name }: ObjectName,
    whom: Interlocutor,
    request: PodRequest,
    signal: AbortSignal,
  ): Promise<string> {
    const pod = { namespace, name };
    if (this.#mayForward) {
      try {
        const { status, text } = await this.#client.podHttp(pod, whom.port, request, signal);
        if (status === 200) return text;
        throw new PodRefusal(0, `HTTP status ${status}`);
      } catch (cause) {
        if (!(cause instanceof PodRefusal && cause.status === FORBIDDEN)) throw cause;
        this.#mayForward = false;
      }
    }
    const command = [whom.program, "request", request.method, request.path.slice(1)];
    const result = await this.#client.podExec(pod, whom.container, command, { signal });
    if (result.exitCode === 0) return result.stdout;
    const reason = result.stderr.trim() || `${whom.program} ended with ${result.exitCode}`;
    throw new PodRefusal(0, reason);
  }

  /** The newest part of a container's log. Throws a {@linkcode PodRefusal}. */
  async log(
    { namespace, name }: ObjectName,
    container: string,
    signal: AbortSignal,
  ): Promise<string> {
    const options = { container, tailLines: LOG_LINES, limitBytes: LOG_BYTES, signal };
    return await this.#client.podLog({ namespace, name }, options);
  }
}
