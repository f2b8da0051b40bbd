import type { LogGroup, LogLine } from "../core/mod.ts";
import type { Explanation } from "./explanation.ts";

/** One line to be grouped. */
export interface ExplainedLine {
  /** What it means. */
  readonly explanation: Explanation;
  /** HTTP status; `undefined` for connections. */
  readonly code: number | undefined;
  /** Where the request went. */
  readonly destination: string;
  /** `METHOD PATH`; `""` for connections. */
  readonly request: string;
  /** When, in milliseconds since 1970; `NaN` where it is not known. */
  readonly timeMs: number;
  /** How long, in milliseconds. */
  readonly durationMs: number | undefined;
  /** The line. */
  readonly line: LogLine;
  /** The line of the server's proxy. */
  readonly server: LogLine | undefined;
}

interface Tally {
  readonly first: ExplainedLine;
  readonly requests: Set<string>;
  count: number;
  firstMs: number;
  lastMs: number;
  timed: number;
  sumMs: number;
  maxMs: number;
}

/** Most groups that are kept, so that memory is bounded. */
const MOST_GROUPS = 10_000;

/** Most requests that a group names. */
const REQUESTS_NAMED = 3;

/** Gathers lines that say the same. Needs memory for the groups alone. */
export class Grouping {
  readonly #groups = new Map<string, Tally>();
  readonly #isEach: boolean;
  #leftOut = 0;

  /** `isEach` makes every line a group of its own. */
  constructor(isEach: boolean) {
    this.#isEach = isEach;
  }

  /** Lines that were left out because there are too many groups. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** Adds a line. */
  add(line: ExplainedLine): void {
    const key = this.#isEach ? String(this.#groups.size + this.#leftOut) : keyOf(line);
    const known = this.#groups.get(key);
    if (known) count(known, line);
    else if (this.#groups.size >= MOST_GROUPS) this.#leftOut++;
    else this.#groups.set(key, count(tallyOf(line), line));
  }

  /** The groups: failures first, the most frequent first; single lines in their order. */
  groups(): readonly LogGroup[] {
    const groups = [...this.#groups.values()].map(groupOf);
    if (this.#isEach) return groups;
    return groups.sort((a, b) => Number(b.isFailure) - Number(a.isFailure) || b.count - a.count);
  }
}

function keyOf({ explanation, code, destination }: ExplainedLine): string {
  const { summary, producedBy, signs } = explanation;
  const said = signs.map(({ field, value }) => `${field}\t${value}`);
  return `${code}\n${destination}\n${producedBy}\n${summary}\n${said.join("\n")}`;
}

function tallyOf(first: ExplainedLine): Tally {
  return {
    first,
    requests: new Set(),
    count: 0,
    firstMs: Infinity,
    lastMs: -Infinity,
    timed: 0,
    sumMs: 0,
    maxMs: 0,
  };
}

function count(tally: Tally, { request, timeMs, durationMs }: ExplainedLine): Tally {
  tally.count++;
  if (request !== "" && tally.requests.size < REQUESTS_NAMED) tally.requests.add(request);
  if (!Number.isNaN(timeMs)) {
    tally.firstMs = Math.min(tally.firstMs, timeMs);
    tally.lastMs = Math.max(tally.lastMs, timeMs);
  }
  if (durationMs !== undefined) {
    tally.timed++;
    tally.sumMs += durationMs;
    tally.maxMs = Math.max(tally.maxMs, durationMs);
  }
  return tally;
}

function groupOf(tally: Tally): LogGroup {
  const { explanation, code, destination, line, server } = tally.first;
  const { isFailure, summary, producedBy, remedy, signs } = explanation;
  return {
    count: tally.count,
    isFailure,
    summary,
    producedBy,
    ...(remedy === "" ? {} : { remedy }),
    signs: signs.map(({ field, value, cause }) => ({ field, value, cause })),
    ...(code === undefined ? {} : { code }),
    destination,
    requests: [...tally.requests],
    ...(tally.lastMs < 0 ? {} : { first: rfc3339(tally.firstMs), last: rfc3339(tally.lastMs) }),
    ...(tally.timed === 0
      ? {}
      : { durationMs: { mean: Math.round(tally.sumMs / tally.timed), max: tally.maxMs } }),
    example: line,
    ...(server ? { server } : {}),
  };
}

function rfc3339(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
