import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { createTarPacker } from "modern-tar";
import type { FileSystem } from "../core/mod.ts";

// The memory of bytes is only given back when it is collected, which short parts are soon.
const PART_LENGTH = 1 << 16;

const encoder = new TextEncoder();

/** A file of an archive. */
export interface WrittenFile {
  /** Its length. */
  readonly bytes: number;
  /** Its hash, as hexadecimal digits. */
  readonly sha256: string;
}

/** Writes a `.tar.gz` file by file; it is there when it is closed, and never is when it is aborted. */
export class ArchiveWriter {
  readonly #packer = createTarPacker();
  readonly #written: Promise<void>;
  #failure: unknown;

  private constructor(file: WritableStream<Uint8Array>, readonly modified: Date) {
    const packed = this.#packer.readable.pipeThrough(new CompressionStream("gzip"));
    this.#written = packed.pipeTo(file);
    this.#written.catch((cause) => this.#failure = cause);
  }

  /** Begins an archive whose files all bear the time `modified`. */
  static async create(path: string, fs: FileSystem, modified: Date): Promise<ArchiveWriter> {
    return new ArchiveWriter(await fs.create(path), modified);
  }

  /** Adds a file. Throws a {@linkcode Failure} `FILE_NOT_WRITABLE`. */
  async add(path: string, text: string): Promise<WrittenFile> {
    const size = Buffer.byteLength(text);
    const mtime = this.modified;
    const hash = createHash("sha256");
    const writer = this.#packer.controller.add({ name: path, size, mtime, mode: 0o644 })
      .getWriter();
    const write = async () => {
      for (const part of partsOf(text)) {
        const bytes = encoder.encode(part);
        hash.update(bytes);
        await writer.write(bytes);
      }
      await writer.close();
    };
    // A file that can be written no more stops taking data without an error of its own.
    await Promise.race([write(), this.#written]);
    if (this.#failure !== undefined) throw this.#failure;
    return { bytes: size, sha256: hash.digest("hex") };
  }

  /** Ends the archive. Throws a {@linkcode Failure} `FILE_NOT_WRITABLE`. */
  async close(): Promise<void> {
    this.#packer.controller.finalize();
    await this.#written;
  }

  /** Gives up: nothing is left of the archive. */
  async abort(reason: unknown): Promise<void> {
    this.#packer.controller.error(reason);
    await this.#written.catch(() => {});
  }
}

/** A text in parts that are whole characters. */
function* partsOf(text: string): Generator<string> {
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = Math.min(start + PART_LENGTH, text.length);
    const isHalf = end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1]!);
    if (isHalf) end++;
    yield text.slice(start, end);
  }
}
