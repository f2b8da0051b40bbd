import type { Resource } from "../../../mesh/mod.ts";
import type { Case } from "../../../connectivity/mod.ts";
import { defineCause, type Remedy } from "../../cause.ts";
import { denialsByToken } from "../../case/token_denials.ts";
import { resourceOf } from "../../case/objects.ts";
import { creating } from "../../case/cure.ts";
import { patchOf } from "../../case/patch.ts";

/** A policy asks for token claims where no RequestAuthentication checks tokens. */
export const claimsWithoutAuthentication = defineCause({
  id: "MM-A24",
  name: "claims-without-request-authentication",
  title: "A policy asks for claims, but nothing checks tokens there",
  category: "security",
  severity: "high",
  explains: ["MM-A02", "MM-A01", "MM-A15", "MM-C46"],
  docs: {
    why:
      "requestPrincipals and claims exist only after a RequestAuthentication on the same workload has " +
      "checked the token. Without one no request ever has them.",
    symptom: "403 with rbac_access_denied_matched_policy[none], with a valid token too.",
    remedy: "Add a RequestAuthentication that selects the workload.",
    verify: "Requests with a valid token pass.",
  },

  *consider(of) {
    const found = denialsByToken(of);
    if (!found || found.authentications.length > 0) return;
    const objects = found.policies.map((policy) => resourceOf(policy, "spec.rules"));
    yield {
      objects,
      title: `AuthorizationPolicy ${
        objects.map(({ namespace, name }) => `${namespace}/${name}`).join(", ")
      } ` +
        "asks for token claims, but no RequestAuthentication selects the workload",
      facts: [
        ...found.facts,
        {
          weight: "proven",
          source: `RequestAuthentications of ${found.policies[0]!.namespace}`,
          detail: "none selects the workload",
        },
      ],
      remedy: {
        title: "Add a RequestAuthentication for the workload",
        ...authenticationOf(of, found.policies[0]!),
      },
    };
  },
});

/**
 * A RequestAuthentication for the workloads of a policy: with the only rules for tokens that the mesh has
 * elsewhere, else with an issuer to be filled in.
 */
function authenticationOf(
  { mesh }: Case,
  { namespace, cluster, spec: { selector } }: Resource<"AuthorizationPolicy">,
): Partial<Remedy> {
  const known = mesh.list("RequestAuthentication").flatMap(({ spec: { jwtRules = [] } }) =>
    jwtRules.length > 0 ? [jwtRules] : []
  );
  const [jwtRules, ...others] = new Map(known.map((each) => [JSON.stringify(each), each])).values();
  const object = (jwtRules: unknown) => ({
    apiVersion: "security.istio.io/v1",
    kind: "RequestAuthentication",
    metadata: { name: "jwt", namespace },
    spec: { ...(selector ? { selector } : {}), jwtRules },
  });
  return jwtRules && others.length === 0 ? creating(object(jwtRules), cluster) : {
    patch: patchOf(object([{ issuer: "ISSUER", jwksUri: "https://ISSUER/.well-known/jwks.json" }])),
  };
}
