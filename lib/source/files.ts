import { Failure, type FileSystem, type World } from "../core/mod.ts";
import { type ManifestOptions, ManifestReader, type Manifests } from "./manifest/manifests.ts";

/** What manifest files are loaded with. */
export interface LoadOptions extends ManifestOptions {
  /** Files, and what is piped in. */
  readonly world: Pick<World, "fs" | "stdin">;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

/** Longest file that is read, in bytes. */
export const MAX_MANIFEST_BYTES: number = 100 * 2 ** 20;

const STDIN = "-";
const MANIFEST = /\.(?:ya?ml|json)$/i;
const CONCURRENT_READS = 8;

/**
 * Reads manifests: files; of folders every `.yaml`, `.yml` and `.json` file, also in the folders below that
 * are not hidden; and for `-` what is piped in. A file that is named twice is read once. Throws a
 * {@linkcode Failure} `FILE_NOT_READABLE`.
 */
export async function loadFiles(
  paths: readonly string[],
  options: LoadOptions,
): Promise<Manifests> {
  const { world, signal } = options;
  const { files, dangling } = await filesOf(paths, world.fs);
  const reader = new ManifestReader(options);
  for (const link of dangling) reader.ignore(link, "the link leads nowhere");
  for (let i = 0; i < files.length; i += CONCURRENT_READS) {
    signal.throwIfAborted();
    const some = files.slice(i, i + CONCURRENT_READS);
    const contents = await Promise.all(some.map((file) => read(file, options)));
    for (const [j, content] of contents.entries()) reader.read(content, some[j]!);
  }
  return reader;
}

async function read(file: string, { world, signal }: LoadOptions): Promise<Uint8Array> {
  return file === STDIN
    ? await world.stdin.read(MAX_MANIFEST_BYTES, signal)
    : await world.fs.read(file, MAX_MANIFEST_BYTES, signal);
}

/** What paths stand for, in the order of the paths, and inside a folder by name. */
interface FoundFiles {
  /** The files. */
  readonly files: string[];
  /** Links in folders to what is not there, such as editors leave behind. */
  readonly dangling: string[];
}

async function filesOf(paths: readonly string[], fs: FileSystem): Promise<FoundFiles> {
  const seen = new Set<string>();
  const files: string[] = [];
  const dangling: string[] = [];
  for (const path of paths) {
    const info = path === STDIN ? undefined : await fs.stat(path);
    if (!info && path !== STDIN) {
      const reason = "no such file or folder";
      throw new Failure("FILE_NOT_READABLE", `Cannot read "${path}": ${reason}`);
    }
    if (info?.isDirectory) {
      const below = await filesBelow(path, fs, seen);
      files.push(...below.files);
      dangling.push(...below.dangling);
      continue;
    }
    const key = info ? await fs.realPath(path) : path;
    if (!seen.has(key)) files.push(path);
    seen.add(key);
  }
  return { files, dangling };
}

async function filesBelow(
  folder: string,
  fs: FileSystem,
  seen: Set<string>,
): Promise<FoundFiles> {
  const files: string[] = [];
  const dangling: string[] = [];
  let found = 0;
  const walk = async (path: string) => {
    const real = await fs.realPath(path);
    // A link to a folder above would lead around in circles.
    if (seen.has(`${real}/`)) return void found++;
    seen.add(`${real}/`);
    for (const name of await fs.list(path)) {
      if (name.startsWith(".")) continue;
      const below = path === "." ? name : `${path.replace(/\/+$/, "")}/${name}`;
      const info = await fs.stat(below);
      if (info?.isDirectory) await walk(below);
      else if (MANIFEST.test(name)) {
        found++;
        if (!info) dangling.push(below);
        else if (!seen.has(`${real}/${name}`)) files.push(below);
        seen.add(`${real}/${name}`);
      }
    }
  };
  await walk(folder);
  if (found > 0) return { files, dangling };
  throw new Failure("FILE_NOT_READABLE", `Cannot read folder "${folder}": it holds no manifests`, {
    hint: "Manifests are files that end in .yaml, .yml or .json.",
  });
}
