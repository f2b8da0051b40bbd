import type { Path } from "../../../core/mod.ts";
import type { AuthorizationPolicyRuleToOperation } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { sayIf } from "../values/names.ts";
import { emptyProblem, portsProblems } from "./attribute_values.ts";
import { pathTemplateProblem } from "./path_template.ts";

const FIELDS = {
  ports: "Ports",
  methods: "Methods",
  paths: "Paths",
  hosts: "Hosts",
  notPorts: "NotPorts",
  notMethods: "NotMethods",
  notPaths: "NotPaths",
  notHosts: "NotHosts",
} as const;

/** Checks what a rule is about. */
export function checkOperation(
  operation: AuthorizationPolicyRuleToOperation,
  where: string,
  at: Path,
  say: Say,
): void {
  const fields = Object.keys(FIELDS) as (keyof typeof FIELDS)[];
  if (fields.every((field) => (operation[field] ?? []).length === 0)) {
    say(at, `\`to.operation\` must not be empty, ${where}`);
  }
  for (const field of ["ports", "notPorts"] as const) {
    for (const problem of portsProblems(operation[field] ?? [])) say([...at, field], problem);
  }
  for (const field of fields) {
    sayIf(say, [...at, field], emptyProblem(FIELDS[field], operation[field] ?? []));
  }
  for (const field of ["paths", "notPaths"] as const) {
    sayIf(say, [...at, field], pathTemplateProblem(FIELDS[field], operation[field] ?? []));
  }
}
