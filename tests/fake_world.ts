/** A world in memory: files and environment in, text out. @module */
import { Failure, type HttpAnswer, type RunOptions, type RunResult, type World } from "../mod.ts";

/** What a test puts into the world. */
export interface FakeOutside {
  /** Files by absolute path; the working folder is `/repo`. */
  readonly files?: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;
  /** What is piped in. */
  readonly stdin?: string;
  /** What `git` prints, by its arguments. */
  readonly git?: Readonly<Record<string, string>>;
  /** What programs do, by their names; others are not installed. */
  readonly programs?: Readonly<Record<string, (options: RunOptions) => RunResult>>;
  /** What other servers answer, by the beginning of the URL. */
  readonly http?: Readonly<Record<string, HttpAnswer>>;
  /** The environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether a person sits at a terminal. */
  readonly isTerminal?: boolean;
  /** Width of the terminal. */
  readonly columns?: number;
}

/** What came out. */
export interface FakeOutput {
  /** Everything on stdout. */
  stdout: string;
  /** Everything on stderr. */
  stderr: string;
  /** Files that were written. */
  readonly written: Map<string, string>;
  /** Files that were written as streams. */
  readonly created: Map<string, Uint8Array<ArrayBuffer>>;
}

const CWD = "/repo";

/** A fake world and what is written in it. */
export function fakeWorld(outside: FakeOutside = {}): { world: World; out: FakeOutput } {
  const { isTerminal = false, columns = 80 } = outside;
  const out: FakeOutput = { stdout: "", stderr: "", written: new Map(), created: new Map() };
  const stream = (name: "stdout" | "stderr") => ({
    isTerminal,
    columns,
    write: (text: string) => Promise.resolve(void (out[name] += text)),
  });
  const world: World = {
    fs: fakeFileSystem(new Map(Object.entries(outside.files ?? {})), out),
    clock: {
      now: () => new Date("2026-01-01T00:00:00Z"),
      sleep: (_, signal) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    },
    stdin: {
      read: () => Promise.resolve(encode(outside.stdin ?? "")),
      open: () => new Blob([encode(outside.stdin ?? "")]).stream(),
      isTerminal: isTerminal && outside.stdin === undefined,
    },
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    run: (command, options) => Promise.resolve(outside.programs?.[command]?.(options)),
    // deno-lint-ignore require-await
    git: async (args) => {
      const printed = outside.git?.[args.join(" ")];
      if (printed !== undefined) return printed;
      throw new Failure("GIT_FAILED", `Cannot run git ${args[0]}: no repository`);
    },
    http: {
      // deno-lint-ignore require-await
      get: async (url) => {
        const known = Object.entries(outside.http ?? {}).find(([begin]) => url.startsWith(begin));
        if (known) return known[1];
        throw new Failure("HOST_UNREACHABLE", `Cannot reach ${new URL(url).host}: it is not there`);
      },
    },
    random: (length) => new Uint8Array(length),
    env: { get: (name) => outside.env?.[name] },
  };
  return { world, out };
}

function fakeFileSystem(
  files: ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>,
  { created, written }: Pick<FakeOutput, "created" | "written">,
): World["fs"] {
  const absolute = (path: string) =>
    (path.startsWith("/") ? path : `${CWD}/${path}`).replace(/\/\.?$/, "").replaceAll("/./", "/");
  const below = (path: string) =>
    [...files.keys()].filter((each) => each.startsWith(`${absolute(path)}/`));
  const bytesOf = (path: string) => {
    const content = files.get(absolute(path));
    if (content === undefined) {
      throw new Failure("FILE_NOT_READABLE", `Cannot read file "${path}": no such file`);
    }
    return typeof content === "string" ? encode(content) : content;
  };
  return {
    cwd: () => CWD,
    stat(path) {
      const isFile = files.has(absolute(path));
      if (!isFile && below(path).length === 0) return Promise.resolve(undefined);
      return Promise.resolve({ isDirectory: !isFile, size: isFile ? bytesOf(path).length : 0 });
    },
    realPath: (path) => Promise.resolve(absolute(path)),
    list: (path) =>
      Promise.resolve(
        [
          ...new Set(
            below(path).map((each) => each.slice(absolute(path).length + 1).split("/")[0]!),
          ),
        ]
          .sort(),
      ),
    // deno-lint-ignore require-await
    read: async (path) => bytesOf(path),
    // deno-lint-ignore require-await
    open: async (path) => new Blob([bytesOf(path)]).stream(),
    write: (path, text) => Promise.resolve(void written.set(absolute(path), text)),
    // deno-lint-ignore require-await
    create: async (path) => {
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      return new WritableStream<Uint8Array>({
        write: (chunk) => void chunks.push(new Uint8Array(chunk)),
        async close() {
          created.set(absolute(path), new Uint8Array(await new Blob(chunks).arrayBuffer()));
        },
      });
    },
  };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
