import type { Finding, Location, ObjectPatch } from "./finding.ts";

/** What fixes do to files. Its shape is a contract with scripts. */
export interface FixReport {
  /** Always `"FixReport"`. */
  readonly kind: "FixReport";
  /** Version of this shape. */
  readonly version: 1;
  /** The files that change, by name. */
  readonly files: readonly FileChange[];
  /** Findings that the changes cure. */
  readonly fixed: readonly Finding[];
  /** Findings whose fix cannot be carried out in the text as it is written. */
  readonly refused: readonly Finding[];
  /** Findings with a fix that was not wanted: it is not trusted enough, or is for people to make. */
  readonly left: readonly Finding[];
  /** Documents that could not be read, and so were not fixed. */
  readonly unread: readonly UnreadDocument[];
}

/** A document that could not be read. */
export interface UnreadDocument {
  /** Where it is. */
  readonly location: Location;
  /** Why not. */
  readonly reason: string;
}

/** How a file changes. */
export interface FileChange {
  /** The file, as the user named it. */
  readonly file: string;
  /** The change as a unified diff. */
  readonly diff: string;
}

/** Changes of objects, such as those that undo a fix. Its shape is a contract with scripts. */
export interface ObjectChanges {
  /** Always `"ObjectChanges"`. */
  readonly kind: "ObjectChanges";
  /** Version of this shape. */
  readonly version: 1;
  /** What changes, object by object: all of it or nothing. */
  readonly changes: readonly ObjectPatch[];
}

/** A remedy in words. */
export interface Advice {
  /** The root cause that it cures. */
  readonly cause: string;
  /** What it does. */
  readonly title: string;
  /** A command that does it; `""` where there is none. */
  readonly action: string;
  /** Objects to apply, as YAML; `""` where there are none. */
  readonly patch: string;
}
