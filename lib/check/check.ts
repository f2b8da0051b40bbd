import type { AccessRight, ReviewedRight } from "../client/mod.ts";
import type { AnalysisReport, CheckTrouble, Gap, Level, SourceInfo } from "../core/mod.ts";
import type { AnyRule, RuleMesh } from "../diagnose/mod.ts";
import type { Recording } from "../evidence/mod.ts";
import type { Kind, Resource } from "../mesh/mod.ts";

/** Headings of the groups of checks. */
export type CheckStage =
  | "Kubernetes API"
  | "Versions"
  | "Resource definitions"
  | "Control plane"
  | "Webhooks"
  | "Injection"
  | "Gateways"
  | "Proxies"
  | "Certificates"
  | "CNI and ambient"
  | "Clusters"
  | "Permissions"
  | "Leftovers"
  | "Nodes";

/** What a check may look at. */
export interface CheckContext<K extends Kind> {
  /** The declared kinds, of all clusters. */
  readonly mesh: RuleMesh<K>;
  /** What was observed, by cluster; the first is the one that was asked for. */
  readonly recordings: readonly [Recording, ...Recording[]];
  /** Where the mesh comes from. */
  readonly source: SourceInfo;
  /** What could not be read. */
  readonly gaps: readonly Gap[];
  /** The time to judge by. */
  readonly now: Date;
  /** Whether the user has a right in the first cluster; absent where no cluster can be asked. */
  readonly may?: (right: AccessRight) => Promise<ReviewedRight>;
  /** What these rules find. */
  analyze(rules: readonly AnyRule[]): AnalysisReport;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

/** What a check saw. */
export type Outcome =
  | {
    /** What there is, as a clause with numbers and names; `""` where nothing could be seen. */
    readonly saw: string;
    /** Why the sentence is not true; it is where there is none. */
    readonly troubles?: readonly CheckTrouble[];
    /** What would have been needed to be sure. */
    readonly gaps?: readonly Gap[];
  }
  | {
    /** Why the sentence says nothing about this mesh, as a clause. */
    readonly skip: string;
  };

/** One sentence that is true in a healthy mesh, and how to see whether it is. */
export interface Check<K extends Kind = Kind> {
  /** Stable for ever, in kebab-case; unique. */
  readonly name: string;
  /** The group that it stands in. */
  readonly stage: CheckStage;
  /** The sentence, without its full stop. */
  readonly title: string;
  /** Names of checks without which this one tells nothing. */
  readonly after?: readonly string[];
  /** Kinds that it needs: where one lies in a gap, the sentence is never called true. */
  readonly inputs: readonly K[];
  /** Further kinds that it looks at, and can do without. */
  readonly reads?: readonly K[];
  /** Set where what is wrong may become right by itself, so that waiting helps. */
  readonly waits?: true;
  /** What the user reads about it. */
  readonly docs: {
    /** What happens where the sentence is not true. */
    readonly why: string;
    /** What to do then. */
    readonly remedy: string;
    /** Pages that say more. */
    readonly links?: readonly string[];
  };
  /** Looks. Total over odd objects; never writes. */
  run(context: CheckContext<K>): Outcome | Promise<Outcome>;
}

/** A check whatever kinds it reads. */
export type AnyCheck = Check;

/** Declares a check. `run` can only look at the kinds named in `inputs` and `reads`. */
export function defineCheck<const K extends Kind>(check: Check<K>): AnyCheck {
  return check as unknown as AnyCheck;
}

/** What is wrong with an object, read in `field` of it. */
export function trouble(
  level: Level,
  resource: Resource,
  detail: string,
  field = "status",
): CheckTrouble {
  const { kind, namespace, name } = resource;
  const object = namespace === "" ? name : `${namespace}/${name}`;
  return { level, resource: resource.ref, source: `${kind} ${object} ${field}`, detail };
}
