/** Rules about documents as people write them, before they are part of a mesh. @module */
import { problemRules } from "./problem_rules.ts";
import type { DocumentRule } from "./rule.ts";
import { schemaRules } from "./schema_rules.ts";
import { suppressionRules } from "./suppression_rules.ts";

export type { DocumentRule, DocumentTrouble } from "./rule.ts";
export { problemFindings } from "./problem_findings.ts";
export * from "./violations.ts";

/** Every rule about documents. */
export const documentRules: readonly DocumentRule[] = [
  ...problemRules,
  ...suppressionRules,
  ...schemaRules,
];
