import { type Clock, type FileSystem, type Gap, readAhead } from "../core/mod.ts";
import {
  type AccessLogParser,
  type Manifest,
  parseIstiodVersion,
  parseServerInfo,
  type Recording,
} from "../evidence/mod.ts";
import { ArchiveWriter, type WrittenFile } from "./archive_writer.ts";
import { filesOf, type Scope } from "./files.ts";
import { pseudonymousFile, pseudonymousPath, PSEUDONYMS } from "./pseudonyms/file.ts";
import type { Pseudonyms } from "./pseudonyms/pseudonyms.ts";
import { redactFile, REDACTIONS } from "./redact/file.ts";

/** What is captured, and how much of it. */
export interface CaptureOptions {
  /** Where the snapshot goes: a `.tar.gz`. */
  readonly path: string;
  /** What of the mesh is wanted. */
  readonly scope: Scope;
  /** Reads a line of the access log in the format of the mesh. */
  readonly parseRequest: AccessLogParser;
  /** What stands for the names of the mesh; the names themselves where not given. */
  readonly pseudonyms?: Pseudonyms;
  /** What could not be listed. */
  readonly gaps: readonly Gap[];
  /** Bytes of all files together, before they are compressed; further ones are not asked for. */
  readonly limitBytes: number;
  /** Milliseconds after which no answer is waited for any more, and further files are not asked for. */
  readonly limitMs: number;
  /** Files and the time. */
  readonly world: { readonly fs: FileSystem; readonly clock: Clock };
  /** Told before each file. */
  readonly onFile?: (path: string, done: number) => void;
  /** Interrupts: nothing is left behind. */
  readonly signal: AbortSignal;
}

/** What was captured. */
export interface CaptureReport {
  /** Always `"CaptureReport"`. */
  readonly kind: "CaptureReport";
  /** Version of this shape. */
  readonly version: 1;
  /** Where the snapshot is. */
  readonly path: string;
  /** How many files it has. */
  readonly files: number;
  /** Bytes of all files together, before they were compressed. */
  readonly bytes: number;
  /** What was taken out. */
  readonly redactions: readonly string[];
  /** What could not be captured. */
  readonly gaps: readonly Gap[];
}

const FILES_AHEAD = 8;

/**
 * Writes recordings down as a snapshot, the first one's files at the top. Every file is redacted on its
 * way; what cannot be had is a gap. Throws a {@linkcode Failure} `FILE_NOT_WRITABLE`.
 */
export async function capture(
  recordings: readonly [Recording, ...Recording[]],
  options: CaptureOptions,
): Promise<CaptureReport> {
  const { path, world, signal } = options;
  const started = world.clock.now();
  const writer = await ArchiveWriter.create(path, world.fs, started);
  const done = new AbortController();
  try {
    const captured = new Capture(writer, options, timeLimit(options, done.signal));
    for (const [i, recording] of recordings.entries()) await captured.add(recording, i === 0);
    await writer.close();
    return captured.report;
  } catch (cause) {
    await writer.abort(cause);
    signal.throwIfAborted();
    throw cause;
  } finally {
    done.abort();
  }
}

/** Aborts when the time of a capture is over, unless that is `done` before. */
function timeLimit({ limitMs, world: { clock } }: CaptureOptions, done: AbortSignal): AbortSignal {
  const over = new AbortController();
  if (limitMs < Infinity) clock.sleep(limitMs, done).then(() => over.abort(), () => {});
  return over.signal;
}

class Capture {
  #files = 0;
  #bytes = 0;
  readonly #gaps: Gap[] = [];
  /** Aborts whatever is still asked for. */
  readonly #waiting: AbortSignal;

  constructor(
    readonly writer: ArchiveWriter,
    readonly options: CaptureOptions,
    readonly timeIsOver: AbortSignal,
  ) {
    this.#waiting = AbortSignal.any([options.signal, timeIsOver]);
  }

