import { Failure, type Gap, isRecord } from "../core/mod.ts";
import { type AnyResource, Resource } from "../mesh/mod.ts";
import { parseJson } from "./json.ts";
import { objectsOf, toResource } from "./object.ts";
import { missingKinds } from "./snapshot_kinds.ts";
import { readableTree, type Tree } from "./tree.ts";

/** The objects of one cluster, and what of its files cannot be used. */
export interface ClusterResources {
  /** The objects. */
  readonly resources: readonly AnyResource[];
  /** Files and items that cannot be used. */
  readonly gaps: readonly Gap[];
}

const FOLDER = "resources";
// The same mistake may be in thousands of items; a few of them show it.
const MAX_GAPS_OF_A_FILE = 5;
const TIME = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)"/g;

/** Whose objects are read. */
export interface ClusterOptions {
  /** Name of the cluster. */
  readonly cluster: string;
  /** Whether it is another than the one that was recorded from. */
  readonly isFurther: boolean;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

/**
 * Reads all objects of one cluster. A kind that was not recorded, a file or an item that cannot be used is a
 * gap; the rest counts.
 */
export async function readResources(
  tree: Tree,
  { cluster, isFurther, signal }: ClusterOptions,
): Promise<ClusterResources> {
  const resources: AnyResource[] = [];
  const gaps: Gap[] = [];
  const files = await listFiles(tree, signal);
  for (const what of files) {
    signal.throwIfAborted();
    const reasons = await readFile(tree, what, { cluster, signal }, resources);
    gaps.push(...reasons.slice(0, MAX_GAPS_OF_A_FILE).map((reason) => ({ what, reason })));
    const more = reasons.length - MAX_GAPS_OF_A_FILE;
    if (more > 0) gaps.push({ what, reason: `unreadable: ${more} more items` });
  }
  const names = files.map((file) => file.slice(FOLDER.length + 1));
  return { resources, gaps: [...gaps, ...missingKinds(names, resources, isFurther)] };
}

/** The newest time that the objects name and that is not after `latest`; all are RFC 3339 times. */
export async function newestTime(
  tree: Tree,
  latest: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  let newest: string | undefined;
  for (const path of await listFiles(tree, signal)) {
    for (const [, time] of (await readableTree(tree).read(path, signal))?.matchAll(TIME) ?? []) {
      if (time! <= latest && (newest === undefined || time! > newest)) newest = time;
    }
  }
  return newest;
}

async function listFiles(tree: Tree, signal: AbortSignal): Promise<readonly string[]> {
  const names = await tree.list(FOLDER, signal);
  return names.filter((name) => name.endsWith(".json") && !name.startsWith("."))
    .map((name) => `${FOLDER}/${name}`);
}

/** Adds the objects of one file to `resources` and says what of it cannot be used. */
async function readFile(
  tree: Tree,
  path: string,
  { cluster, signal }: Pick<ClusterOptions, "cluster" | "signal">,
  resources: AnyResource[],
): Promise<string[]> {
  let value: unknown;
  try {
    const text = await tree.read(path, signal);
    if (text === undefined) return ["unreadable: it is a folder"];
    value = parseJson(text);
  } catch (error) {
    if (error instanceof Failure || error instanceof SyntaxError) {
      return [`unreadable: ${error.message}`];
    }
    throw error;
  }
  // The API server answers a forbidden or unknown list with a Status.
  if (isRecord(value) && value.kind === "Status") {
    return [`not recorded: ${value.message ?? value.reason ?? "the API server refused"}`];
  }
  const reasons: string[] = [];
  for (const { value: item, path } of objectsOf(value)) {
    const result = toResource(item, { cluster, defaultNamespace: "default" });
    if (result instanceof Resource) resources.push(result);
    else if (result.type !== "foreign") {
      reasons.push(`unreadable: item ${path.at(-1) ?? 0}: ${result.reason}`);
    } else if (path.length === 0) reasons.push(`unreadable: ${result.reason}`);
  }
  return reasons;
}
