import type { Path } from "../../../core/mod.ts";
import type { AuthorizationPolicyRule } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";

const UNSUPPORTED = {
  namespaces: "From.Namespaces",
  notNamespaces: "From.NotNamespaces",
  serviceAccounts: "From.ServiceAccounts",
  notServiceAccounts: "From.NotServiceAccounts",
  trustDomains: "From.TrustDomains",
  notTrustDomains: "From.NotTrustDomains",
  principals: "From.Principals",
  notPrincipals: "From.NotPrincipals",
  requestPrincipals: "From.RequestPrincipals",
  notRequestPrincipals: "From.NotRequestPrincipals",
} as const;
const KEYS = new Set([
  "source.namespace",
  "source.serviceAccount",
  "source.trustDomain",
  "source.principal",
]);

/** Checks that a rule for an external authorizer asks for nothing that is known too late for it. */
export function checkCustomRule(
  { from = [], when = [] }: AuthorizationPolicyRule,
  at: Path,
  say: Say,
): void {
  const unsupported = (name: string) => `${name} is currently not supported with CUSTOM action`;
  for (const [i, { source = {} }] of from.entries()) {
    for (const [field, name] of Object.entries(UNSUPPORTED)) {
      const values = source[field as keyof typeof UNSUPPORTED] ?? [];
      if (values.length > 0) say([...at, "from", i, "source", field], unsupported(name));
    }
  }
  for (const [i, { key = "" }] of when.entries()) {
    if (KEYS.has(key) || key.startsWith("request.auth.")) {
      say([...at, "when", i, "key"], unsupported(key));
    }
  }
}
