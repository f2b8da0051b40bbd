import { createHash } from "node:crypto";
import type { Finding } from "../../core/mod.ts";

/**
 * Makes a function that identifies findings across runs: a hash of code, object and field, and of how
 * many alike came before. Lines and wording do not count, so that a baseline survives edits around it.
 */
export function fingerprinter(): (finding: Finding) => string {
  const times = new Map<string, number>();
  return ({ code, resource: { cluster, kind, namespace, name }, path = "" }) => {
    const key = JSON.stringify([code, cluster, kind, namespace, name, path]);
    const nth = times.get(key) ?? 0;
    times.set(key, nth + 1);
    return createHash("sha256").update(`${key}${nth || ""}`).digest("hex").slice(0, 32);
  };
}
