import { nearest } from "../../../core/mod.ts";
import { parsePrincipal } from "../../../auth/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { patternLists } from "./_attributes.ts";

/** The trust domains that AuthorizationPolicies name are those of the mesh. */
export const unknownTrustDomain = defineRule({
  code: "MM0515",
  name: "authorization-trust-domain-unknown",
  title: "AuthorizationPolicy names a trust domain that the mesh does not know",
  severity: "info",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy"],
  equivalents: ["KIA0108"],
  mode: "default",
  docs: {
    why:
      "Principals are compared as a whole, with the trust domain in front. One that is neither that " +
      "of the mesh nor an alias fits callers of another mesh only, if that is trusted at all.",
    remedy: "Correct the trust domain, or list it in `trustDomainAliases` of the mesh's settings.",
    links: ["https://istio.io/latest/docs/tasks/security/authorization/authz-td-migration/"],
  },

  *check({ mesh }) {
    const { source, trustDomain, trustDomainAliases = [] } = mesh.config;
    if (source === "defaults") return;
    // istiod replaces the default by whatever the mesh has.
    const known = [trustDomain, "cluster.local", ...trustDomainAliases];
    for (const on of mesh.list("AuthorizationPolicy")) {
      for (const { attribute, values, at } of patternLists(on)) {
        if (!/^(?:(?:not)?principals|source\.principal)$/i.test(attribute)) continue;
        for (const [i, principal] of values.entries()) {
          const named = principal.startsWith("*") ? undefined : parsePrincipal(principal);
          if (!named || known.includes(named.trustDomain)) continue;
          const meant = nearest(named.trustDomain, known);
          const path = [...at, i];
          yield {
            on,
            at: path,
            message: `The mesh does not know the trust domain "${named.trustDomain}"`,
            fix: meant === undefined ? undefined : replacement(
              path,
              `${meant}${principal.slice(named.trustDomain.length)}`,
              `Use the trust domain "${meant}"`,
            ),
          };
        }
      }
    }
  },
});
