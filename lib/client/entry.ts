import { Failure, valueAt, type World } from "../core/mod.ts";

/** One part of a kubeconfig. */
export interface Entry {
  /** What was written there. */
  readonly value: unknown;
  /** Path of the kubeconfig. */
  readonly file: string;
}

/** What a login needs of the outside, and what interrupts it. */
export interface LoginSurroundings {
  /** Files, the environment, the time, and programs that log in. */
  readonly world: Pick<World, "clock" | "env" | "fs" | "run" | "stderr" | "stdin">;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

const MAX_PEM_BYTES = 4e6;

/** A text field of a map; `undefined` where it is missing or empty. */
export function text(value: unknown, field: string): string | undefined {
  const found = valueAt(value, [field]);
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** A path that an entry names: relative ones start in the folder of its file. */
export function pathFrom({ file }: Entry, path: string): string {
  if (path.startsWith("/")) return path;
  return `${file.includes("/") ? file.replace(/\/[^/]*$/, "") : "."}/${path}`;
}

/**
 * Base64 of a PEM that is given in place (`FIELD-data`) or as a file. Throws a {@linkcode Failure}
 * `FILE_NOT_READABLE`, also for what is no PEM.
 */
export async function pem(
  entry: Entry,
  field: string,
  { world, signal }: LoginSurroundings,
): Promise<string | undefined> {
  const data = text(entry.value, `${field}-data`);
  const named = text(entry.value, field);
  if (data === undefined && named === undefined) return undefined;
  const path = data === undefined && named !== undefined ? pathFrom(entry, named) : entry.file;
  const bytes = data === undefined
    ? await world.fs.read(path, MAX_PEM_BYTES, signal)
    : bytesOf(data);
  const isPem = new TextDecoder().decode(bytes).includes("-----BEGIN ");
  if (isPem && bytes !== undefined) return bytes.toBase64();
  const what = data === undefined ? `"${path}"` : `${field}-data of kubeconfig "${path}"`;
  throw new Failure("FILE_NOT_READABLE", `Cannot use ${what}: there is no PEM in it`);
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.fromBase64(base64);
  } catch {
    return undefined;
  }
}