  get report(): CaptureReport {
    return {
      kind: "CaptureReport",
      version: 1,
      path: this.options.path,
      files: this.#files,
      bytes: this.#bytes,
      redactions: this.#redactions,
      gaps: distinct(this.#gaps),
    };
  }

  async add(recording: Recording, isFirst: boolean): Promise<void> {
    const { scope, gaps, signal } = this.options;
    const top = isFirst ? "" : this.#path(`clusters/${recording.manifest.clusterName}/`);
    const listed = new Map<string, WrittenFile>();
    const left: Gap[] = isFirst ? [...gaps] : [];
    let told: Partial<Manifest> = {};
    const paths = filesOf(recording, scope, signal);
    const read = async (path: string) => ({ path, ...await this.#read(recording, path) });
    for await (const { path, text, reason } of readAhead(paths, FILES_AHEAD, read)) {
      signal.throwIfAborted();
      const limit = reason ?? this.#full;
      if (limit !== undefined) {
        left.push({ what: path, reason: limit });
        continue;
      }
      this.options.onFile?.(path, this.#files);
      const kept = text === undefined ? undefined : this.#kept(path, text);
      if (kept !== undefined) {
        listed.set(this.#path(path), await this.#write(top + this.#path(path), kept));
        told = { ...versionsIn(path, kept), ...told };
      } else if (text !== undefined) {
        left.push({ what: path, reason: "unreadable: of no known form" });
      }
    }
    const manifest = this.#manifest({ ...told, ...recording.manifest }, listed, left);
    await this.#write(`${top}manifest.json`, JSON.stringify(manifest, null, 1));
    this.#gaps.push(...manifest.gaps.map((gap) => ({ ...gap, what: top + gap.what })));
  }

  /** What of a file may be given away. */
  #kept(path: string, text: string): string | undefined {
    const { parseRequest, pseudonyms, scope: { hasApplicationLogs } } = this.options;
    const redacted = redactFile(path, text, { parseRequest, hasApplicationLogs });
    return pseudonyms === undefined || redacted === undefined
      ? redacted
      : pseudonymousFile(path, redacted, pseudonyms);
  }

  #path(path: string): string {
    const { pseudonyms } = this.options;
    return pseudonyms === undefined ? path : pseudonymousPath(path, pseudonyms);
  }

  get #redactions(): readonly string[] {
    return this.options.pseudonyms === undefined ? REDACTIONS : [...REDACTIONS, ...PSEUDONYMS];
  }

  /** The text of a file, or why it is left out. */
  async #read(
    recording: Recording,
    path: string,
  ): Promise<{ readonly text?: string | undefined; readonly reason?: string | undefined }> {
    const reason = this.#late ?? this.#full;
    if (reason !== undefined) return { reason };
    try {
      return { text: await recording.read(path, this.#waiting) };
    } catch (cause) {
      if (!this.timeIsOver.aborted || this.options.signal.aborted) throw cause;
      return { reason: this.#late };
    }
  }

  get #late(): string | undefined {
    return this.timeIsOver.aborted
      ? `left out: ${this.options.limitMs / 1000} s were over`
      : undefined;
  }

  get #full(): string | undefined {
    const { limitBytes } = this.options;
    return this.#bytes > limitBytes
      ? `left out: the snapshot has reached ${limitBytes / 1e6} MB`
      : undefined;
  }

  async #write(path: string, text: string): Promise<WrittenFile> {
    const written = await this.writer.add(path, text);
    this.#files++;
    this.#bytes += written.bytes;
    return written;
  }

  #manifest(
    { gaps: own = [], redactions: earlier = [], ...manifest }: Manifest,
    files: ReadonlyMap<string, WrittenFile>,
    left: readonly Gap[],
  ): Manifest & { readonly gaps: readonly Gap[]; readonly files: Record<string, WrittenFile> } {
    const named = (text: string) => this.options.pseudonyms?.text(text) ?? text;
    return {
      ...manifest,
      clusterName: named(manifest.clusterName),
      redactions: [...new Set([...earlier, ...this.#redactions])],
      gaps: distinct([...left, ...own]).map(({ what, reason }) => ({
        what: named(what),
        reason: named(reason),
      })),
      files: Object.fromEntries(files),
    };
  }
}

/** What a file says about the versions in the mesh. */
function versionsIn(path: string, text: string): Partial<Manifest> {
  if (path === "istiod/version.json") return { istioVersion: parseIstiodVersion(text) };
  return path.endsWith("/server_info.json") ? { envoyVersion: parseServerInfo(text).version } : {};
}

function distinct(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [gap.what, gap])).values()];
}
