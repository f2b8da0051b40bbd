import type { Gap, Skip } from "./gap.ts";
import type { ResourceRef } from "./ref.ts";

/** How bad a finding of `analyze` is; the words are istioctl's, in lower case. */
export type Level = "error" | "warning" | "info";

/** The levels, worst first. */
export const LEVELS: readonly Level[] = ["error", "warning", "info"];

/** A place in a file. */
export interface Location {
  /** Path as the user gave it. */
  readonly file: string;
  /** Line, from 1. */
  readonly line: number;
  /** Column, from 1. */
  readonly column: number;
}

/** One operation of a JSON Patch (RFC 6902). */
export type PatchOperation =
  | { readonly op: "add" | "replace"; readonly path: string; readonly value: unknown }
  | { readonly op: "remove"; readonly path: string }
  | { readonly op: "move" | "copy"; readonly from: string; readonly path: string };

/**
 * How far a fix may be trusted: `safe` keeps the meaning and may be applied by `fix`, `unsafe` needs
 * `fix --unsafe`, `manual` is only shown.
 */
export type Applicability = "safe" | "unsafe" | "manual";

/** A change that cures a finding. */
export interface Fix {
  /** How far it may be trusted. */
  readonly applicability: Applicability;
  /** What it does, as an imperative sentence. */
  readonly title: string;
  /**
   * The change of the finding's own object; a `remove` of the path `""` takes all of it away, an `add` to
   * it makes the object.
   */
  readonly patch: readonly PatchOperation[];
  /** Changes of further objects that belong to it: all are made or none. */
  readonly others?: readonly ObjectPatch[];
}

/** A change of one object. */
export interface ObjectPatch {
  /** The object. */
  readonly resource: ResourceRef;
  /** The change. */
  readonly patch: readonly PatchOperation[];
}

/** One violation of one rule in one place. */
export interface Finding {
  /** Stable code of the rule: istioctl's (`IST0101`) where it reports the same, else ours (`MM0101`). */
  readonly code: string;
  /** Name of the rule in kebab-case: what is wrong. */
  readonly name: string;
  /** How bad it is. */
  readonly severity: Level;
  /** What is wrong, with the names involved. */
  readonly message: string;
  /** The object concerned. */
  readonly resource: ResourceRef;
  /** The field concerned, such as `spec.http[0].route[0].destination.host`. */
  readonly path?: string;
  /** Where that is in a file. */
  readonly location?: Location;
  /** A page about the rule. */
  readonly documentation: string;
  /** Identifies the finding across runs: code, object and field, but no line. */
  readonly fingerprint: string;
  /** Codes of other tools for the same defect. */
  readonly equivalents?: readonly string[];
  /** A change that would cure it. */
  readonly fix?: Fix;
}

/** Who silenced a finding, and why. */
export interface Suppression {
  /**
   * An annotation of the object, a comment beside the line, the baseline file, the settings, or that the
   * object belongs to Kubernetes itself.
   */
  readonly by: "annotation" | "comment" | "baseline" | "settings" | "system";
  /** The reason that was given. */
  readonly reason?: string;
}

/** A finding that somebody silenced: counted and shown, but no reason to fail. */
export interface SuppressedFinding extends Finding {
  /** Who silenced it. */
  readonly suppression: Suppression;
}

/** A document, or an item of a list, that is nothing to analyze. */
export interface IgnoredDocument {
  /** Its kind; `""` where it has none. */
  readonly kind: string;
  /** Its name; `""` where it has none. */
  readonly name: string;
  /** Where it is. */
  readonly location: Location;
  /** Why it is ignored, as a clause. */
  readonly reason: string;
}

/** What an analysis saw. Its shape is a contract with scripts. */
export interface AnalysisReport {
  /** Always `"AnalysisReport"`. */
  readonly kind: "AnalysisReport";
  /** Version of this shape. */
  readonly version: 1;
  /** When it was made, as an RFC 3339 time. */
  readonly takenAt: string;
  /** What was analyzed. */
  readonly source: SourceInfo;
  /** Counts. */
  readonly summary: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    /** How many findings somebody silenced. */
    readonly suppressed: number;
    /** How many objects were looked at. */
    readonly resources: number;
    /** How many rules ran. */
    readonly rules: number;
  };
  /** In the order of {@linkcode compareFindings}. */
  readonly findings: readonly Finding[];
  /** Silenced findings, in the same order. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Documents that no rule saw. */
  readonly ignored: readonly IgnoredDocument[];
  /** What could not be read. */
  readonly gaps: readonly Gap[];
  /** Rules that did not run. */
  readonly skipped: readonly Skip[];
}

/** Where a mesh was loaded from. */
export interface SourceInfo {
  /** Kind of source. */
  readonly type: "files" | "cluster" | "snapshot";
  /** Paths or context, for people. */
  readonly detail: string;
}

/**
 * The one order of findings: cluster, file, line, column, namespace, kind, name, severity, code, path,
 * message. Total, so that the same mesh gives the same bytes.
 */
export function compareFindings(a: Finding, b: Finding): number {
  return compare(a.resource.cluster, b.resource.cluster) ||
    compare(a.location?.file ?? "", b.location?.file ?? "") ||
    (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
    (a.location?.column ?? 0) - (b.location?.column ?? 0) ||
    compare(a.resource.namespace, b.resource.namespace) ||
    compare(a.resource.kind, b.resource.kind) ||
    compare(a.resource.name, b.resource.name) ||
    LEVELS.indexOf(a.severity) - LEVELS.indexOf(b.severity) ||
    compare(a.code, b.code) ||
    compare(a.path ?? "", b.path ?? "") ||
    compare(a.message, b.message);
}

/** Orders strings by code unit, the same on every machine (never by locale). */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
