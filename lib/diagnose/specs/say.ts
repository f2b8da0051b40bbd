import type { Fix, Path } from "../../core/mod.ts";
import type { Kind, Resource } from "../../mesh/mod.ts";

/** Says what is wrong with a field, or only questionable, and what would cure it. */
export type Say = (at: Path, message: string, level?: "warning", fix?: Fix) => void;

/**
 * Says everything that istiod's webhook would say to an object by itself, whatever the mesh around it; with
 * `compat` also what is said to every object alike. */
export type SpecCheck<K extends Kind> = (
  resource: Resource<K>,
  say: Say,
  compat: boolean,
) => void;
