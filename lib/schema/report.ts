import type { Path } from "../core/mod.ts";

/** What kind of thing is wrong with a field. */
export type ViolationKind =
  | "unknown-field"
  | "wrong-type"
  | "required"
  | "enum"
  | "pattern"
  | "format"
  | "range"
  | "size"
  | "duplicate"
  | "one-of"
  | "name"
  | "cel";

/** One reason why the API server would reject an object. */
export interface Violation {
  /** The field concerned; for a missing field where it should be. */
  readonly path: Path;
  /** What kind of thing is wrong. */
  readonly kind: ViolationKind;
  /** What is wrong, to be read after the path and a colon. */
  readonly message: string;
  /** The word that was probably meant, where a field or a value is unknown. */
  readonly suggestion?: string;
  /** The types that the value may have, where it has another; in the words of JSON Schema. */
  readonly types?: readonly string[];
}

/**
 * Looks at a value and reports what is wrong with it. `false` where it is so wrong that rules over it or
 * over an object that contains it would make no sense.
 */
export type Check = (value: unknown, report: Report) => boolean;

/** What a violation may say besides. */
interface Details {
  readonly field?: string | undefined;
  readonly suggestion?: string | undefined;
  readonly types?: readonly string[];
}

const LONGEST = 60;

/** A value as it stands in a message: in quotes, and cut where it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/** Collects violations on the way through an object. */
export class Report {
  /** What was found so far. */
  readonly violations: Violation[] = [];
  readonly #path: (string | number)[] = [];

  /** Adds a violation here or, where `field` is given, at a field of this object. */
  add(kind: ViolationKind, message: string, { field, suggestion, types }: Details = {}): void {
    this.violations.push({
      path: field === undefined ? [...this.#path] : [...this.#path, field],
      kind,
      message,
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(types && { types }),
    });
  }

  /** Runs a check one step deeper. */
  inside(step: string | number, value: unknown, check: Check): boolean {
    this.#path.push(step);
    const sound = check(value, this);
    this.#path.pop();
    return sound;
  }
}
