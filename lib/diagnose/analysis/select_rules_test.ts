import { deepStrictEqual, ok, throws } from "node:assert/strict";
import { rules } from "../rules/mod.ts";
import { type RuleSelection, selectRules } from "./select_rules.ts";

function namesOf(selection: RuleSelection): string[] {
  return selectRules(rules, selection).map(({ name }) => name);
}

Deno.test("selectRules() takes all rules but the optional ones unless told otherwise", () => {
  deepStrictEqual(namesOf({}), rules.filter((r) => !r.optional).map(({ name }) => name));
  ok(namesOf({ only: ["IST0136"] }).includes("alpha-annotation"));
});

Deno.test("selectRules() knows rules by code, name, analyzer and equivalent", () => {
  deepStrictEqual(namesOf({ only: ["ist0130"] }), ["rule-unreachable"]);
  deepStrictEqual(namesOf({ only: ["conflicting-mesh-hosts"] }), ["conflicting-mesh-hosts"]);
  deepStrictEqual(namesOf({ only: ["KIA1106"] }), ["conflicting-mesh-hosts"]);
  deepStrictEqual(namesOf({ only: ["webhook.Analyzer"], exclude: ["overlapping-injectors"] }), [
    "injector-service-not-found",
  ]);
});

Deno.test("selectRules() refuses a word that means no rule, and guesses", () => {
  throws(() => selectRules(rules, { exclude: ["conflicting-mesh-host"] }), {
    code: "USAGE",
    hint: "Did you mean conflicting-mesh-hosts?",
  });
});
