/** A duration for a cell: `10s`, `250ms`; `none` for 0. */
export function formatDuration(ms: number): string {
  if (ms === 0) return "none";
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`;
}
