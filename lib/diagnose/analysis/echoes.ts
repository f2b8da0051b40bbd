import type { AnalysisRule, Found } from "./analyze.ts";

/**
 * What was found, without what the schema says of a field of which a rule says the same in better words. Where
 * the schema has more to say of the field, all is kept. The cure that the schema knows stays.
 */
export function withoutEchoes(found: readonly Found[]): Found[] {
  const said = new Map(
    [...Map.groupBy(found.filter(({ rule }) => saysWhatSchemasSay(rule)), ({ draft }) => draft.on)]
      .map(([on, ofObject]) => [on, byField(ofObject)]),
  );
  if (said.size === 0) return [...found];
  const echoes = new Map<Found, Found>();
  const ofSchemas = found.filter(({ rule, draft }) => isOfSchema(rule) && said.has(draft.on));
  for (const [on, ofObject] of Map.groupBy(ofSchemas, ({ draft }) => draft.on)) {
    for (const [field, ofSchema] of byField(ofObject)) {
      const better = said.get(on)?.get(field) ?? [];
      if (better.length < ofSchema.length) continue;
      for (const [i, echo] of ofSchema.entries()) echoes.set(echo, better[i]!);
    }
  }
  const cures = new Map([...echoes].map(([{ draft: { fix } }, better]) => [better, fix]));
  return found.filter((one) => !echoes.has(one)).map((one) => {
    const fix = one.draft.fix ?? cures.get(one);
    return fix ? { ...one, draft: { ...one.draft, fix } } : one;
  });
}

function saysWhatSchemasSay(rule: AnalysisRule): boolean {
  return "echoed" in rule && rule.echoed === true;
}

function isOfSchema(rule: AnalysisRule): boolean {
  return "finds" in rule && rule.severity === "error";
}

function byField(found: readonly Found[]): ReadonlyMap<string, readonly Found[]> {
  return Map.groupBy(found, ({ draft }) => JSON.stringify(draft.at));
}
