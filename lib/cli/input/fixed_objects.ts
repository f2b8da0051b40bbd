import { Failure, type Finding, type ResourceRef } from "../../core/mod.ts";
import { connect } from "../../client/mod.ts";
import { type AnalysisRule, analyze, kindsOf } from "../../diagnose/mod.ts";
import { changesOf, fixFiles, objectFileName, objectFileOf } from "../../fix/mod.ts";
import { type AnyResource, parseApiVersion, schemas } from "../../mesh/mod.ts";
import { parseManifests, readEditable } from "../../source/mod.ts";
import { type AnalyzedFlags, loadAnalyzedMesh } from "./analyzed_mesh.ts";
import type { Fixed, FixInput } from "./fixed_files.ts";
import type { LiveFlags } from "./live_mesh.ts";
import type { Shell } from "../shell.ts";

/** Objects before and after, each as a file. */
export interface FixedObjects extends Fixed {
  /** The object of each file. */
  readonly objects: ReadonlyMap<string, AnyResource>;
}

/** Analyzes a live or a recorded mesh and fixes its objects, as if each stood in a file. */
export async function fixObjects(
  shell: Shell,
  rules: readonly AnalysisRule[],
  { trust }: FixInput,
  flags: Omit<AnalyzedFlags, "files" | "kinds">,
): Promise<FixedObjects> {
  const kinds = kindsOf(rules);
  const { mesh, source, now } = await loadAnalyzedMesh(shell, { ...flags, files: [], kinds });
  const { signal } = shell;
  const first = analyze(mesh, rules, { now, source, signal });
  const named = new Set(first.findings.flatMap(refsOf).map(objectFileName));
  const everything = mesh.kinds.flatMap((kind) => mesh.list(kind)) as AnyResource[];
  const objects = new Map(
    everything.filter((resource) => named.has(objectFileName(resource)))
      .map((resource) => [objectFileName(resource), resource]),
  );
  const before = new Map(
    [...objects].map(([file, resource]) => [file, objectFileOf(resource).text]),
  );
  const look = (texts: ReadonlyMap<string, string>) => {
    const resources = [...texts].flatMap(([file, text]) =>
      parseManifests(text, file, { cluster: objects.get(file)!.cluster }).resources
    );
    const current = mesh.with(resources, new Set(objects.values()));
    return {
      texts,
      resources,
      findings: analyze(current, rules, { now, source, signal }).findings,
    };
  };
  return { objects, before, after: fixFiles(before, { trust, look }) };
}

function refsOf({ fix, resource }: Finding): readonly ResourceRef[] {
  return fix ? [resource, ...(fix.others ?? []).map((other) => other.resource)] : [];
}

/**
 * Makes the changes in the live cluster: each is tried without effect first, so that none is made where the
 * API server refuses one. Throws a `Failure`.
 */
export async function applyObjects(
  { world, signal }: Shell,
  { kubeconfig, context = [] }: LiveFlags,
  { objects, after }: FixedObjects,
): Promise<void> {
  if (context.length > 1) throw new Failure("USAGE", "Cannot apply to several clusters at once");
  const [name] = context;
  const client = await connect({
    world,
    signal,
    ...(kubeconfig !== undefined && { kubeconfig }),
    ...(name !== undefined && { context: name }),
  });
  // What takes objects away comes last: what replaces them is there by then.
  const files = [...after.texts].sort(([, a], [, b]) => Number(a === "") - Number(b === ""));
  try {
    for (const dryRun of [true, false]) {
      for (const [file, text] of files) {
        const object = objects.get(file)!;
        const { kind } = object;
        const schema = schemas.get({ ...parseApiVersion(object.apiVersion), kind })!;
        if (text === "") await client.delete(schema, object, { dryRun, signal });
        else {
          const changes = changesOf(object.written, readEditable(text)?.value);
          await client.patch(schema, object, changes, { dryRun, signal });
        }
      }
    }
  } finally {
    await client.close();
  }
}
