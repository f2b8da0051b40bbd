const VERSION = /^v?(\d+)\.(\d+)\.(\d+)/;

/** The three numbers of a version such as `v1.4.0-rc.1`; `undefined` for anything else. */
export function parseVersion(text: string): readonly [number, number, number] | undefined {
  const [, major, minor, patch] = VERSION.exec(text) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

/** Whether version `a` is before version `b`. */
export function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (const [i, number] of a.entries()) {
    if (number !== b[i]) return number < (b[i] ?? 0);
  }
  return false;
}
