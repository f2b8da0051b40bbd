import type { Fix, Path } from "../../../core/mod.ts";
import type { Kind, Mesh, Resource } from "../../../mesh/mod.ts";
import type { RuleMesh } from "../../analysis/rule.ts";
import { type SpecCheck, specChecks } from "../../specs/mod.ts";

/** The kinds that istiod's webhook checks. */
export const checkedKinds = Object.keys(specChecks) as (keyof typeof specChecks)[];

/** What is said of a field of an object. */
export interface Saying {
  /** The object. */
  readonly on: Resource;
  /** The field. */
  readonly at: Path;
  /** What is said. */
  readonly message: string;
  /** Whether the object is accepted all the same. */
  readonly isWarning: boolean;
  /** What would cure it. */
  readonly fix: Fix | undefined;
}

/** Everything that istiod's webhook says to the objects of a mesh. */
export function sayings(
  mesh: RuleMesh<keyof typeof specChecks>,
  compat: boolean,
): readonly Saying[] {
  return mesh.once(compat ? sayingsOfPeer : ownSayings);
}

function sayingsOfPeer(mesh: Mesh): readonly Saying[] {
  return checkedKinds.flatMap((kind) => sayingsOf(mesh, kind, true));
}

function ownSayings(mesh: Mesh): readonly Saying[] {
  return checkedKinds.flatMap((kind) => sayingsOf(mesh, kind, false));
}

function sayingsOf<K extends Kind>(mesh: Mesh, kind: K, compat: boolean): Saying[] {
  const check = specChecks[kind as keyof typeof specChecks] as SpecCheck<K>;
  const found: Saying[] = [];
  for (const on of mesh.list(kind)) {
    check(on, (at, message, level, fix) => {
      // istioctl names no field, so equal texts about two of them are one to it.
      found.push({ on, at: compat ? [] : at, message, isWarning: level === "warning", fix });
    }, compat);
  }
  return found;
}
