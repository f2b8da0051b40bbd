/** The real world: the only folder that may use `Deno.*`. @module */
import { Failure, type World } from "../core/mod.ts";
import { get } from "./http.ts";
import { git, run } from "./program.ts";

/** The world as the process finds it. */
export function realWorld(): World {
  return {
    fs: {
      cwd: () => Deno.cwd(),
      async stat(path) {
        try {
          const { isDirectory, size } = await Deno.stat(path);
          return { isDirectory, size };
        } catch (cause) {
          if (cause instanceof Deno.errors.NotFound || cause instanceof Deno.errors.NotADirectory) {
            return undefined;
          }
          throw unreadable(path, cause);
        }
      },
      async realPath(path) {
        try {
          return await Deno.realPath(path);
        } catch (cause) {
          throw unreadable(path, cause);
        }
      },
      async list(path) {
        try {
          const names: string[] = [];
          for await (const { name } of Deno.readDir(path)) names.push(name);
          return names.sort();
        } catch (cause) {
          throw unreadable(path, cause);
        }
      },
      async read(path, limitBytes, signal) {
        try {
          const { size, isFile } = await Deno.stat(path);
          if (size > limitBytes) throw tooLarge(path, limitBytes);
          if (isFile) return await Deno.readFile(path, { signal });
          // A pipe or a device does not say how long it is.
          return await readAll((await Deno.open(path)).readable, path, limitBytes, signal);
        } catch (cause) {
          throw cause instanceof Failure || signal.aborted ? cause : unreadable(path, cause);
        }
      },
      async open(path) {
        try {
          return (await Deno.open(path)).readable;
        } catch (cause) {
          throw unreadable(path, cause);
        }
      },
      async write(path, text) {
        const { part, target, mode } = await partOf(path);
        try {
          await Deno.writeTextFile(part, text, mode === undefined ? {} : { mode });
          if (part !== target) await Deno.rename(part, target);
        } catch (cause) {
          throw unwritable(path, cause);
        }
      },
      create,
    },
    clock: {
      now: () => new Date(),
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          if (signal.aborted) return reject(signal.reason);
          const stop = () => {
            clearTimeout(timer);
            reject(signal.reason);
          };
          const timer = setTimeout(() => {
            signal.removeEventListener("abort", stop);
            resolve();
          }, ms);
          signal.addEventListener("abort", stop, { once: true });
        }),
    },
    stdin: {
      read: (limitBytes, signal) => readAll(Deno.stdin.readable, "-", limitBytes, signal),
      open: () => Deno.stdin.readable,
      isTerminal: Deno.stdin.isTerminal(),
    },
    stdout: output(Deno.stdout),
    stderr: output(Deno.stderr),
    run,
    git,
    http: { get },
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    env: { get: (name) => Deno.env.get(name) },
  };
}

async function readAll(
  stream: ReadableStream<Uint8Array>,
  path: string,
  limitBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const reader = stream.getReader();
  const stop = () => void reader.cancel();
  signal.addEventListener("abort", stop, { once: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      const { value } = await reader.read();
      if (value === undefined) break;
      size += value.length;
      chunks.push(value);
      if (size > limitBytes) throw tooLarge(path, limitBytes);
    }
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function output(stream: typeof Deno.stdout): World["stdout"] {
  const isTerminal = stream.isTerminal();
  return {
    isTerminal,
    columns: (isTerminal && Deno.consoleSize().columns) || 80,
    async write(text) {
      const bytes = new TextEncoder().encode(text);
      try {
        for (let at = 0; at < bytes.length;) at += await stream.write(bytes.subarray(at));
      } catch (cause) {
        // `meshmedic … | head`: the reader has enough.
        if (!(cause instanceof Deno.errors.BrokenPipe)) throw cause;
      }
    },
  };
}

/** A file in the making. */
interface Part {
  /** Where text waits until it takes the place of the file; a device or a pipe takes it itself. */
  readonly part: string;
  /** The file, behind links: they stay. */
  readonly target: string;
  /** Who may do what with the file that is there. */
  readonly mode: number | undefined;
}

async function partOf(path: string): Promise<Part> {
  const info = await Deno.stat(path).catch(() => undefined);
  if (info === undefined) return { part: `${path}.part`, target: path, mode: undefined };
  const target = info.isFile ? await Deno.realPath(path) : path;
  return {
    part: info.isFile ? `${target}.part` : target,
    target,
    mode: info.mode === null ? undefined : info.mode & 0o777,
  };
}

async function create(path: string): Promise<WritableStream<Uint8Array>> {
  const { part, target, mode } = await partOf(path);
  const attempt = async <T>(job: () => Promise<T>) => {
    try {
      return await job();
    } catch (cause) {
      throw unwritable(path, cause);
    }
  };
  const file = await attempt(() =>
    Deno.open(part, {
      write: true,
      create: true,
      truncate: true,
      ...(mode !== undefined && { mode }),
    })
  );
  const giveUp = async () => {
    file.close();
    if (part !== target) await Deno.remove(part);
  };
  return new WritableStream({
    write: (chunk) =>
      attempt(async () => {
        try {
          for (let at = 0; at < chunk.length;) at += await file.write(chunk.subarray(at));
        } catch (cause) {
          // A stream that failed is not aborted any more.
          await giveUp();
          throw cause;
        }
      }),
    close: () =>
      attempt(async () => {
        file.close();
        if (part !== target) await Deno.rename(part, target);
      }),
    abort: () => attempt(giveUp),
  });
}

function unwritable(path: string, cause: unknown): Failure {
  const why = cause instanceof Deno.errors.NotFound ? "there is no such folder" : reason(cause);
  return new Failure("FILE_NOT_WRITABLE", `Cannot write file "${path}": ${why}`, { cause });
}

function unreadable(path: string, cause: unknown): Failure {
  return new Failure("FILE_NOT_READABLE", `Cannot read file "${path}": ${reason(cause)}`, {
    cause,
  });
}

function tooLarge(path: string, limitBytes: number): Failure {
  const megabytes = Math.round(limitBytes / 2 ** 20);
  return new Failure(
    "FILE_NOT_READABLE",
    `Cannot read file "${path}": it is larger than ${megabytes} MB`,
  );
}

function reason(cause: unknown): string {
  if (cause instanceof Deno.errors.NotFound) return "no such file";
  if (cause instanceof Deno.errors.PermissionDenied) return "permission denied";
  if (cause instanceof Deno.errors.IsADirectory) return "it is a folder";
  return cause instanceof Error ? cause.message : String(cause);
}
