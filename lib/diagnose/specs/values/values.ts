import { compileRe2, type Path } from "../../../core/mod.ts";
import type { Say } from "../say.ts";

const DURATION_PARTS = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)/g;
const DURATION = /^-?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))+$/;
const MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  "µs": 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};
const MAX_EXPRESSION = 1024;
const LABEL_KEY =
  /^(?:[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
const MAX_LABEL = 63;

/** A duration such as `1.5s` or `1h5m` in milliseconds; `undefined` for anything else. */
export function parseDurationMs(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined;
  let ms = 0;
  for (const [, number, unit] of text.matchAll(DURATION_PARTS)) ms += Number(number) * MS[unit!]!;
  return text.startsWith("-") ? -ms : ms;
}

/** Checks that a duration is at least a millisecond and a whole number of them. */
export function checkDuration(duration: string | undefined, at: Path, say: Say): void {
  const ms = duration === undefined ? undefined : parseDurationMs(duration);
  if (ms === undefined) return;
  if (ms < 1) say(at, "duration must be greater than 1ms");
  else if (!isWhole(ms)) say(at, "only durations to ms precision are supported");
}

function isWhole(ms: number): boolean {
  return Math.abs(ms - Math.round(ms)) < 1e-6;
}

/** Checks that a percentage is from 0 to 100, and not too small to be kept. */
export function checkPercentage(value: number | undefined, at: Path, say: Say): void {
  if (value === undefined) return;
  if (value < 0 || value > 100 || value > 0 && value < 0.0001) {
    say(at, `percentage ${value} is neither 0.0, nor in range [0.0001, 100.0]`);
  }
}

/** What is wrong with a regular expression. */
export function expressionProblem(expression: string, where: string): string | undefined {
  if (expression.length > MAX_EXPRESSION) {
    return `"${where}": regex is too large, max length allowed is ${MAX_EXPRESSION}`;
  }
  return compileRe2(expression) ? undefined : `"${where}": error parsing regexp; ` +
    "Istio uses RE2 style regex-based match (https://github.com/google/re2/wiki/Syntax)";
}

/** Checks labels that pods may carry. */
export function checkLabels(
  labels: Readonly<Record<string, string>> | undefined,
  at: Path,
  say: Say,
): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    const name = key.slice(key.indexOf("/") + 1);
    if (!LABEL_KEY.test(key) || name.length > MAX_LABEL) {
      say([...at, key], `invalid tag key: "${key}"`);
    }
    if (value.length > MAX_LABEL || !LABEL_VALUE.test(value)) {
      say([...at, key], `invalid tag value: "${value}"`);
    }
  }
}
