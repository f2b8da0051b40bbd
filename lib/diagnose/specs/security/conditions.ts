import type { Path } from "../../../core/mod.ts";
import type { AuthorizationPolicyRuleWhen } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import {
  addressesProblems,
  emptyProblem,
  portsProblems,
  serviceAccountProblem,
  trustDomainProblem,
} from "./attribute_values.ts";

type Problems = (key: string, values: readonly string[]) => readonly string[];

const KEYS: Readonly<Record<string, Problems>> = {
  "source.ip": (_, values) => addressesProblems(values),
  "remote.ip": (_, values) => addressesProblems(values),
  "source.namespace": none,
  "source.serviceAccount": (key, values) => one(serviceAccountProblem(key, values)),
  "source.trustDomain": (key, values) => one(trustDomainProblem(key, values)),
  "source.principal": none,
  "request.auth.principal": none,
  "request.auth.audiences": none,
  "request.auth.presenter": none,
  "destination.ip": (_, values) => addressesProblems(values),
  "destination.port": (_, values) => portsProblems(values),
  "connection.sni": none,
  "destination.namespace": (key) => [`attribute ${key} is replaced by the metadata.namespace`],
  "destination.name": (key) => [`deprecated attribute ${key}: only supported in v1alpha1`],
  "destination.user": (key) => [`deprecated attribute ${key}: only supported in v1alpha1`],
};
/** Keys that name something in brackets: `request.headers[name]`. */
const MAPS = [
  "request.headers",
  "request.experimental.inline.headers",
  "request.auth.claims",
  "experimental.envoy.filters.",
];

/** Checks the further conditions of a rule. */
export function checkConditions(
  when: readonly AuthorizationPolicyRuleWhen[],
  at: Path,
  say: Say,
): void {
  for (const [i, { key = "", values = [], notValues = [] }] of when.entries()) {
    const place = [...at, i];
    if (key === "") {
      say(place, "`key` must not be empty");
      continue;
    }
    if (values.length === 0 && notValues.length === 0) {
      say(place, `at least one of \`values\` or \`notValues\` must be set for key ${key}`);
      continue;
    }
    for (const [noun, side] of [["value", values], ["notValue", notValues]] as const) {
      const problems = attributeProblems(key, side);
      if (problems.length === 0) continue;
      say(place, `invalid \`${noun}\` for \`key\` ${key}: ${problems.join("; ")}`);
    }
  }
}

function attributeProblems(key: string, values: readonly string[]): readonly string[] {
  const empty = emptyProblem(key, values);
  if (empty) return [empty];
  if (Object.hasOwn(KEYS, key)) return KEYS[key]!(key, values);
  if (MAPS.some((map) => key.startsWith(map))) {
    return /^.+?\[.+\]$/.test(key) ? [] : [`bad key (${key}): should have format a[b]`];
  }
  return key.startsWith("destination.labels")
    ? [`attribute ${key} is replaced by the workload selector`]
    : [`unknown attribute: ${key}`];
}

function none(): readonly string[] {
  return [];
}

function one(problem: string | undefined): readonly string[] {
  return problem === undefined ? [] : [problem];
}
