import {
  type Applicability,
  type Fix,
  type ObjectPatch,
  type PatchOperation,
  type Path,
  toPointer,
  valueAt,
} from "../../core/mod.ts";

/** Writes another value where one is. */
export function replacement(
  at: Path,
  value: unknown,
  title: string,
  applicability: Applicability = "unsafe",
): Fix {
  return { applicability, title, patch: [{ op: "replace", path: toPointer(at), value }] };
}

/** Writes a value where none is, or into a list before the item at that index (`-`: at its end). */
export function addition(
  at: Path,
  value: unknown,
  title: string,
  applicability: Applicability = "unsafe",
): Fix {
  return { applicability, title, patch: [{ op: "add", path: toPointer(at), value }] };
}

/** Takes a field or an item out. */
export function removal(at: Path, title: string, applicability: Applicability = "unsafe"): Fix {
  return { applicability, title, patch: [{ op: "remove", path: toPointer(at) }] };
}

/** Gives a value another key, or puts an item of a list elsewhere in it. */
export function move(
  from: Path,
  to: Path,
  title: string,
  applicability: Applicability = "unsafe",
): Fix {
  const patch = [{ op: "move" as const, from: toPointer(from), path: toPointer(to) }];
  return { applicability, title, patch };
}

/** An object that is not there yet. */
export interface NewObject {
  /** Group and version. */
  readonly apiVersion: string;
  /** Kind. */
  readonly kind: string;
  /** Name and namespace. */
  readonly metadata: { readonly name: string; readonly namespace: string };
  /** All that it says. */
  readonly spec: unknown;
}

/** The change that makes an object. */
export function newObjectPatch(object: NewObject, cluster: string): ObjectPatch {
  const { apiVersion, kind, metadata: { name, namespace } } = object;
  return {
    resource: { cluster, apiVersion, kind, namespace, name },
    patch: [{ op: "add", path: "", value: JSON.parse(JSON.stringify(object)) }],
  };
}

/** Makes an object besides the one that the finding is about. */
export function creation(object: NewObject, title: string, cluster: string): Fix {
  return {
    applicability: "unsafe",
    title,
    patch: [],
    others: [newObjectPatch(object, cluster)],
  };
}

/** Operations that set a field of `object`, and the maps around it that are not there yet. */
export function setField(object: object, at: Path, value: unknown): PatchOperation[] {
  if (valueAt(object, at) !== undefined) return [{ op: "replace", path: toPointer(at), value }];
  let end = at.length;
  let nested = value;
  while (end > 1 && valueAt(object, at.slice(0, end - 1)) === undefined) {
    end--;
    nested = { [at[end]!]: nested };
  }
  return [{ op: "add", path: toPointer(at.slice(0, end)), value: nested }];
}

/** Sets a field of `object`, and the maps around it that are not there yet. */
export function setting(
  object: object,
  at: Path,
  value: unknown,
  title: string,
  applicability: Applicability = "unsafe",
): Fix {
  return { applicability, title, patch: setField(object, at, value) };
}
