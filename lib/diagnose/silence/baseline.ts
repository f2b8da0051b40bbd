import { compare, type Finding, formatRef, isRecord } from "../../core/mod.ts";

/** A finding that somebody accepted for a time. */
export interface BaselineEntry {
  /** Fingerprint of the finding. */
  readonly fingerprint: string;
  /** Its code, for people. */
  readonly code: string;
  /** Its object, for people. */
  readonly object: string;
  /** The day from which it counts again, as `2026-12-31`; absent where it never does. */
  readonly expires?: string;
  /** Why it was accepted. */
  readonly reason?: string;
}

/** Findings that were there when somebody began to look. Its shape is a contract with scripts. */
export interface Baseline {
  /** Always `"Baseline"`. */
  readonly kind: "Baseline";
  /** Version of this shape. */
  readonly version: 1;
  /** By code, object and fingerprint. */
  readonly entries: readonly BaselineEntry[];
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads a baseline; throws a `TypeError` that says what is wrong with it. */
export function parseBaseline(text: string): Baseline {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value) || value.kind !== "Baseline" || !Array.isArray(value.entries)) {
    throw new TypeError("it is no baseline");
  }
  return { kind: "Baseline", version: 1, entries: value.entries.map(entryOf) };
}

function entryOf(value: unknown, i: number): BaselineEntry {
  if (!isRecord(value) || typeof value.fingerprint !== "string") {
    throw new TypeError(`entry ${i + 1} has no fingerprint`);
  }
  const { fingerprint, code, object, expires, reason } = value;
  if (expires !== undefined && !(typeof expires === "string" && isDay(expires))) {
    throw new TypeError(`entry ${i + 1} expires on no day such as 2026-12-31`);
  }
  return {
    fingerprint,
    code: typeof code === "string" ? code : "",
    object: typeof object === "string" ? object : "",
    ...(typeof expires === "string" && { expires }),
    ...(typeof reason === "string" && { reason }),
  };
}

/** Whether a text is a day of the calendar, such as `2026-12-31`. */
export function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text));
}

/** Whether an entry still counts at `now`. */
export function isValid({ expires }: BaselineEntry, now: Date): boolean {
  return expires === undefined || now.getTime() < Date.parse(expires);
}

/**
 * A baseline of `findings`. What is said of those that are in the baseline before stays; the others expire
 * on the day `expires`, if one is given.
 */
export function baselineOf(
  findings: readonly Finding[],
  before: Baseline | undefined,
  now: Date,
  expires?: string,
): Baseline {
  const known = new Map(
    before?.entries.filter((entry) => isValid(entry, now))
      .map((entry) => [entry.fingerprint, entry]),
  );
  const entries = findings.map(({ fingerprint, code, resource }): BaselineEntry => ({
    ...known.get(fingerprint) ?? (expires === undefined ? {} : { expires }),
    fingerprint,
    code,
    object: formatRef(resource),
  }));
  entries.sort((a, b) =>
    compare(a.code, b.code) || compare(a.object, b.object) || compare(a.fingerprint, b.fingerprint)
  );
  const ordered = entries.map(({ fingerprint, code, object, expires, reason }) => ({
    fingerprint,
    code,
    object,
    ...(expires !== undefined && { expires }),
    ...(reason !== undefined && { reason }),
  }));
  return { kind: "Baseline", version: 1, entries: ordered };
}
