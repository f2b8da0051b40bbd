import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { createTarDecoder, type ParsedTarEntry } from "modern-tar";
import { Failure, type Gap } from "../core/mod.ts";
import { FileStore } from "./file_store.ts";
import { unusable } from "./snapshot_failure.ts";
import { isInside, MAX_FILE_BYTES, type Tree } from "./tree.ts";

/** How much of an archive is read before it is refused. */
export interface ArchiveLimits {
  /** Bytes after decompression. */
  readonly totalBytes: number;
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes held in memory, where what is seldom read is compressed. */
  readonly heldBytes: number;
  /** Files, folders and links. */
  readonly entries: number;
  /** Bytes after decompression for each byte before, once that is more than a little. */
  readonly ratio: number;
}

/** Far above any real recording, and below what harms a machine. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  totalBytes: 16e9,
  fileBytes: MAX_FILE_BYTES,
  heldBytes: 1e9,
  entries: 1_000_000,
  ratio: 250,
};

const RATIO_APPLIES_BYTES = 64e6;
// Another thread unpacks; each chunk that it hands over costs a little, whatever its size.
const CHUNK_BYTES = 1 << 18;
const MAX_NAMED_GAPS = 20;

/** The files of an archive, held in memory, and what of it was not taken. */
export interface Archive {
  /** The files. */
  readonly tree: Tree;
  /** Entries that were left out, and why. */
  readonly gaps: readonly Gap[];
}

/**
 * Reads a tar archive, compressed with gzip or not, in one pass. Throws a {@linkcode Failure} for what is
 * no such archive, is cut off, or goes beyond `limits`; `path` is its name.
 */
export async function readArchive(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<Archive> {
  const store = new FileStore();
  const gaps: Gap[] = [];
  let entries = 0;
  try {
    const plain = ReadableStream.from(decompressed(bytes, limits));
    for await (const entry of plain.pipeThrough(createTarDecoder({ strict: true }))) {
      signal.throwIfAborted();
      if (++entries > limits.entries) throw new TooMuchError(`more than ${limits.entries} entries`);
      await take(entry, store, gaps, limits);
    }
  } catch (cause) {
    if (signal.aborted) throw cause;
    if (cause instanceof Failure) throw cause;
    const hint = cause instanceof TooMuchError ? "Unpack it and name the folder." : undefined;
    throw unusable(path, reasonOf(cause, entries === 0), { cause, ...(hint && { hint }) });
  }
  const unnamed = gaps.splice(MAX_NAMED_GAPS).length;
  if (unnamed > 0) gaps.push({ what: `${unnamed} more entries of the archive`, reason: "ignored" });
  return { tree: store.tree(), gaps };
}

async function take(
  { header, body }: ParsedTarEntry,
  store: FileStore,
  gaps: Gap[],
  limits: ArchiveLimits,
): Promise<void> {
  const path = header.name.replace(/^(\.\/+)+/, "").replace(/\/+$/, "");
  if (header.type === "directory") return await body.cancel();
  const refused = header.type !== "file"
    ? `a ${header.type} is ignored`
    : path === "" || path === "." || !isInside(path)
    ? "a path out of the archive is ignored"
    : undefined;
  if (refused !== undefined) {
    gaps.push({ what: printable(header.name), reason: refused });
    return await body.cancel();
  }
  if (header.size > limits.fileBytes) {
    throw new TooMuchError(`"${path}" of ${megabytes(header.size)}`);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  store.set(path, chunks);
  if (store.heldBytes > limits.heldBytes) {
    throw new TooMuchError(
      `more than ${megabytes(limits.heldBytes)} of files even when compressed`,
    );
  }
}

/** The bytes themselves, or what is in them if they are gzip. */
async function* decompressed(
  bytes: AsyncIterable<Uint8Array>,
  limits: ArchiveLimits,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let [packed, total] = [0, 0];
  const counted = async function* () {
    for await (const chunk of bytes) {
      packed += chunk.length;
      yield chunk;
    }
  };
  for await (const chunk of await gunzipped(counted())) {
    total += chunk.length;
    if (total > limits.totalBytes) {
      throw new TooMuchError(`more than ${megabytes(limits.totalBytes)}`);
    }
    if (total > RATIO_APPLIES_BYTES && total > limits.ratio * packed) {
      throw new TooMuchError(`more than ${limits.ratio} bytes for each byte that it is long`);
    }
    yield chunk;
  }
}

async function gunzipped(
  bytes: AsyncGenerator<Uint8Array>,
): Promise<AsyncIterable<Uint8Array<ArrayBuffer>>> {
  const first = await bytes.next();
  const whole = async function* () {
    if (!first.done) yield first.value;
    yield* bytes;
  };
  const isGzip = first.value?.[0] === 0x1f && first.value[1] === 0x8b;
  if (!isGzip) return whole() as AsyncGenerator<Uint8Array<ArrayBuffer>>;
  // Errors come out of the iteration; the callback only keeps them from being thrown a second time.
  return pipeline(whole, createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
}

function reasonOf(cause: unknown, isEmpty: boolean): string {
  if (cause instanceof TooMuchError) return cause.message;
  const message = cause instanceof Error ? cause.message : String(cause);
  // Anything short looks like the beginning of a tar archive; gzip is known by how it begins.
  if (isEmpty && /truncated/.test(message)) return "it is no .tar or .tar.gz archive";
  return /unexpected end of file|truncated/.test(message)
    ? "it is cut off"
    : `it is no intact .tar or .tar.gz archive (${message.replace(/\.$/, "")})`;
}

/** The archive goes beyond a limit. */
class TooMuchError extends Error {
  constructor(what: string) {
    super(`it holds ${what}, more than is read from an archive`);
  }
}

/** A name that somebody else chose, safe for a terminal. */
function printable(name: string): string {
  return name.slice(0, 200).replaceAll(/\p{Cc}/gu, "\uFFFD");
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
