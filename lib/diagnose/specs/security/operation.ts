import type { Path } from "../../../core/mod.ts";
import type { AuthorizationPolicyRuleToOperation } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { sayIf } from "../values/names.ts";
import { emptyProblem, portsProblems } from "./attribute_values.ts";
import { pathTemplateProblem } from "./path_template.ts";

const LABELS = {
  ports: "Ports",
  methods: "Methods",
  paths: "Paths",
  hosts: "Hosts",
  notPorts: "NotPorts",
  notMethods: "NotMethods",
  notPaths: "NotPaths",
  notHosts: "NotHosts",
} as const;

type Field = keyof typeof LABELS;

const FIELDS = Object.keys(LABELS) as Field[];

/** Checks what a rule is about. */
export function checkOperation(
  operation: AuthorizationPolicyRuleToOperation,
  where: string,
  at: Path,
  say: Say,
): void {
  if (FIELDS.every((field) => (operation[field] ?? []).length === 0)) {
    say(at, `\`to.operation\` must not be empty, ${where}`);
  }
  for (const field of ["ports", "notPorts"] as const) {
    for (const problem of portsProblems(operation[field] ?? [])) say([...at, field], problem);
  }
  const check = (field: Field, problemOf: typeof emptyProblem) => {
    const values = operation[field];
    if (values) sayIf(say, [...at, field], problemOf(LABELS[field], values));
  };
  for (const field of FIELDS) check(field, emptyProblem);
  for (const field of ["paths", "notPaths"] as const) check(field, pathTemplateProblem);
}
