import { isDeepStrictEqual } from "node:util";
import { isRecord, type ObjectChanges, type ObjectPatch, type ResourceRef } from "../core/mod.ts";
import { type AnyResource, parseApiVersion } from "../mesh/mod.ts";
import { readEditable } from "../source/mod.ts";
import { changesOf } from "./object_file.ts";

/**
 * What brings objects back to what they are now, once their files say `texts`; a file without an object is
 * that of a new one. What the API server keeps for itself is not brought back.
 */
export function undoOf(
  objects: ReadonlyMap<string, AnyResource>,
  texts: ReadonlyMap<string, string>,
): ObjectChanges {
  const changes = [...texts].map(([file, text]) => undone(objects.get(file), text));
  return { kind: "ObjectChanges", version: 1, changes: changes.reverse() };
}

function undone(object: AnyResource | undefined, text: string): ObjectPatch {
  const value = valueOf(text);
  if (object === undefined) {
    return { resource: refIn(value, ""), patch: [{ op: "remove", path: "" }] };
  }
  const { cluster, apiVersion, kind, namespace, name } = object;
  const before = withoutServerFields(object.written);
  return {
    resource: { cluster, apiVersion, kind, namespace, name },
    patch: text === ""
      ? [{ op: "add", path: "", value: before }]
      : changesOf(withoutServerFields(value), before),
  };
}

/** The object that a file holds; an empty map where it holds none. */
export function valueOf(text: string): Readonly<Record<string, unknown>> {
  const value = readEditable(text)?.value;
  return isRecord(value) ? value : {};
}

/** Names the object of a manifest. */
export function refIn(
  { apiVersion, kind, metadata }: Readonly<Record<string, unknown>>,
  cluster: string,
): ResourceRef {
  const { namespace = "", name } = isRecord(metadata) ? metadata : {};
  const [version, type, space, own] = [apiVersion, kind, namespace, name].map(String);
  return { cluster, apiVersion: version!, kind: type!, namespace: space!, name: own! };
}

const OF_THE_SERVER = new Set([
  "creationTimestamp",
  "generation",
  "managedFields",
  "resourceVersion",
  "selfLink",
  "uid",
]);

function withoutServerFields(object: unknown): unknown {
  if (!isRecord(object)) return object;
  const { status: _, metadata, ...rest } = object;
  const own = Object.entries(isRecord(metadata) ? metadata : {})
    .filter(([field]) => !OF_THE_SERVER.has(field));
  return { ...rest, metadata: Object.fromEntries(own) };
}

/**
 * Whether an object, as it is served, still has all that a manifest says: the server may add fields, and
 * it may serve another version of the API.
 */
export function isKept(wanted: unknown, served: unknown): boolean {
  if (!isRecord(wanted) || !isRecord(served)) return false;
  const { apiVersion, metadata: _, status: __, ...rest } = wanted;
  const group = (version: unknown) => parseApiVersion(String(version)).group;
  return group(apiVersion) === group(served.apiVersion) && includes(rest, served);
}

function includes(wanted: unknown, served: unknown): boolean {
  if (isRecord(wanted)) {
    return isRecord(served) &&
      Object.entries(wanted).every(([key, value]) => includes(value, served[key]));
  }
  if (Array.isArray(wanted)) {
    return Array.isArray(served) && wanted.length === served.length &&
      wanted.every((value, i) => includes(value, served[i]));
  }
  return isDeepStrictEqual(wanted, served);
}
