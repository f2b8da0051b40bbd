import type { Finding, ResourceRef } from "../../core/mod.ts";
import { type AnalysisRule, analyze, kindsOf } from "../../diagnose/mod.ts";
import { fixFiles, objectFileName, objectFileOf } from "../../fix/mod.ts";
import {
  type AnyResource,
  type Kind,
  type Mesh,
  parseApiVersion,
  schemas,
} from "../../mesh/mod.ts";
import { parseManifests } from "../../source/mod.ts";
import { type AnalyzedFlags, loadAnalyzedMesh } from "./analyzed_mesh.ts";
import { type Fixed, fixedOnce, type FixInput } from "./fixed_files.ts";
import type { Shell } from "../shell.ts";

/** Objects before and after, each as a file. */
export interface FixedObjects extends Fixed {
  /** The object of each file; absent for one that is made. */
  readonly objects: ReadonlyMap<string, AnyResource>;
}

/** What a mesh is loaded by; which kinds are listed follows from what is fixed. */
export type ObjectFlags = Omit<AnalyzedFlags, "files" | "kinds">;

/** Analyzes a live or a recorded mesh and fixes its objects, as if each stood in a file. */
export async function fixObjects(
  shell: Shell,
  rules: readonly AnalysisRule[],
  { trust }: FixInput,
  flags: ObjectFlags,
): Promise<FixedObjects> {
  const kinds = kindsOf(rules);
  const { mesh, source, now } = await loadAnalyzedMesh(shell, { ...flags, files: [], kinds });
  const { signal } = shell;
  const { findings } = analyze(mesh, rules, { now, source, signal });
  const { objects, before } = filesOf(mesh, findings);
  const look = (texts: ReadonlyMap<string, string>) => {
    const resources = resourcesIn(texts, objects);
    const current = mesh.with(resources, new Set(objects.values()));
    return {
      texts,
      resources,
      findings: analyze(current, rules, { now, source, signal }).findings,
    };
  };
  return { objects, before, after: fixFiles(before, { trust, look }) };
}

/** Fixes the objects of a live or a recorded mesh that a report names. */
export async function fixReportedObjects(
  shell: Shell,
  found: readonly Finding[],
  { trust }: FixInput,
  flags: ObjectFlags,
): Promise<FixedObjects> {
  const kinds = [...new Set(found.flatMap(refsOf).flatMap(kindOf))];
  const { mesh } = await loadAnalyzedMesh(shell, { ...flags, files: [], kinds });
  const { objects, before } = filesOf(mesh, found);
  const resources = resourcesIn(before, objects);
  return { objects, ...fixedOnce(found, { before, resources, trust }) };
}

/** The objects that fixes are about, each as a file. */
function filesOf(mesh: Mesh, findings: readonly Finding[]) {
  const isOneCluster = new Set(everythingOf(mesh).map(({ cluster }) => cluster)).size < 2;
  const named = ({ cluster, apiVersion, kind, namespace, name }: ResourceRef) =>
    objectFileName({ cluster: isOneCluster ? "" : cluster, apiVersion, kind, namespace, name });
  const wanted = new Set(findings.flatMap(refsOf).map(named));
  const objects = new Map(
    everythingOf(mesh).filter((resource) => wanted.has(named(resource)))
      .map((resource) => [objectFileName(resource), resource]),
  );
  const texts = [...objects].map(([file, object]) => [file, objectFileOf(object).text] as const);
  return { objects, before: new Map(texts) };
}

function everythingOf(mesh: Mesh): readonly AnyResource[] {
  return mesh.kinds.flatMap((kind) => mesh.list(kind)) as AnyResource[];
}

function resourcesIn(
  texts: ReadonlyMap<string, string>,
  objects: ReadonlyMap<string, AnyResource>,
): readonly AnyResource[] {
  return [...texts].flatMap(([file, text]) =>
    parseManifests(text, file, { cluster: objects.get(file)?.cluster ?? "" }).resources
  );
}

function refsOf({ fix, resource }: Finding): readonly ResourceRef[] {
  return fix ? [resource, ...(fix.others ?? []).map((other) => other.resource)] : [];
}

function kindOf({ apiVersion, kind }: ResourceRef): readonly Kind[] {
  const schema = schemas.get({ ...parseApiVersion(apiVersion), kind });
  return schema ? [schema.identifier] : [];
}
