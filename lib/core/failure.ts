/** Every stable code of an expected failure. */
export type FailureCode =
  | "USAGE"
  | "FILE_NOT_READABLE"
  | "FILE_NOT_WRITABLE"
  | "SNAPSHOT_NOT_READABLE"
  | "CLUSTER_UNREACHABLE"
  | "CLUSTER_REFUSED"
  | "CLUSTER_CONFLICT"
  | "HOST_UNREACHABLE"
  | "PROMETHEUS_REFUSED"
  | "GIT_FAILED"
  | "PROGRAM_FAILED"
  | "TIMED_OUT"
  | "INTERRUPTED";

/**
 * An expected failure: something outside the program did not work. Thrown by the edges, caught once by
 * the command line, which prints the message and the hint and picks the exit status.
 */
export class Failure extends Error {
  /** Always `"Failure"`. */
  override readonly name = "Failure";
  /** What the user can do about it. */
  readonly hint: string | undefined;

  /** Creates a failure. */
  constructor(
    /** Stable code. */
    readonly code: FailureCode,
    message: string,
    options: { cause?: unknown; hint?: string } = {},
  ) {
    super(message, { cause: options.cause });
    this.hint = options.hint;
  }
}
