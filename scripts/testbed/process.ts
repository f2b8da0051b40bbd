/** A program that runs beside a test: started, awaited, stopped; its output goes to a file. */

import { exists } from "./cache.ts";

/** How to start a program and when it counts as started. */
export interface Launch {
  /** Name in messages and of the log file. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Folder of the log file. */
  readonly folder: string;
  /** Whether it works yet; an exception means "not yet". */
  readonly isReady: () => Promise<boolean>;
  /** How long it may take until then. */
  readonly readySeconds: number;
}

/** A running program. Disposing of it stops it. */
export class Process implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  #exit: Deno.CommandStatus | undefined;

  private constructor(readonly name: string, readonly log: string, child: Deno.ChildProcess) {
    this.#child = child;
    void child.status.then((status) => this.#exit = status);
  }

  /** Starts it and waits until it is ready. */
  static async start(launch: Launch): Promise<Process> {
    const { name, folder, command, args, env = {} } = launch;
    const log = `${folder}/${name}.log`;
    const [program, ...first] = await dyingWithUs();
    const child = new Deno.Command(program, {
      args: [...first, `exec "$@" >>"${log}" 2>&1`, "sh", command, ...args],
      env,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    const process = new Process(name, log, child);
    try {
      await process.#untilReady(launch);
    } catch (cause) {
      await process.kill();
      throw cause;
    }
    return process;
  }

  async #untilReady({ isReady, readySeconds, name }: Launch): Promise<void> {
    const deadline = Date.now() + readySeconds * 1000;
    let reason = "";
    while (Date.now() < deadline) {
      if (this.#exit !== undefined) {
        throw new Error(`${name} exited with ${this.#exit.code}\n${await this.tail()}`);
      }
      try {
        if (await isReady()) return;
      } catch (cause) {
        reason = cause instanceof Error ? `: ${cause.message}` : "";
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${name} is not ready after ${readySeconds} s${reason}\n${await this.tail()}`);
  }

  /** The last lines of its log, for a person who looks for the reason. */
  async tail(lines = 15): Promise<string> {
    if (!await exists(this.log)) return `(no log at ${this.log})`;
    const text = (await Deno.readTextFile(this.log)).trimEnd().split("\n").slice(-lines);
    return [`${this.log}:`, ...text].join("\n  ");
  }

  /** Asks it to end, and ends it after five seconds. */
  async stop(): Promise<void> {
    if (this.#exit !== undefined) return;
    this.#signal("SIGTERM");
    const hurry = setTimeout(() => this.#signal("SIGKILL"), 5000);
    await this.#child.status;
    clearTimeout(hurry);
  }

  /** Ends it at once, as a crash would. */
  async kill(): Promise<void> {
    this.#signal("SIGKILL");
    await this.#child.status;
  }

  #signal(signal: Deno.Signal): void {
    try {
      this.#child.kill(signal);
    } catch (cause) {
      // It ended in the meantime.
      if (!(cause instanceof TypeError || cause instanceof Deno.errors.NotFound)) throw cause;
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

/** A shell that the kernel ends with this process, even when this one is killed (Linux). */
async function dyingWithUs(): Promise<[string, ...string[]]> {
  const setpriv = "/usr/bin/setpriv";
  return await exists(setpriv) ? [setpriv, "--pdeathsig", "KILL", "sh", "-c"] : ["sh", "-c"];
}

/** A port of the loopback interface that nobody uses now. */
export function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}
