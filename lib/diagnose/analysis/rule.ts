import type { Fix, Level, Location, Path, ResourceRef } from "../../core/mod.ts";
import type { FieldPart, Kind, MeshFacts, MeshView } from "../../mesh/mod.ts";

/** The mesh as a rule may see it: the kinds that it declared, and what belongs to the mesh as a whole. */
export type RuleMesh<K extends Kind> = MeshView<K> & MeshFacts;

/** What a rule may look at. */
export interface RuleContext<K extends Kind> {
  /** The declared kinds. */
  readonly mesh: RuleMesh<K>;
  /** The time to judge by. */
  readonly now: Date;
  /** Whether to judge as istioctl does, also where that is wrong. */
  readonly compat: boolean;
}

/** What a finding may be about: an object, or something like one, such as the settings of the mesh. */
export interface Subject {
  /** Its name. */
  readonly ref: ResourceRef;
  /** Its annotations, which may silence findings about it. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Place of a field in a file. */
  locate(path: Path, part?: FieldPart): Location | undefined;
}

/** A finding before the engine adds code, severity and location. */
export interface Draft {
  /** The object concerned. */
  readonly on: Subject;
  /** The field concerned; empty for the object as a whole. */
  readonly at: Path;
  /** Whether the name of the field is wrong rather than its value: its place is that of the key. */
  readonly part?: FieldPart;
  /** What is wrong, with the names involved. */
  readonly message: string;
  /** A change that would cure it. */
  readonly fix?: Fix | undefined;
}

/** What the user reads in `meshmedic explain`. */
export interface RuleDocs {
  /** What happens to traffic, and why. */
  readonly why: string;
  /** What to do. */
  readonly remedy: string;
  /** Pages that say more. */
  readonly links?: readonly string[];
}

/** Code of a rule: istioctl's where it reports the same defect, else ours. */
export type RuleCode = `IST${number}` | `MM${number}`;

/** One statement about a healthy mesh, and how to see that it does not hold. */
export interface Rule<K extends Kind = Kind> {
  /** Stable for ever. Rules that find the same defect in different places share a code. */
  readonly code: RuleCode;
  /** Names the defect, in kebab-case; unique. */
  readonly name: string;
  /** One line for lists. */
  readonly title: string;
  /** How bad it is. */
  readonly severity: Level;
  /** First release that had it. */
  readonly since: string;
  /** Kinds without which it cannot judge: where one lies in a gap, the rule is skipped. */
  readonly inputs: readonly K[];
  /** Further kinds that it looks at, and can do without. */
  readonly reads?: readonly K[];
  /** Codes of other tools for the same defect. */
  readonly equivalents?: readonly string[];
  /** The analyzer of istioctl that reports the same, such as `virtualservice.GatewayAnalyzer`. */
  readonly peer?: string;
  /** Set where it runs only when it is named: what it reports is no defect for most meshes. */
  readonly optional?: true;
  /**
   * Set where it compares clusters. Every other rule looks at one cluster at a time, as its control plane
   * does: at that cluster's configuration, and the workloads of all.
   */
  readonly spansClusters?: true;
  /** Set where schemas say the same of a field in worse words: they are not heard then. */
  readonly echoed?: true;
  /** Set where it runs only under `--istioctl-compat`, or only without. */
  readonly mode?: "compat" | "default";
  /** What the user reads about it. */
  readonly docs: RuleDocs;
  /** Yields one draft per defect. Pure, and total over odd objects. */
  check(context: RuleContext<K>): Iterable<Draft>;
}

/** A rule whatever kinds it declares. */
export type AnyRule = Rule;

/** Declares a rule. `check` can only look at the kinds named in `inputs` and `reads`. */
export function defineRule<const K extends Kind>(rule: Rule<K>): AnyRule {
  return rule as AnyRule;
}
