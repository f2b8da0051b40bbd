import {
  type AnalysisReport,
  compareFindings,
  documentationOf,
  type Finding,
  type Level,
  type ResourceRef,
  type SuppressedFinding,
  type Suppression,
} from "../../core/mod.ts";
import type { AnalysisRule } from "../analysis/analyze.ts";
import type { DocumentRule, DocumentTrouble } from "../documents/mod.ts";
import { fingerprinter } from "../analysis/fingerprint.ts";
import { matchesWord } from "../analysis/select_rules.ts";
import { type Baseline, type BaselineEntry, isValid } from "./baseline.ts";
import { type SilencingComment, silencingComments } from "./comments.ts";

/** A baseline in its file. */
export interface BaselineFile extends Baseline {
  /** The file, as the user named it. */
  readonly file: string;
  /** Its text. */
  readonly text: string;
}

/** What silences findings besides annotations of objects. */
export interface SilenceOptions {
  /** The rules that ran: only their suppressions can be unused. */
  readonly rules: readonly AnalysisRule[];
  /** Text by file. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Findings that somebody accepted, and the file that says so. */
  readonly baseline?: BaselineFile;
  /** The one namespace that is asked about; objects without a namespace concern every one. */
  readonly namespace?: string;
  /** Whether a file has changed since the REF that is named. */
  readonly changed?: { readonly since: string; has(file: string): boolean };
  /** The time to judge by. */
  readonly now: Date;
}

/**
 * The report after comments in the files, a baseline, and a look at changed files or one namespace only. What they silence
 * is counted and shown apart; what silences nothing is a finding.
 */
export function silence(report: AnalysisReport, options: SilenceOptions): AnalysisReport {
  const silencers = new Silencers(options);
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [...report.suppressed];
  for (const finding of report.findings) {
    const suppression = silencers.suppressionOf(finding);
    if (suppression) suppressed.push({ ...finding, suppression });
    else findings.push(finding);
  }
  const isShown = ({ location }: Finding) =>
    !options.changed || location !== undefined && options.changed.has(location.file);
  findings.push(...silencers.troubles().filter(isShown));
  findings.sort(compareFindings);
  suppressed.sort(compareFindings);
  const count = (level: Level) => findings.filter(({ severity }) => severity === level).length;
  return {
    ...report,
    summary: {
      ...report.summary,
      error: count("error"),
      warning: count("warning"),
      info: count("info"),
      suppressed: suppressed.length,
    },
    findings,
    suppressed,
  };
}

const NOTHING: ResourceRef = { cluster: "", apiVersion: "", kind: "", namespace: "", name: "" };

class Silencers {
  readonly #options: SilenceOptions;
  readonly #comments: ReadonlyMap<string, readonly SilencingComment[]>;
  readonly #accepted: ReadonlyMap<string, BaselineEntry>;
  readonly #used = new Set<unknown>();

  constructor(options: SilenceOptions) {
    this.#options = options;
    this.#accepted = new Map(
      options.baseline?.entries.map((entry) => [entry.fingerprint, entry]),
    );
    this.#comments = new Map(
      [...options.texts ?? []].map(([file, text]) => [file, silencingComments(text, file)] as const)
        .filter(([, comments]) => comments.length > 0),
    );
  }

  suppressionOf(finding: Finding): Suppression | undefined {
    const { changed, namespace } = this.#options;
    const comment = this.#comments.get(finding.location?.file ?? "")?.find((each) =>
      each.reason !== "" && covers(each, finding)
    );
    if (comment) {
      this.#used.add(comment);
      return { by: "comment", reason: comment.reason };
    }
    const entry = this.#accepted.get(finding.fingerprint);
    if (entry) this.#used.add(entry);
    if (entry && isValid(entry, this.#options.now)) {
      const until = entry.expires === undefined ? "" : ` until ${entry.expires}`;
      return { by: "baseline", reason: entry.reason ?? `accepted${until}` };
    }
    if (changed && !(finding.location && changed.has(finding.location.file))) {
      return { by: "settings", reason: `its file has not changed since ${changed.since}` };
    }
    if (namespace !== undefined && !isOf(namespace, finding.resource)) {
      return { by: "settings", reason: `it is not in namespace ${namespace}` };
    }
    return undefined;
  }

  /** What is wrong with the suppressions themselves. */
  troubles(): Finding[] {
    const fingerprint = fingerprinter();
    const found = [...this.#ofComments(), ...this.#ofBaseline()];
    return found.sort(compareFindings)
      .map((finding) => ({ ...finding, fingerprint: fingerprint(finding) }));
  }

  *#ofComments(): Iterable<Finding> {
    for (const comment of [...this.#comments.values()].flat()) {
      const wrong = comment.rules.length === 0
        ? "it names no rule"
        : comment.reason === ""
        ? "it gives no reason"
        : undefined;
      if (wrong) {
        yield* this.#trouble("suppression-invalid", `The comment is ignored: ${wrong}`, comment);
      } else if (!this.#used.has(comment) && this.#mayBeUsed(comment.rules)) {
        const message = `The comment silences nothing: ${comment.rules.join(", ")}`;
        yield* this.#trouble("suppression-unused", message, comment);
      }
    }
  }

  *#ofBaseline(): Iterable<Finding> {
    const { baseline } = this.#options;
    for (const entry of baseline?.entries ?? []) {
      if (this.#used.has(entry) || !this.#mayBeUsed([entry.code])) continue;
      const before = baseline!.text.slice(0, baseline!.text.indexOf(entry.fingerprint)).split("\n");
      const place = {
        file: baseline!.file,
        line: before.length,
        column: before.at(-1)!.length + 1,
      };
      const message = `The entry of the baseline silences nothing: ${entry.code} ${entry.object}`;
      yield* this.#trouble("suppression-unused", message, place);
    }
  }

  /** Whether one of the rules that ran bears one of the words; an unknown word silences nothing for sure. */
  #mayBeUsed(words: readonly string[]): boolean {
    const { rules } = this.#options;
    return words.some((word) => rules.some((rule) => matchesWord(rule, word)));
  }

  *#trouble(
    type: DocumentTrouble,
    message: string,
    { file, line, column }: { file: string; line: number; column: number },
  ): Iterable<Finding> {
    const rule = this.#options.rules.find((each): each is DocumentRule =>
      "finds" in each && each.finds.includes(type)
    );
    if (!rule) return;
    const { code, name, severity } = rule;
    yield {
      code,
      name,
      severity,
      message,
      resource: NOTHING,
      location: { file, line, column },
      documentation: documentationOf(code),
      fingerprint: "",
    };
  }
}

/** Whether a finding about `resource` concerns those who look at one namespace. */
function isOf(namespace: string, resource: ResourceRef): boolean {
  const own = resource.kind === "Namespace" ? resource.name : resource.namespace;
  return own === "" || own === namespace;
}

function covers({ rules, from, to }: SilencingComment, finding: Finding): boolean {
  const { line } = finding.location!;
  return from <= line && line <= to && rules.some((word) => matchesWord(finding, word));
}
