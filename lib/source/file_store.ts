import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Tree } from "./tree.ts";

// What comes after this much is kept compressed: at this level zstd takes 800 MB of a recording in a
// second and makes a tenth of it, which is no slower than having the memory for all of it.
const PLAIN_BYTES = 32e6;
const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const WORTH_COMPRESSING_BYTES = 4096;

interface StoredFile {
  readonly parts: readonly Uint8Array[];
  readonly isCompressed: boolean;
}

/** Files in memory, the first ones as they are, later ones compressed. */
export class FileStore {
  readonly #files = new Map<string, StoredFile>();
  readonly #folders = new Map<string, Set<string>>();
  #heldBytes = 0;

  /** Bytes of memory that the files take. */
  get heldBytes(): number {
    return this.#heldBytes;
  }

  /** Adds a file; of two with the same path the last one counts, as when unpacking. */
  set(path: string, chunks: readonly Uint8Array[]): void {
    const isCompressed = this.#heldBytes > PLAIN_BYTES && sizeOf(chunks) >= WORTH_COMPRESSING_BYTES;
    // Each chunk is part of a larger one that must not be held.
    const parts = isCompressed ? chunks.map(compact) : [joined(chunks)];
    this.#heldBytes += sizeOf(parts) - sizeOf(this.#files.get(path)?.parts ?? []);
    this.#files.set(path, { isCompressed, parts });
    this.#enter(path);
  }

  #enter(path: string): void {
    const slash = path.lastIndexOf("/");
    const folder = slash < 0 ? "" : path.slice(0, slash);
    const names = this.#folders.get(folder);
    if (names) {
      names.add(path.slice(slash + 1));
      return;
    }
    this.#folders.set(folder, new Set([path.slice(slash + 1)]));
    if (folder !== "") this.#enter(folder);
  }

  /** The files as a tree. */
  tree(): Tree {
    return {
      list: (folder) => Promise.resolve([...this.#folders.get(folder) ?? []].sort()),
      read: (path) => Promise.resolve(this.#text(path)),
    };
  }

  #text(path: string): string | undefined {
    const file = this.#files.get(path);
    if (!file) return undefined;
    const chunks = file.isCompressed
      ? file.parts.map((part) => zstdDecompressSync(part))
      : file.parts;
    return new TextDecoder().decode(joined(chunks));
  }
}

/** Compressed bytes in memory of just their size: zstd's own buffer is larger. */
function compact(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(zstdCompressSync(bytes, OPTIONS));
}

function sizeOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((size, chunk) => size + chunk.length, 0);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(sizeOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
