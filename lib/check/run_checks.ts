import {
  CHECK_STATUSES,
  type CheckReport,
  type CheckResult,
  type CheckStatus,
  type CheckTrouble,
  type Clock,
  distinctGaps,
  documentationOfCheck,
  Failure,
  type Gap,
  LEVELS,
  type SourceInfo,
  tally,
} from "../core/mod.ts";
import { analyze, gapOfKind } from "../diagnose/mod.ts";
import type { Recording } from "../evidence/mod.ts";
import type { Mesh } from "../mesh/mod.ts";
import type { AnyCheck, CheckContext, Outcome } from "./check.ts";

/** A mesh at one moment, as checks look at it. */
export interface CheckedMesh {
  /** The objects of all clusters, of the kinds that the checks read. */
  readonly mesh: Mesh;
  /** What was observed, by cluster. */
  readonly recordings: readonly [Recording, ...Recording[]];
  /** When that was. */
  readonly now: Date;
}

/** Options of {@linkcode runChecks}. */
export interface RunChecksOptions {
  /** Looks at the mesh; again for each round of waiting. */
  readonly observe: () => Promise<CheckedMesh>;
  /** Where the mesh comes from. */
  readonly source: SourceInfo;
  /** Whether the user has a right; absent where no cluster can be asked. */
  readonly may?: CheckContext<never>["may"];
  /** How long to wait for what may become right by itself; 0 for one look. */
  readonly waitMs: number;
  /** The time. */
  readonly clock: Clock;
  /** Told before each pause what is waited for. */
  readonly onWait?: (what: string) => void;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

const PAUSE_MS = 5_000;

/**
 * Runs checks in their order. One that builds on a failed one is skipped, one that could not see all it
 * reads is unknown at best, and one that breaks is reported as broken; the others still run. While time is
 * left the mesh is looked at again for what may become right by itself, also where no API server answers.
 * Throws what `observe` throws at the last look.
 */
export async function runChecks(
  checks: readonly AnyCheck[],
  options: RunChecksOptions,
): Promise<CheckReport> {
  const { observe, clock, waitMs, onWait, signal } = options;
  const deadline = clock.now().getTime() + waitMs;
  for (let looks = 1;; looks++) {
    const isLast = clock.now().getTime() + PAUSE_MS > deadline;
    const seen = await observe().catch((failure) => {
      const mayAnswer = failure instanceof Failure && failure.code === "CLUSTER_UNREACHABLE";
      if (isLast || !mayAnswer) throw failure;
      return undefined;
    });
    const report = seen && await lookOnce(checks, seen, options, looks);
    const pending = report && pendingIn(checks, report);
    if (report && (isLast || pending!.length === 0)) return report;
    onWait?.(pending?.join(", ") ?? "the API server");
    await clock.sleep(PAUSE_MS, signal);
  }
}

function pendingIn(checks: readonly AnyCheck[], report: CheckReport): readonly string[] {
  const waiting = new Set(checks.filter(({ waits }) => waits).map(({ name }) => name));
  return report.checks.filter(({ name, status }) =>
    waiting.has(name) && (status === "error" || status === "warning")
  ).map(({ name }) => name);
}

async function lookOnce(
  checks: readonly AnyCheck[],
  seen: CheckedMesh,
  { source, may, signal }: RunChecksOptions,
  looks: number,
): Promise<CheckReport> {
  const { mesh, recordings, now } = seen;
  const context: CheckContext<never> = {
    mesh,
    recordings,
    source,
    gaps: mesh.gaps,
    now,
    ...(may && { may }),
    analyze: (rules) => analyze(mesh, rules, { now, source, signal }),
    signal,
  };
  const results = new Map<string, CheckResult>();
  for (const check of checks) {
    signal.throwIfAborted();
    const blocker = check.after?.find((name) => isBlocking(results.get(name)));
    results.set(
      check.name,
      blocker === undefined
        ? await resultOf(check, context, mesh)
        : resultWith(check, "skipped", { saw: `${blocker} failed`, after: blocker }),
    );
  }
  return reportOf([...results.values()], { mesh, now, source, looks });
}

/** Whether a result leaves nothing to say for those that build on it. */
function isBlocking(result: CheckResult | undefined): boolean {
  return result?.status === "error" || result?.after !== undefined;
}

async function resultOf(
  check: AnyCheck,
  context: CheckContext<never>,
  mesh: Mesh,
): Promise<CheckResult> {
  const unseen = check.inputs.flatMap((kind) => {
    const gap = gapOfKind(mesh.gaps, kind);
    return gap === undefined ? [] : [{ gap, isWhole: mesh.list(kind).length === 0 }];
  });
  const gaps = unseen.map(({ gap }) => gap);
  const whole = unseen.find(({ isWhole }) => isWhole);
  if (whole !== undefined) return resultWith(check, "unknown", { saw: inWords(whole.gap), gaps });
  let outcome: Outcome;
  try {
    outcome = await check.run(context as CheckContext<never>);
  } catch (error) {
    context.signal.throwIfAborted();
    // What the outside refuses is a gap; anything else is a fault of the check.
    if (error instanceof Failure) {
      return resultWith(check, "unknown", {
        saw: error.message,
        gaps: [...gaps, { what: check.name, reason: error.message }],
      });
    }
    const message = error instanceof Error ? error.message : String(error);
    return resultWith(check, "unknown", { saw: `the check broke: ${message}`, crashed: true });
  }
  if ("skip" in outcome) return resultWith(check, "skipped", { saw: outcome.skip });
  const { saw, troubles = [] } = outcome;
  const all = distinctGaps([...gaps, ...outcome.gaps ?? []]);
  const level = LEVELS.find((each) => troubles.some(({ level }) => level === each));
  const status = level ?? (all.length > 0 ? "unknown" : "ok");
  return resultWith(check, status, {
    saw: saw === "" && all[0] ? inWords(all[0]) : saw,
    troubles: worstFirst(troubles),
    gaps: all,
  });
}

function resultWith(
  { name, stage, title, docs }: AnyCheck,
  status: CheckStatus,
  { troubles = [], gaps = [], ...rest }:
    & Pick<CheckResult, "saw">
    & Partial<Pick<CheckResult, "troubles" | "gaps" | "after" | "crashed">>,
): CheckResult {
  return {
    name,
    stage,
    title,
    status,
    ...rest,
    troubles,
    gaps,
    ...(troubles.length > 0 && { hint: docs.remedy }),
    documentation: documentationOfCheck(name),
  };
}

function worstFirst(troubles: readonly CheckTrouble[]): readonly CheckTrouble[] {
  return troubles.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

function inWords({ what, reason }: Gap): string {
  return `cannot see ${what}: ${reason}`;
}

function reportOf(
  checks: readonly CheckResult[],
  { mesh, now, source, looks }: Pick<CheckedMesh, "mesh" | "now"> & {
    readonly source: SourceInfo;
    readonly looks: number;
  },
): CheckReport {
  return {
    kind: "CheckReport",
    version: 1,
    takenAt: now.toISOString(),
    source,
    summary: tally(CHECK_STATUSES, checks.map(({ status }) => status)),
    looks,
    checks,
    gaps: distinctGaps([...mesh.gaps, ...checks.flatMap(({ gaps }) => gaps)]),
  };
}
