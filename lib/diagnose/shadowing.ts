import type { VirtualServiceHttp, VirtualServiceHttpMatch } from "../mesh/mod.ts";

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
  if (narrow.length === 0) return wide.some((match) => covers(match, {}));
  return narrow.every((match) => wide.some((other) => covers(other, match)));
}

/** Whether every request that meets `narrow` meets `wide`; in doubt no. */
export function covers(wide: VirtualServiceHttpMatch, narrow: VirtualServiceHttpMatch): boolean {
  for (const [key, wanted] of Object.entries(wide)) {
    if (key === "name" || key === "ignoreUriCase" || key === "statPrefix") continue;
    const has = (narrow as Record<string, unknown>)[key];
    if (
      key === "headers" || key === "queryParams" || key === "withoutHeaders" ||
      key === "sourceLabels"
    ) {
      const inner = (has ?? {}) as Record<string, unknown>;
      for (const [name, value] of Object.entries(wanted as Record<string, unknown>)) {
        if (JSON.stringify(inner[name]) !== JSON.stringify(value)) return false;
      }
    } else if (key === "uri") {
      if (!coversPath(wanted as StringMatch, has as StringMatch | undefined)) return false;
    } else if (JSON.stringify(has) !== JSON.stringify(wanted)) return false;
  }
  return true;
}

interface StringMatch {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

function coversPath(wide: StringMatch, narrow: StringMatch | undefined): boolean {
  if (wide.prefix === "/" || wide.regex === ".*") return true;
  if (!narrow) return false;
  if (wide.prefix !== undefined) {
    return (narrow.prefix ?? narrow.exact)?.startsWith(wide.prefix) ?? false;
  }
  return JSON.stringify(wide) === JSON.stringify(narrow);
}
