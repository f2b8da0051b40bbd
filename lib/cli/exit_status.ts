import {
  type AccessAnswer,
  type AnalysisReport,
  type CheckReport,
  type DiagnosisReport,
  type Gap,
  type Level,
  LEVELS,
  SEVERITIES,
  type Severity,
  type TraceReport,
} from "../core/mod.ts";
import { levelOf, type ProxyStatusReport } from "../proxy/mod.ts";
import { EXIT } from "./command.ts";

/** The flags that decide about the exit status. */
export interface ExitFlags<Threshold> {
  /** The mildest finding that counts. */
  readonly failOn: Threshold;
  /** Findings do not count at all. */
  readonly exitZero?: true | undefined;
  /** What could not be read counts as a failure. */
  readonly strict?: true | undefined;
}

/** The exit status of `analyze`: decided by the report, never by the format. */
export function analysisStatus(report: AnalysisReport, flags: ExitFlags<Level>): number {
  const isIncomplete = report.skipped.some(({ crashed }) => crashed);
  const worst = LEVELS.findIndex((level) => report.summary[level] > 0);
  const isFound = worst >= 0 && worst <= LEVELS.indexOf(flags.failOn);
  return status(isFound, isIncomplete, report.gaps.length, flags);
}

/** The exit status of `check`. What is unknown is a gap. */
export function checkStatus({ checks, gaps }: CheckReport, flags: ExitFlags<Level>): number {
  const threshold = LEVELS.indexOf(flags.failOn);
  const isFound = checks.some(({ status }) =>
    LEVELS.some((level, i) => level === status && i <= threshold)
  );
  const isIncomplete = checks.some(({ crashed }) => crashed);
  return status(isFound, isIncomplete, gaps.length, flags);
}

/** The exit status of `diagnose`. A broken verdict counts whatever the threshold. */
export function diagnosisStatus(report: DiagnosisReport, flags: ExitFlags<Severity>): number {
  const threshold = SEVERITIES.indexOf(flags.failOn);
  const isFound = report.verdict === "broken" ||
    report.verdict === "degraded" && threshold >= SEVERITIES.indexOf("medium") ||
    report.findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= threshold);
  return status(isFound, false, report.gaps.length, flags);
}

/** The exit status of a question that is answered with yes or no; `--strict` wants a certain answer. */
export function answerStatus(
  { answer, gaps }: { readonly answer: AccessAnswer; readonly gaps: readonly Gap[] },
  flags: Omit<ExitFlags<unknown>, "failOn">,
): number {
  const isUncertain = flags.strict === true && answer === "unknown";
  return status(answer === "deny", isUncertain, gaps.length, flags);
}

/** The exit status of `trace`; `--strict` wants a certain outcome. */
export function traceStatus(
  { outcome, gaps }: TraceReport,
  flags: Omit<ExitFlags<unknown>, "failOn">,
): number {
  const isUncertain = flags.strict === true && outcome === "unknown";
  return status(outcome === "fails", isUncertain, gaps.length, flags);
}

/** The exit status of `proxy-status`. */
export function syncStatus({ proxies, gaps }: ProxyStatusReport, flags: ExitFlags<Level>): number {
  const isFound = proxies.some((proxy) => {
    const level = levelOf(proxy);
    return level !== undefined && LEVELS.indexOf(level) <= LEVELS.indexOf(flags.failOn);
  });
  return status(isFound, false, gaps.length, flags);
}

function status(
  isFound: boolean,
  isIncomplete: boolean,
  gaps: number,
  { exitZero, strict }: Omit<ExitFlags<unknown>, "failOn">,
): number {
  if (isIncomplete || strict && gaps > 0) return EXIT.failure;
  return isFound && !exitZero ? EXIT.findings : EXIT.clean;
}
