import { Failure } from "../core/mod.ts";

/** The failure of a snapshot that cannot be used; `reason` is a clause about it. */
export function unusable(
  path: string,
  reason: string,
  options: { cause?: unknown; hint?: string } = {},
): Failure {
  return new Failure("SNAPSHOT_NOT_READABLE", `Cannot read snapshot "${path}": ${reason}`, options);
}
