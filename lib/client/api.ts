import { type Clock, Failure } from "../core/mod.ts";
import type { ApiAnswer, ApiRequest, ApiStream, Connection } from "./connection.ts";
import { interruption, isPassing, refused, silent, unreachable } from "./unreachable.ts";

const FIRST_CONTACT_SECONDS = 10;
/** An API server that answered before may restart in the meantime. */
const PATIENCE_SECONDS = 60;
const MAX_ANSWERS = 5;
const LONGEST_PAUSE_MS = 5_000;
/** Answers that another attempt may better: too many requests, and troubles of the server. */
const RETRIED: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/**
 * Requests to one API server that outlive passing trouble: a broken connection, a busy or a restarting
 * server, a token that expires. Throws a {@linkcode Failure} `CLUSTER_UNREACHABLE` where there is no
 * answer, ten seconds after the first request at the latest.
 */
export class Api {
  #wasReached = false;

  /** Sends over `connection`. */
  constructor(
    /** The way to the API server. */
    readonly connection: Connection,
    /** Waits between attempts. */
    readonly clock: Clock,
  ) {}

  /** Sends a request and reads the whole answer, whatever its status; only safe to repeat requests. */
  async send(request: ApiRequest, signal: AbortSignal): Promise<ApiAnswer> {
    const send = (either: AbortSignal) => this.connection.send(request, either);
    return await this.#named(request, signal, this.#attempt(send, signal));
  }

  /** Opens a stream. Trouble after its first byte is the reader's. */
  async stream(request: ApiRequest, signal: AbortSignal): Promise<ApiStream> {
    // The stream outlives the deadline of its opening, so only the caller's signal may end it.
    const open = () => this.connection.stream(request, signal);
    return await this.#named(request, signal, this.#attempt(open, signal));
  }

  /** The result of a job; where the time is up, the failure says for what there was no answer. */
  async #named<T>({ path }: ApiRequest, signal: AbortSignal, job: Promise<T>): Promise<T> {
    try {
      return await job;
    } catch (cause) {
      throw cause === signal.reason ? interruption(this.connection.info, path, cause) : cause;
    }
  }

  async #attempt<T extends { status: number; retryAfterSeconds?: number | undefined }>(
    send: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
    wasRenewed = false,
  ): Promise<T> {
    const { connection } = this;
    await connection.logIn(signal);
    const { renewals } = connection;
    const seconds = this.#wasReached ? PATIENCE_SECONDS : FIRST_CONTACT_SECONDS;
    const deadline = AbortSignal.timeout(seconds * 1000);
    const either = AbortSignal.any([signal, deadline]);
    let answer: T | undefined;
    let failure: Failure | undefined;
    for (let [attempts, answers] = [1, 0];; attempts++) {
      try {
        answer = await send(either);
        this.#wasReached = true;
        if (answer.status === 401) {
          if (wasRenewed) throw refused(connection.info);
          await connection.renew(renewals);
          return await this.#attempt(send, signal, true);
        }
        // A server that just started forbids everything until it has read who may do what.
        const mayPass = RETRIED.has(answer.status) ||
          answer.status === 403 && failure !== undefined;
        if (!mayPass || ++answers === MAX_ANSWERS) return answer;
      } catch (cause) {
        signal.throwIfAborted();
        if (deadline.aborted) throw failure ?? silent(connection.info, seconds);
        failure = unreachable(connection.info, cause);
        answer = undefined;
        // On first contact a refused connection means a wrong address, later a restart.
        if (!isPassing(cause) || !this.#wasReached && attempts === 2) throw failure;
      }
      await this.clock.sleep(pause(attempts, answer?.retryAfterSeconds), either).catch(() => {});
      signal.throwIfAborted();
      if (answer !== undefined && deadline.aborted) return answer;
    }
  }
}

function pause(attempts: number, seconds?: number): number {
  return Math.min(seconds === undefined ? 125 * 2 ** attempts : seconds * 1000, LONGEST_PAUSE_MS);
}
