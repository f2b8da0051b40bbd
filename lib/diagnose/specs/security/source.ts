import type { Path } from "../../../core/mod.ts";
import type { AuthorizationPolicyRuleFromSource } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { sayIf } from "../values/names.ts";
import {
  addressesProblems,
  emptyProblem,
  serviceAccountProblem,
  trustDomainProblem,
} from "./attribute_values.ts";

type Source = AuthorizationPolicyRuleFromSource;

const ADDRESSES = ["ipBlocks", "notIpBlocks", "remoteIpBlocks", "notRemoteIpBlocks"] as const;
const NAMES = [
  "principals",
  "requestPrincipals",
  "namespaces",
  "notPrincipals",
  "notRequestPrincipals",
  "notNamespaces",
] as const;
const SERVICE_ACCOUNTS = ["serviceAccounts", "notServiceAccounts"] as const;
const TRUST_DOMAINS = ["trustDomains", "notTrustDomains"] as const;

/** Checks who a rule is about. */
export function checkSource(source: Source, where: string, at: Path, say: Say): void {
  const has = (...fields: (keyof Source)[]) => fields.some((f) => (source[f] ?? []).length > 0);
  if (
    has("principals", "notPrincipals", "namespaces", "notNamespaces") && has(...SERVICE_ACCOUNTS)
  ) {
    say(at, `cannot set serviceAccounts with namespaces or principals, ${where}`);
  }
  if (!has(...ADDRESSES, ...NAMES, ...SERVICE_ACCOUNTS, ...TRUST_DOMAINS)) {
    say(at, `\`from.source\` must not be empty, ${where}`);
  }
  for (const field of ADDRESSES) {
    for (const problem of addressesProblems(source[field] ?? [])) say([...at, field], problem);
  }
  const check = (field: keyof Source, problemOf: typeof emptyProblem) => {
    const values = source[field];
    if (values) sayIf(say, [...at, field], problemOf(label(field), values));
  };
  for (const field of [...NAMES, ...ADDRESSES]) check(field, emptyProblem);
  for (const field of SERVICE_ACCOUNTS) check(field, serviceAccountProblem);
  for (const field of TRUST_DOMAINS) check(field, trustDomainProblem);
}

function label(field: string): string {
  return field[0]!.toUpperCase() + field.slice(1);
}
