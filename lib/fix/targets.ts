import type { Finding, ObjectPatch, PatchOperation, ResourceRef } from "../core/mod.ts";
import { type AnyResource } from "../mesh/mod.ts";
import { type ManifestOrigin, manifestOriginOf } from "../source/mod.ts";

/** An object in a file, and what a fix does to it. */
export interface Target {
  /** Where the object is. */
  readonly origin: ManifestOrigin;
  /** What happens to it. */
  readonly patch: readonly PatchOperation[];
}

/** Finds the objects of findings in files. */
export class TargetIndex {
  readonly #byRef: ReadonlyMap<string, readonly ManifestOrigin[]>;

  /** Indexes the objects of files. */
  constructor(resources: readonly AnyResource[]) {
    const found = resources.flatMap((resource) => {
      const origin = manifestOriginOf(resource);
      return origin ? [{ key: keyOf(resource), origin }] : [];
    });
    const groups = Map.groupBy(found, ({ key }) => key);
    this.#byRef = new Map(
      [...groups].map(([key, group]) => [key, group.map(({ origin }) => origin)]),
    );
  }

  /** What the fix of a finding changes; `undefined` where an object of it is in no file. */
  targetsOf({ resource, location, fix }: Finding): readonly Target[] | undefined {
    if (!fix) return undefined;
    const own = this.#origins(resource).filter(({ file, startLine }) =>
      location === undefined || file === location.file && startLine <= location.line
    );
    const patches: readonly ObjectPatch[] = fix.others ?? [];
    const targets = [
      { origin: own.at(-1), patch: fix.patch },
      ...patches.map(({ resource, patch }) => ({ origin: this.#origins(resource).at(-1), patch })),
    ];
    const complete = targets.flatMap(({ origin, patch }) => origin ? [{ origin, patch }] : []);
    return complete.length === targets.length ? complete : undefined;
  }

  #origins(resource: ResourceRef): readonly ManifestOrigin[] {
    return this.#byRef.get(keyOf(resource)) ?? [];
  }
}

function keyOf({ cluster, apiVersion, kind, namespace, name }: ResourceRef): string {
  return JSON.stringify([cluster, apiVersion, kind, namespace, name]);
}
