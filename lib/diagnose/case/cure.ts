import {
  type Applicability,
  isRecord,
  type ObjectPatch,
  parsePath,
  type PatchOperation,
  type ResourceRef,
  toPointer,
} from "../../core/mod.ts";
import { parseApiVersion } from "../../mesh/mod.ts";
import { type NewObject, newObjectPatch } from "../analysis/fix.ts";
import type { Remedy } from "../cause.ts";
import { kubectlType } from "./objects.ts";
import { patchOf } from "./patch.ts";

/**
 * The part of a remedy that changes fields of an object: as a command and for `fix`. A change that a
 * person should look at first, which most are, is `unsafe`.
 */
export function changing(
  object: ResourceRef,
  patch: readonly PatchOperation[],
  applicability: Applicability = "unsafe",
): Pick<Remedy, "action" | "fix"> {
  const { cluster, apiVersion, kind, namespace, name } = object;
  const change = { resource: { cluster, apiVersion, kind, namespace, name }, patch };
  return { action: kubectlPatch(change), fix: { applicability, changes: [change] } };
}

/** The part of a remedy that sets one field, named as in findings: `spec.http[0].timeout`. */
export function setting(
  object: ResourceRef,
  path: string,
  value: unknown,
): Pick<Remedy, "action" | "fix"> {
  return changing(object, [{ op: "add", path: toPointer(parsePath(path)), value }]);
}

/** The part of a remedy that adds an item to a list, which may not be there yet. */
export function appending(
  object: ResourceRef,
  path: string,
  { list = [], item }: { readonly list: readonly unknown[] | undefined; readonly item: unknown },
): Pick<Remedy, "action" | "fix"> {
  const pointer = toPointer(parsePath(path));
  return changing(object, [
    list.length > 0
      ? { op: "add", path: `${pointer}/-`, value: item }
      : { op: "add", path: pointer, value: [item] },
  ]);
}

/** The part of a remedy that changes several objects at once; its command changes the first. */
export function together(
  parts: readonly Pick<Remedy, "action" | "fix">[],
): Pick<Remedy, "action" | "fix"> {
  const [first] = parts;
  const changes = parts.flatMap(({ fix }) => fix?.changes ?? []);
  return first ? { ...first, fix: { applicability: "unsafe", changes } } : {};
}

/** The part of a remedy that makes an object: as YAML to apply and for `fix`. */
export function creating(object: NewObject, cluster = ""): Pick<Remedy, "patch" | "fix"> {
  const changes = [newObjectPatch(object, cluster)];
  return { patch: patchOf(object), fix: { applicability: "unsafe", changes } };
}

/** The command that changes an object. */
export function kubectlPatch(
  { resource: { apiVersion, kind, namespace, name }, patch }: ObjectPatch,
): string {
  const type = kubectlType({ group: parseApiVersion(apiVersion).group, kind });
  const target = `${namespace ? `-n ${namespace} ` : ""}patch ${type} ${name}`;
  const merge = mergePatchOf(patch);
  const [form, body] = merge === undefined ? ["json", patch] : ["merge", merge];
  return `kubectl ${target} --type=${form} -p '${JSON.stringify(body)}'`;
}

/**
 * A patch as a JSON Merge Patch (RFC 7396), which also makes the maps on the way to a field; `undefined`
 * where it touches lists, or does not just set one field.
 */
function mergePatchOf([operation, ...more]: readonly PatchOperation[]): unknown {
  if (operation?.op !== "add" || more.length > 0 || hasList(operation.value)) return undefined;
  const keys = operation.path.split("/").slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (keys.length === 0 || keys.some((key) => /^(?:\d+|-)$/.test(key))) return undefined;
  return keys.reduceRight((value: unknown, key) => ({ [key]: value }), operation.value);
}

function hasList(value: unknown): boolean {
  return Array.isArray(value) || isRecord(value) && Object.values(value).some(hasList);
}
