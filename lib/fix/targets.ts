import type { Finding, ObjectPatch, PatchOperation, ResourceRef } from "../core/mod.ts";
import { type AnyResource, parseApiVersion } from "../mesh/mod.ts";
import { type ManifestOrigin, manifestOriginOf } from "../source/mod.ts";

/** An object in a file, and what a fix does to it. */
export interface Target {
  /** The object; for a new one there is nothing more to say. */
  readonly resource: ResourceRef;
  /** Where the object is; absent for one that is made. */
  readonly origin?: ManifestOrigin;
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
      { resource, origin: own.at(-1), patch: fix.patch },
      ...patches.map(({ resource, patch }) => ({
        resource,
        origin: this.#origins(resource).at(-1),
        patch,
      })),
    ];
    const complete = targets.flatMap(({ origin, ...target }): Target[] =>
      // What shall be made must not be there yet, and all else must.
      (origin === undefined) === (newObjectOf(target.patch) !== undefined)
        ? [origin ? { ...target, origin } : target]
        : []
    );
    return complete.length === targets.length ? complete : undefined;
  }

  #origins(resource: ResourceRef): readonly ManifestOrigin[] {
    return this.#byRef.get(keyOf(resource)) ?? [];
  }
}

/** The object that a patch makes; `undefined` where it changes one that is there. */
export function newObjectOf([only, ...more]: readonly PatchOperation[]): unknown {
  return only?.op === "add" && only.path === "" && more.length === 0 ? only.value : undefined;
}

/** Files may be written in another version of the API than the one in which objects are served. */
function keyOf({ cluster, apiVersion, kind, namespace, name }: ResourceRef): string {
  return JSON.stringify([cluster, parseApiVersion(apiVersion).group, kind, namespace, name]);
}
