import { isDeepStrictEqual } from "node:util";
import { dump } from "js-yaml";
import { isRecord, type PatchOperation, type ResourceRef, toPointer } from "../core/mod.ts";
import type { AnyResource } from "../mesh/mod.ts";

/** An object that came from no file, as a file that it could stand in. */
export interface ObjectFile {
  /** Its name: cluster, namespace, kind and name of the object. */
  readonly file: string;
  /** The object as YAML, without its status. */
  readonly text: string;
}

/** Writes an object as a file. */
export function objectFileOf(resource: AnyResource): ObjectFile {
  const { status: _, ...object } = JSON.parse(JSON.stringify(resource.written));
  return { file: objectFileName(resource), text: objectText(object) };
}

/** An object as YAML. */
export function objectText(object: unknown): string {
  return dump(object, { lineWidth: -1, noRefs: true });
}

/** The name of the file that an object could stand in. */
export function objectFileName({ cluster, namespace, kind, name }: ResourceRef): string {
  return [cluster, namespace, kind, `${name}.yaml`].filter((part) => part !== "").join("/");
}

const OF_THE_SERVER = new Set(["apiVersion", "kind", "metadata", "status"]);

/**
 * What makes of an object as it is served the one that it shall be, for the API server: whole fields, and
 * only if nobody has changed the object since it was read.
 */
export function changesOf(before: unknown, after: unknown): readonly PatchOperation[] {
  const [old, wanted] = [recordOf(before), recordOf(after)];
  const [oldMeta, meta] = [recordOf(old.metadata), recordOf(wanted.metadata)];
  const fields = new Set([...Object.keys(old), ...Object.keys(wanted)]);
  const operations = [
    ...[...fields].filter((field) => !OF_THE_SERVER.has(field))
      .flatMap((field) => change([field], old[field], wanted[field])),
    ...["annotations", "labels"]
      .flatMap((field) => change(["metadata", field], oldMeta[field], meta[field])),
  ];
  const version = oldMeta.resourceVersion;
  return typeof version === "string" && operations.length > 0
    ? [{ op: "replace", path: "/metadata/resourceVersion", value: version }, ...operations]
    : operations;
}

function change(path: readonly string[], before: unknown, after: unknown): PatchOperation[] {
  if (isDeepStrictEqual(before, after)) return [];
  const pointer = toPointer(path);
  return after === undefined
    ? [{ op: "remove", path: pointer }]
    : [{ op: "add", path: pointer, value: after }];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
