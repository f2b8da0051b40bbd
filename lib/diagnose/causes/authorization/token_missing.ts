import { defineCause } from "../../cause.ts";
import { denialsByToken } from "../../case/token_denials.ts";
import { edit, resourceOf } from "../../case/objects.ts";

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
    if (!found || found.authentications.length === 0 || found.callerKeepsToken) return;
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
