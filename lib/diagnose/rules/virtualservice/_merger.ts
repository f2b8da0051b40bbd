import { compare, type Fix, isRecord, type PatchOperation } from "../../../core/mod.ts";
import { gatewaysOf, type Resource } from "../../../mesh/mod.ts";
import { formatName } from "../_names.ts";

type VirtualService = Resource<"VirtualService">;

const PROTOCOLS = ["http", "tls", "tcp"] as const;

/**
 * Puts the routes of the later VirtualService into the oldest, before its rule without matches, and takes the
 * later away. `undefined` where they differ in hosts, gateways or audience, or both have such a rule.
 */
export function mergerOf(oldest: VirtualService, later: VirtualService): Fix | undefined {
  if (scopeOf(oldest) !== scopeOf(later) || !isRecord(later.written)) return undefined;
  const written = isRecord(later.written.spec) ? later.written.spec : {};
  const patch: PatchOperation[] = [];
  for (const protocol of PROTOCOLS) {
    const rules: unknown = written[protocol];
    if (!Array.isArray(rules) || rules.length === 0) continue;
    const before = oldest.spec[protocol];
    const catchAll = (before ?? []).findIndex(hasNoMatch);
    if (catchAll >= 0 && (later.spec[protocol] ?? []).some(hasNoMatch)) return undefined;
    patch.push(...additions(protocol, rules, before, catchAll));
  }
  return {
    applicability: "unsafe",
    title: `Merge it into ${formatName(oldest)}`,
    patch: [{ op: "remove", path: "" }],
    others: [{ resource: oldest.ref, patch }],
  };
}

function additions(
  protocol: string,
  rules: readonly unknown[],
  before: readonly unknown[] | undefined,
  catchAll: number,
): PatchOperation[] {
  if (before === undefined) return [{ op: "add", path: `/spec/${protocol}`, value: rules }];
  return rules.map((value, i) => {
    const index = catchAll < 0 ? "-" : catchAll + i;
    return { op: "add", path: `/spec/${protocol}/${index}`, value };
  });
}

function hasNoMatch({ match = [] }: { readonly match?: readonly unknown[] }): boolean {
  return match.length === 0;
}

/** What must be the same before two can be one. */
function scopeOf(vs: VirtualService): string {
  const { cluster, namespace, spec: { hosts = [], exportTo = [] } } = vs;
  const sorted = (list: readonly string[]) => [...list].sort(compare);
  return JSON.stringify([
    cluster,
    namespace,
    sorted(hosts),
    sorted(gatewaysOf(vs)),
    sorted(exportTo),
  ]);
}
