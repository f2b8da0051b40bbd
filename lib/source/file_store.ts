import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Tree } from "./tree.ts";

// What comes after this much is kept compressed: at this level zlib takes 500 MB of a recording in a
// second and makes a tenth of it.
const PLAIN_BYTES = 512e6;
const LEVEL = 2;
const WORTH_COMPRESSING_BYTES = 4096;

interface StoredFile {
  readonly bytes: Uint8Array;
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
    const bytes = joined(chunks);
    const isCompressed = this.#heldBytes > PLAIN_BYTES && bytes.length >= WORTH_COMPRESSING_BYTES;
    const file = { isCompressed, bytes: isCompressed ? compact(bytes) : bytes };
    this.#heldBytes += file.bytes.length - (this.#files.get(path)?.bytes.length ?? 0);
    this.#files.set(path, file);
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
    return new TextDecoder().decode(file.isCompressed ? inflateRawSync(file.bytes) : file.bytes);
  }
}

/** Compressed bytes in memory of just their size: zlib's own buffer is larger. */
function compact(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(deflateRawSync(bytes, { level: LEVEL }));
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
