import { parseQuestion, type QuestionText } from "../connectivity/mod.ts";
import type { DiagnosisFinding, DiagnosisReport, FileChange, ObjectChanges } from "../core/mod.ts";
import { findingToFix, fixMesh, fixReportOf, undoOf } from "../fix/mod.ts";
import { diagnoseConfiguration } from "./configuration/mod.ts";
import { diagnoseConnectivity, type DiagnosisInput } from "./connectivity.ts";
import { diagnoseMesh } from "./overall/mod.ts";
import { diagnosePerformance } from "./performance/mod.ts";
import { diagnoseSecurity } from "./security/mod.ts";

/** What is known of an issue; each kind of diagnosis takes what it needs. */
export interface IssueContext extends Partial<QuestionText> {
  /** A service whose performance is asked about, as `NAME.NAMESPACE`. */
  readonly service?: string;
  /** Only what was observed since then counts, in milliseconds since 1970. */
  readonly sinceMs?: number;
}

/** What cures a root cause in a mesh. Nothing is changed yet. */
export interface AutoFix {
  /** What changes, object by object as files. */
  readonly files: readonly FileChange[];
  /** What brings the objects back. */
  readonly undo: ObjectChanges;
}

/** Diagnoses one mesh and offers cures. */
export class TroubleshootingToolkit {
  readonly #input: DiagnosisInput;

  /** Looks at a mesh and at what was observed of it. */
  constructor(input: DiagnosisInput) {
    this.#input = input;
  }

  /**
   * Diagnoses an issue: `connectivity`, `performance`, `configuration` or `security`; any other type gives
   * the diagnosis of the whole mesh, and so does `connectivity` without source and destination. Throws a
   * `Failure` `USAGE` where the context cannot be read.
   */
  async diagnoseIssue(issueType: string, context: IssueContext = {}): Promise<DiagnosisReport> {
    const { from, to, service, namespace = "default", sinceMs } = context;
    const input = this.#input;
    switch (issueType) {
      case "connectivity":
        return from === undefined || to === undefined
          ? await diagnoseMesh({ issueType: "connectivity", sinceMs }, input)
          : await diagnoseConnectivity(parseQuestion({ ...context, from, to, namespace }), input);
      case "performance":
        return await diagnosePerformance({ service, namespace, sinceMs }, input);
      case "configuration":
        return diagnoseConfiguration(input);
      case "security":
        return await diagnoseSecurity(input);
      default:
        return await diagnoseMesh({ issueType: "all", sinceMs }, input);
    }
  }

  /**
   * What would cure a finding; `undefined` where that takes a person, or where the objects are not as
   * they were when it was found.
   */
  autoFixIssue(finding: DiagnosisFinding): AutoFix | undefined {
    const fixable = findingToFix(finding);
    if (fixable === undefined) return undefined;
    const { objects, before, after } = fixMesh(this.#input.mesh, [fixable], ["safe", "unsafe"]);
    const { files } = fixReportOf(before, after);
    return files.length === 0 ? undefined : { files, undo: undoOf(objects, after.texts) };
  }
}
