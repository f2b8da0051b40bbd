import { nearest } from "../../../core/mod.ts";
import { parsePrincipal } from "../../../auth/mod.ts";
import { type Mesh, serviceAccounts, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { patternLists } from "./_attributes.ts";

/** Every service account that an AuthorizationPolicy names is there. */
export const unknownServiceAccount = defineRule({
  code: "MM0507",
  name: "unknown-service-account",
  title: "AuthorizationPolicy names a service account that is not there",
  severity: "error",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy", "ServiceAccount", "Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["KIA0106"],
  mode: "default",
  docs: {
    why:
      "No workload bears an identity whose service account does not exist. What the rule is to " +
      "allow is denied, and what it is to deny passes.",
    remedy: "Correct the namespace or the name: `TRUST-DOMAIN/ns/NAMESPACE/sa/SERVICE-ACCOUNT`, " +
      "without `spiffe://`.",
    links: ["https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source"],
  },

  *check({ mesh }) {
    const accounts = mesh.once(serviceAccounts);
    for (const on of mesh.list("AuthorizationPolicy")) {
      for (const { attribute, values, at } of patternLists(on)) {
        if (!/^(?:principals|source\.principal)$/.test(attribute)) continue;
        for (const [i, principal] of values.entries()) {
          const identity = principal.includes("*") ? undefined : parsePrincipal(principal);
          const known = identity && accounts.get(identity.namespace);
          if (!known || !isLocal(identity.trustDomain, mesh.config)) continue;
          if (known.has(identity.serviceAccount)) continue;
          const meant = nearest(identity.serviceAccount, [...known].sort());
          const path = [...at, i];
          yield {
            on,
            at: path,
            message: `Namespace ${identity.namespace} has no service account ` +
              `"${identity.serviceAccount}"`,
            fix: meant === undefined ? undefined : replacement(
              path,
              principal.replace(/[^/]*$/, meant),
              `Use service account "${meant}"`,
            ),
          };
        }
      }
    }
  },
});

function isLocal(
  trustDomain: string,
  { trustDomain: own, trustDomainAliases = [] }: Mesh["config"],
): boolean {
  return [own, "cluster.local", ...trustDomainAliases].includes(trustDomain);
}
