/** Everything outside the program, handed in by `main.ts` or by a test. Nothing else touches the outside. */
export interface World {
  /** Files. */
  readonly fs: FileSystem;
  /** The time. */
  readonly clock: Clock;
  /** What the user pipes in. */
  readonly stdin: {
    /** All of it; more than `limitBytes` is a failure. */
    read(limitBytes: number, signal: AbortSignal): Promise<Uint8Array>;
    /** A stream of chunks. */
    open(): ReadableStream<Uint8Array<ArrayBuffer>>;
    /** Whether a person types there. */
    readonly isTerminal: boolean;
  };
  /** Results, and nothing else. */
  readonly stdout: Output;
  /** Talk: progress, warnings and failures. */
  readonly stderr: Output;
  /**
   * Runs a program to its end; `undefined` where it is not installed. Throws a {@linkcode Failure}
   * `PROGRAM_FAILED` where it cannot be started.
   */
  run(command: string, options: RunOptions): Promise<RunResult | undefined>;
  /**
   * Runs `git` in the working folder and gives what it prints. Throws a {@linkcode Failure} `GIT_FAILED`
   * where it is not there, or does not succeed.
   */
  git(args: readonly string[], signal: AbortSignal): Promise<string>;
  /** Other servers than those of a cluster. */
  readonly http: {
    /**
     * One GET. Throws a {@linkcode Failure} `HOST_UNREACHABLE` that names the host where there is no answer
     * in time, or a longer one than `limitBytes`.
     */
    get(url: string, options: HttpOptions): Promise<HttpAnswer>;
  };
  /** As many random bytes, which nobody can guess. */
  random(length: number): Uint8Array<ArrayBuffer>;
  /** The environment. */
  readonly env: { get(name: string): string | undefined };
}

/** How a program is run. */
export interface RunOptions {
  /** Its arguments. */
  readonly args: readonly string[];
  /** Variables beside those of the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads. */
  readonly stdin: "nothing" | "terminal";
  /** Where its talk goes: to the person at the terminal, or into the result. */
  readonly stderr: "terminal" | "kept";
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** What a program did. */
export interface RunResult {
  /** Exit status. */
  readonly code: number;
  /** What it printed. */
  readonly stdout: string;
  /** Its talk; `""` where the terminal has it. */
  readonly stderr: string;
}

/** How a server is asked. */
export interface HttpOptions {
  /** Headers of the request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Most bytes of an answer. */
  readonly limitBytes: number;
  /** How long it may take. */
  readonly timeoutMs: number;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

/** What a server answered. */
export interface HttpAnswer {
  /** Status. */
  readonly status: number;
  /** Body. */
  readonly text: string;
}

/** Files and folders. Every method throws a {@linkcode Failure} `FILE_NOT_READABLE` that names the path. */
export interface FileSystem {
  /** The working folder. */
  cwd(): string;
  /** What is at `path`, or `undefined` where there is nothing. */
  stat(path: string): Promise<FileInfo | undefined>;
  /** The absolute path without links, the same for every way to name it. */
  realPath(path: string): Promise<string>;
  /** Names in a folder, sorted. */
  list(path: string): Promise<readonly string[]>;
  /** A whole file; a file above `limitBytes` is a failure. */
  read(path: string, limitBytes: number, signal: AbortSignal): Promise<Uint8Array>;
  /** A file as a stream of chunks. */
  open(path: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  /** Writes a file whole or not at all. */
  write(path: string, text: string): Promise<void>;
  /**
   * A file to be written as a stream of chunks: it is there when the stream is closed, and never is when
   * the stream is aborted. Throws a {@linkcode Failure} `FILE_NOT_WRITABLE`, and so does the stream.
   */
  create(path: string): Promise<WritableStream<Uint8Array>>;
}

/** What is at a path. */
export interface FileInfo {
  /** Whether it is a folder. */
  readonly isDirectory: boolean;
  /** Size in bytes. */
  readonly size: number;
}

/** The time. */
export interface Clock {
  /** Now. */
  now(): Date;
  /** Waits, unless interrupted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** A stream of text. */
export interface Output {
  /** Writes all of `text`. */
  write(text: string): Promise<void>;
  /** Whether a person looks at it. */
  readonly isTerminal: boolean;
  /** Columns of the terminal; 80 where it is none. */
  readonly columns: number;
}
