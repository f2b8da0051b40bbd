import type { Finding, ResourceRef } from "../../core/mod.ts";
import { type AnalysisRule, analyze, kindsOf } from "../../diagnose/mod.ts";
import {
  type FixedObjects,
  fixFiles,
  fixMesh,
  objectFilesOf,
  refsOf,
  resourcesIn,
} from "../../fix/mod.ts";
import { type Kind, parseApiVersion, schemas } from "../../mesh/mod.ts";
import { type AnalyzedFlags, loadAnalyzedMesh } from "./analyzed_mesh.ts";
import { type FixInput } from "./fixed_files.ts";
import type { Shell } from "../shell.ts";

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
  const { objects, before } = objectFilesOf(mesh, findings);
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
  return fixMesh(mesh, found, trust);
}

function kindOf({ apiVersion, kind }: ResourceRef): readonly Kind[] {
  const schema = schemas.get({ ...parseApiVersion(apiVersion), kind });
  return schema ? [schema.identifier] : [];
}
