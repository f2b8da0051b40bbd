import { createTarPacker } from "modern-tar";
import type { FileSystem } from "../core/mod.ts";

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
  async add(path: string, bytes: Uint8Array): Promise<void> {
    const mtime = this.modified;
    const body = this.#packer.controller.add({
      name: path,
      size: bytes.length,
      mtime,
      mode: 0o644,
    });
    const writer = body.getWriter();
    // A file that can be written no more stops taking data without an error of its own.
    await Promise.race([writer.write(bytes).then(() => writer.close()), this.#written]);
    if (this.#failure !== undefined) throw this.#failure;
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
