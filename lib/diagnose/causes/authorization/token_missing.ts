import { requestAuthenticationsFor } from "../../../auth/mod.ts";
import type { Case } from "../../../connectivity/mod.ts";
import { defineCause, type Hypothesis } from "../../cause.ts";
import { envoyFiltersFor } from "../../case/envoy_filters.ts";
import { denialsByToken } from "../../case/token_denials.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** A policy wants a token and the request has none that was accepted. */
export const tokenMissing = defineCause({
  id: "MM-A15",
  name: "token-missing",
  title: "A policy wants a token, and the request has none",
  category: "security",
  severity: "medium",
  explains: ["MM-A02", "MM-A01", "MM-C46"],
  docs: {
    why:
      "RequestAuthentication accepts requests without a token. An AuthorizationPolicy that asks for " +
      "requestPrincipals or claims then refuses them.",
    symptom:
      "403 with rbac_access_denied at the server's proxy, for requests without Authorization header.",
    remedy: "Send a token of the configured issuer.",
    verify: "The request with a token passes.",
  },

  *consider(of) {
    const found = denialsByToken(of);
    const isSoleCause = found && found.authentications.length > 0 && !found.callerKeepsToken;
    if (!isSoleCause) {
      yield* refusedByFilter(of);
      return;
    }
    const objects = [
      ...found.policies.map((policy) => resourceOf(policy, "spec.rules")),
      ...found.authentications.map((a) => resourceOf(a, "spec.jwtRules")),
    ];
    yield {
      objects,
      title: `AuthorizationPolicy ${
        found.policies.map((p) => `${p.namespace}/${p.name}`).join(", ")
      } wants ` +
        "a token, and the request carries none that fits",
      facts: found.facts,
      remedy: { title: "Send a token of the configured issuer", action: edit(objects[0]!) },
    };
  },
});

const MISSING = { details: /jwt_authn_access_denied\{Jwt_is_missing/i } as const;

/** Istio lets requests without a token pass; only a filter that somebody wrote refuses them itself. */
function* refusedByFilter(of: Case): Iterable<Hypothesis> {
  const pods = [...new Set(linesWith(of, MISSING).flatMap(({ line }) => line.proxy.pod ?? []))];
  const [pod] = pods;
  if (!pod) return;
  const objects = [
    ...envoyFiltersFor(of.mesh, pod).map((each) => resourceOf(each, "spec.configPatches")),
    ...requestAuthenticationsFor(of.mesh, pod).map((each) => resourceOf(each, "spec.jwtRules")),
    resourceOf(pod),
  ];
  yield {
    objects,
    title: `the JWT filter of ${pod.namespace}/${pod.name} refuses requests without a token`,
    facts: logged(of, MISSING),
    remedy: { title: "Send a token of the configured issuer", action: edit(objects[0]!) },
  };
}
