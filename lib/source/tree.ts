import type { FileSystem } from "../core/mod.ts";

/** Files below one root, in a folder or in an archive. */
export interface Tree {
  /** Names directly below a folder, sorted; empty where there is no such folder. */
  list(folder: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Text of a file; `undefined` where it is not there or cannot be read. */
  read(path: string, signal: AbortSignal): Promise<string | undefined>;
}

/** Longest file that is read whole, in bytes; a string cannot hold much more. */
export const MAX_FILE_BYTES = 500_000_000;

/** The files of a folder. Each is read when it is asked for. */
export function folderTree(root: string, fs: FileSystem): Tree {
  const at = (path: string) => path === "" ? root : `${root}/${path}`;
  return {
    async list(folder) {
      if (!isInside(folder)) return [];
      const info = await fs.stat(at(folder));
      return info?.isDirectory ? await fs.list(at(folder)) : [];
    },
    async read(path, signal) {
      if (!isInside(path)) return undefined;
      const info = await fs.stat(at(path));
      if (!info || info.isDirectory || info.size > MAX_FILE_BYTES) return undefined;
      return new TextDecoder().decode(await fs.read(at(path), MAX_FILE_BYTES, signal));
    },
  };
}

/** The part of a tree below one of its folders. */
export function subtree(tree: Tree, folder: string): Tree {
  const at = (path: string) => path === "" ? folder : `${folder}/${path}`;
  return {
    list: (below, signal) => tree.list(at(below), signal),
    read: (path, signal) => tree.read(at(path), signal),
  };
}

// Longer ones are no paths of a recording, and a million of them no recording.
const MAX_PATH = 4096;

/** Whether a relative path stays below its root, is written in only one way, and can be printed. */
export function isInside(path: string): boolean {
  if (path === "") return true;
  return path.length <= MAX_PATH && !/[\\\p{Cc}]/u.test(path) &&
    path.split("/").every((step) => step !== "" && step !== "." && step !== "..");
}
