/** Every analyzer of istioctl over its own test data: its verdicts under compat, explained ones otherwise. @module */
import { deepStrictEqual, ok } from "node:assert/strict";
import { type AnyRule, rules } from "../../lib/diagnose/mod.ts";
import {
  difference,
  judge,
  type PeerInput,
  unexplained,
  verdictOf,
  withoutDefault,
} from "./peer_verdicts.ts";
import { peerTest, shared } from "./shared.ts";

const FILE = "peer-cases/analyzer-cases.json";

interface Case extends PeerInput {
  readonly id: number;
  readonly name: string;
  readonly analyzer: string;
  readonly expected: readonly { code: string; resource: string }[];
}

for (const compat of [true, false]) {
  const how = compat
    ? "agrees with istioctl under compat"
    : "differs from istioctl only as explained";
  peerTest(`every analyzer ${how}`, FILE, () => {
    const cases: readonly Case[] = JSON.parse(Deno.readTextFileSync(shared(FILE)));
    const wrong: Record<string, readonly string[]> = {};
    for (const one of cases) {
      const own = rules.filter(({ peer }) => peer && isOf(one.analyzer, peer));
      ok(own.length > 0, `no rule stands for ${one.analyzer}`);
      const peer = one.expected.map(({ code, resource }) => withoutDefault(`${code} ${resource}`));
      const found = difference(peer, judged(one, own, compat));
      const bad = compat
        ? [...found.lacking.map((v) => `lacking: ${v}`), ...found.extra.map((v) => `extra: ${v}`)]
        : unexplained(found);
      if (bad.length > 0) wrong[`${one.id} ${one.name}`] = bad;
    }
    deepStrictEqual(wrong, {});
  });
}

const VALIDATION = "schema.ValidationAnalyzer";

/** The analyzer of specs is one for each kind; our rule for it is one for all of them. */
function isOf(analyzer: string, peer: string): boolean {
  return analyzer === peer || peer === VALIDATION && analyzer.startsWith(`${VALIDATION}.`);
}

function judged(one: Case, own: readonly AnyRule[], compat: boolean): readonly string[] {
  const findings = judge(one, own, { compat });
  const kind = one.analyzer.startsWith(VALIDATION) && one.analyzer.slice(VALIDATION.length + 1);
  return findings.filter(({ resource }) => !kind || resource.kind === kind).map(verdictOf);
}
