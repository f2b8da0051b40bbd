import type { OptionValues } from "@commander-js/extra-typings";
import { Failure, type World } from "../core/mod.ts";
import type { Style } from "../report/mod.ts";

/** The outside, as `run` is given it. */
export interface Outside {
  /** Everything outside the process. */
  readonly world: World;
  /** Aborts when the user interrupts. */
  readonly signal: AbortSignal;
}

/** The values of the flags that every command has. */
export interface CommonFlags {
  /** `--color`. */
  readonly color: "auto" | "always" | "never";
  /** `--output-file`. */
  readonly outputFile: string | undefined;
  /** `--quiet`. */
  readonly quiet: boolean;
  /** `--timeout` in milliseconds. */
  readonly timeout: number | undefined;
  /** `--verbose`. */
  readonly verbose: boolean;
}

/** The common flags among the parsed flags of a command. */
export function commonFlags(flags: OptionValues): CommonFlags {
  const { color, outputFile, quiet, timeout, verbose } = flags;
  return {
    color: color === "always" || color === "never" ? color : "auto",
    outputFile: typeof outputFile === "string" ? outputFile : undefined,
    quiet: quiet === true,
    timeout: typeof timeout === "number" ? timeout : undefined,
    verbose: verbose === true,
  };
}

/** How a text looks that nobody watches on a terminal. */
export const PLAIN_STYLE: Style = { color: false, columns: 100 };

/** What a command works with: the world, and the ways to speak. */
export class Shell {
  /** Everything outside the process. */
  readonly world: World;
  /** Aborts when the user interrupts or the time is up. */
  readonly signal: AbortSignal;
  /** How the document may look. */
  readonly style: Style;
  /** Whether a person reads the document on a terminal. */
  readonly isInteractive: boolean;
  readonly #flags: CommonFlags;
  #document = "";

  /** Opens the shell of one command. */
  constructor({ world, signal }: Outside, flags: CommonFlags) {
    this.world = world;
    this.signal = flags.timeout === undefined
      ? signal
      : AbortSignal.any([signal, timeLimit(flags.timeout)]);
    this.isInteractive = flags.outputFile === undefined && world.stdout.isTerminal;
    this.style = {
      color: wantsColor(flags.color, world.env, this.isInteractive),
      columns: this.isInteractive ? world.stdout.columns : PLAIN_STYLE.columns,
    };
    this.#flags = flags;
  }

  /** Adds to the document: stdout, or the file of `--output-file`, which is written whole at the end. */
  async print(text: string): Promise<void> {
    if (this.#flags.outputFile === undefined) await this.world.stdout.write(text);
    else this.#document += text;
  }

  /** Says something that is no part of the document, unless `--quiet`. */
  async say(text: string): Promise<void> {
    if (!this.#flags.quiet) await this.world.stderr.write(`meshmedic: ${text}\n`);
  }

  /** Says something only under `--verbose`. */
  async detail(text: string): Promise<void> {
    if (this.#flags.verbose) await this.say(text);
  }

  /** Shows a person at a terminal how far a long job is; an empty text takes it away. */
  async progress(text: string): Promise<void> {
    const { stderr } = this.world;
    if (!stderr.isTerminal || this.#flags.quiet) return;
    await stderr.write(`\r\x1b[K${text.slice(0, stderr.columns - 1)}`);
  }

  /** Does `job`; a person at a terminal is told so when it takes longer than a second. */
  async working<T>(what: string, job: Promise<T>): Promise<T> {
    const { stderr, clock } = this.world;
    if (!stderr.isTerminal || this.#flags.quiet) return await job;
    const done = new AbortController();
    const notice = clock.sleep(1_000, done.signal).then(() => stderr.write(`${what} …`))
      .then(() => true, () => false);
    try {
      return await job;
    } finally {
      done.abort();
      if (await notice) await stderr.write("\r\x1b[K");
    }
  }

  /** Ends the document. */
  async close(): Promise<void> {
    if (this.#flags.outputFile === undefined) return;
    await this.world.fs.write(this.#flags.outputFile, this.#document);
  }
}

/** Whether to colour: the flag, then `NO_COLOR` and `FORCE_COLOR`, then whether a terminal shows it. */
export function wantsColor(
  when: CommonFlags["color"],
  env: World["env"],
  isInteractive: boolean,
): boolean {
  if (when !== "auto") return when === "always";
  if (env.get("NO_COLOR")) return false;
  const force = env.get("FORCE_COLOR");
  if (force) return force !== "0" && force !== "false";
  return isInteractive && env.get("TERM") !== "dumb";
}

function timeLimit(milliseconds: number): AbortSignal {
  const limit = new AbortController();
  AbortSignal.timeout(milliseconds).addEventListener("abort", () =>
    limit.abort(
      new Failure("TIMED_OUT", `Cannot finish within ${milliseconds / 1_000} s`, {
        hint: "Raise --timeout, or ask a narrower question.",
      }),
    ));
  return limit.signal;
}
