import { Failure, type FileSystem } from "../core/mod.ts";

/** Files below one root, in a folder or in an archive. */
export interface Tree {
  /** Names directly below a folder, sorted; empty where there is no such folder. */
  list(folder: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Text of a file; `undefined` where there is none. Throws a {@linkcode Failure} where it is unreadable. */
  read(path: string, signal: AbortSignal): Promise<string | undefined>;
}

/** Longest file that is read whole, in bytes; a string cannot hold much more. */
export const MAX_FILE_BYTES = 500_000_000;

/**
 * The files of a folder. Each is read when it is asked for. A link out of the folder is a
 * {@linkcode Failure}: somebody else may have packed it, and what is read may be handed on.
 */
export function folderTree(root: string, fs: FileSystem): Tree {
  const at = (path: string) => path === "" ? root : `${root}/${path}`;
  const assertInside = async (path: string) => {
    const [top, real] = await Promise.all([fs.realPath(root), fs.realPath(at(path))]);
    if (real === top || real.startsWith(top.endsWith("/") ? top : `${top}/`)) return;
    throw new Failure(
      "FILE_NOT_READABLE",
      `Cannot read file "${at(path)}": it is a link out of the snapshot`,
    );
  };
  return {
    async list(folder) {
      if (!isInside(folder)) return [];
      const info = await fs.stat(at(folder));
      if (!info?.isDirectory) return [];
      await assertInside(folder);
      return await fs.list(at(folder));
    },
    async read(path, signal) {
      if (!isInside(path)) return undefined;
      const info = await fs.stat(at(path));
      if (!info || info.isDirectory) return undefined;
      await assertInside(path);
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

/** A tree in which what cannot be read is not there, for readers that do without single files. */
export function readableTree(tree: Tree): Tree {
  const unless = <T>(otherwise: T) => (error: unknown): T => {
    if (error instanceof Failure) return otherwise;
    throw error;
  };
  return {
    list: (folder, signal) => tree.list(folder, signal).catch(unless([])),
    read: (path, signal) => tree.read(path, signal).catch(unless(undefined)),
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
