import { documentationOf, type Finding } from "../../core/mod.ts";
import type { ManifestProblem } from "../../source/mod.ts";
import type { DocumentRule } from "./rule.ts";

/** The problems of documents as findings without fingerprints, as far as `rules` want to know them. */
export function* problemFindings(
  problems: readonly ManifestProblem[],
  rules: readonly DocumentRule[],
): Generator<Finding> {
  for (const { type, message, location, resource } of problems) {
    const rule = rules.find(({ finds }) => finds.includes(type));
    if (!rule) continue;
    const { code, name, severity } = rule;
    yield {
      code,
      name,
      severity,
      message,
      resource,
      location,
      documentation: documentationOf(code),
      fingerprint: "",
    };
  }
}
