import type { Applicability, Finding, ResourceRef } from "../core/mod.ts";
import type { AnyResource, Mesh } from "../mesh/mod.ts";
import { parseManifests } from "../source/mod.ts";
import { type Fixed, fixedOnce } from "./fix_once.ts";
import { objectFileName, objectFileOf } from "./object_file.ts";

/** Objects before and after, each as a file. */
export interface FixedObjects extends Fixed {
  /** The object of each file; absent for one that is made. */
  readonly objects: ReadonlyMap<string, AnyResource>;
}

/** Applies fixes from elsewhere to the objects of a mesh, as if each stood in a file. */
export function fixMesh(
  mesh: Mesh,
  findings: readonly Finding[],
  trust: readonly Applicability[],
): FixedObjects {
  const { objects, before } = objectFilesOf(mesh, findings);
  const resources = resourcesIn(before, objects);
  return { objects, ...fixedOnce(findings, { before, resources, trust }) };
}

/** The objects that fixes are about, each as a file. */
export function objectFilesOf(
  mesh: Mesh,
  findings: readonly Finding[],
): Pick<FixedObjects, "objects" | "before"> {
  const everything = mesh.kinds.flatMap((kind) => mesh.list(kind)) as AnyResource[];
  const isOneCluster = new Set(everything.map(({ cluster }) => cluster)).size < 2;
  const named = ({ cluster, apiVersion, kind, namespace, name }: ResourceRef) =>
    objectFileName({ cluster: isOneCluster ? "" : cluster, apiVersion, kind, namespace, name });
  const wanted = new Set(findings.flatMap(refsOf).map(named));
  const objects = new Map(
    everything.filter((resource) => wanted.has(named(resource)))
      .map((resource) => [objectFileName(resource), resource]),
  );
  const texts = [...objects].map(([file, object]) => [file, objectFileOf(object).text] as const);
  return { objects, before: new Map(texts) };
}

/** What files of objects say, in the clusters of these objects. */
export function resourcesIn(
  texts: ReadonlyMap<string, string>,
  objects: ReadonlyMap<string, AnyResource>,
): readonly AnyResource[] {
  return [...texts].flatMap(([file, text]) =>
    parseManifests(text, file, { cluster: objects.get(file)?.cluster ?? "" }).resources
  );
}

/** The objects that the fix of a finding changes. */
export function refsOf({ fix, resource }: Finding): readonly ResourceRef[] {
  return fix ? [resource, ...(fix.others ?? []).map((other) => other.resource)] : [];
}
