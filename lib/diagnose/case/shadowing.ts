import { coversHttpMatch, type VirtualServiceHttp } from "../../mesh/mod.ts";

/** Two rules of which the earlier takes everything the later could match. */
export interface Shadow {
  /** Index of the earlier rule. */
  readonly earlier: number;
  /** Index of the later rule. */
  readonly later: number;
}

/** The first rule that can never match because of one before it, if there is one. */
export function firstShadow(rules: readonly VirtualServiceHttp[]): Shadow | undefined {
  for (let later = 1; later < rules.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      if (takesAllOf(rules[earlier]!, rules[later]!)) return { earlier, later };
    }
  }
  return undefined;
}

function takesAllOf(earlier: VirtualServiceHttp, later: VirtualServiceHttp): boolean {
  const wide = earlier.match ?? [], narrow = later.match ?? [];
  if (wide.length === 0) return true;
  // A rule without conditions is the one match that asks nothing.
  return (narrow.length === 0 ? [{}] : narrow).every((match) =>
    wide.some((other) => coversHttpMatch(other, match))
  );
}
