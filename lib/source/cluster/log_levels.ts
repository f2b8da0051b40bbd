import { type KubeClient, type ObjectName, PodRefusal } from "../../client/mod.ts";
import { Failure, nearest } from "../../core/mod.ts";
import { ENVOY } from "./layout.ts";
import { PodQuestions } from "./pod_questions.ts";

/** The levels of Envoy's loggers, most talk first. */
export const LOG_LEVELS = [
  "trace",
  "debug",
  "info",
  "warning",
  "error",
  "critical",
  "off",
] as const;

/** How much a logger of Envoy says. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Levels by the name of the logger. */
export type LogLevels = ReadonlyMap<string, LogLevel>;

/** What shall change: the level of all loggers first, then of some. */
export interface LogLevelChange {
  /** For all loggers. */
  readonly all?: LogLevel;
  /** For single loggers. */
  readonly loggers: LogLevels;
}

/** The log levels of a live proxy. Throws a `Failure` where the pod cannot be asked. */
export class ProxyLogLevels {
  readonly #questions: PodQuestions;
  readonly #pod: ObjectName;

  /** Asks the proxy of a pod. */
  constructor(client: KubeClient, pod: ObjectName) {
    this.#questions = new PodQuestions(client);
    this.#pod = pod;
  }

  /** The levels as they are. Envoy takes that question as a POST, too; without a query nothing changes. */
  async read(signal: AbortSignal): Promise<LogLevels> {
    return parseLogLevels(await this.#post("", signal));
  }

  /** Changes levels, and says how they are then. Throws a `Failure` for a logger that is not there. */
  async change({ all, loggers }: LogLevelChange, signal: AbortSignal): Promise<LogLevels> {
    const levels = await this.read(signal);
    const unknown = [...loggers.keys()].find((logger) => !levels.has(logger));
    if (unknown !== undefined) {
      const likely = nearest(unknown, [...levels.keys()]);
      throw new Failure("USAGE", `Envoy has no logger "${unknown}"`, {
        hint: likely ? `Did you mean "${likely}"?` : `There are ${[...levels.keys()].join(", ")}.`,
      });
    }
    if (all !== undefined) await this.#post(`?level=${all}`, signal);
    for (const [logger, level] of loggers) await this.#post(`?${logger}=${level}`, signal);
    return await this.read(signal);
  }

  async #post(query: string, signal: AbortSignal): Promise<string> {
    const request = { method: "POST", path: `/logging${query}` } as const;
    try {
      return await this.#questions.ask(this.#pod, ENVOY, request, signal);
    } catch (cause) {
      if (!(cause instanceof PodRefusal)) throw cause;
      const { namespace, name } = this.#pod;
      throw new Failure("CLUSTER_REFUSED", `Cannot ask the proxy of ${name}.${namespace}`, {
        cause,
        hint: `${cause.message}. It takes the right to pods/portforward or pods/exec.`,
      });
    }
  }
}

/** Reads Envoy's answer: a heading, and lines such as `  admin: warning`. */
export function parseLogLevels(text: string): LogLevels {
  const lines = text.matchAll(/^\s+([\w.]+): (\w+)$/gm);
  return new Map(
    [...lines].flatMap(([, logger = "", level = ""]) =>
      isLogLevel(level) ? [[logger, level] as const] : []
    ),
  );
}

/** Whether a word is the name of a level. */
export function isLogLevel(word: string): word is LogLevel {
  return (LOG_LEVELS as readonly string[]).includes(word);
}
