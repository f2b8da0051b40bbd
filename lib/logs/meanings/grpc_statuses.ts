/** Names of the gRPC statuses, by number. */
const NAMES = [
  "OK",
  "CANCELLED",
  "UNKNOWN",
  "INVALID_ARGUMENT",
  "DEADLINE_EXCEEDED",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "PERMISSION_DENIED",
  "RESOURCE_EXHAUSTED",
  "FAILED_PRECONDITION",
  "ABORTED",
  "OUT_OF_RANGE",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
  "UNAUTHENTICATED",
] as const;

/**
 * The error in a logged gRPC status, which may be a number or a name in any spelling; `undefined` for
 * success and where no status is logged. A gRPC error rides on HTTP 200.
 */
export function grpcErrorName(status: string): string | undefined {
  if (status === "" || status === "0" || status.toUpperCase() === "OK") return undefined;
  const name = /^\d+$/.test(status) ? NAMES[Number(status)] : undefined;
  return name ?? status;
}
