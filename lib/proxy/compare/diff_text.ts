import type { ChangedEntry, DumpDiff } from "./diff_dumps.ts";

/** Signs of a unified diff: only in the first, only in the second. */
const SIGNS = { "only-left": "-", "only-right": "+", changed: "~" } as const;

/** A difference as text: one line for each entry and each place in it. */
export function formatDumpDiff({ compared, uncompared, changes }: DumpDiff): string {
  const parts = compared.map((kind) => {
    const changed = changes.filter((change) => change.kind === kind);
    return changed.length === 0
      ? `${headingOf(kind)} match\n`
      : `${headingOf(kind)} differ\n${changed.map(formatEntry).join("")}`;
  });
  const missing = uncompared.map((kind) => `${headingOf(kind)} are in one dump only\n`);
  return [...parts, ...missing].join("");
}

function headingOf(kind: string): string {
  const plural = kind === "ecds" ? "extensions" : `${kind}s`;
  return plural.slice(0, 1).toUpperCase() + plural.slice(1);
}

function formatEntry({ change, name, differences }: ChangedEntry): string {
  const lines = differences.flatMap(({ path, left, right }) => [
    ...left === undefined ? [] : [`    - ${path}: ${JSON.stringify(left)}\n`],
    ...right === undefined ? [] : [`    + ${path}: ${JSON.stringify(right)}\n`],
  ]);
  return `  ${SIGNS[change]} ${name || "(without a name)"}\n${lines.join("")}`;
}
