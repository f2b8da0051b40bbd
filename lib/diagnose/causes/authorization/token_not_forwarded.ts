import { defineCause } from "../../cause.ts";
import { denialsByToken } from "../../case/token_denials.ts";
import { edit, resourceOf } from "../../case/objects.ts";

/** The caller's own RequestAuthentication takes the token off before the next hop. */
export const tokenNotForwarded = defineCause({
  id: "MM-A22",
  name: "token-not-forwarded",
  title: "The token is not forwarded to the next hop",
  category: "security",
  severity: "high",
  explains: ["MM-A15", "MM-A02", "MM-A01", "MM-A24", "MM-C46"],
  docs: {
    why:
      "A proxy that checked a token removes it from the request, unless forwardOriginalToken is true. " +
      "The application cannot pass on what it never got, and the next hop refuses the request.",
    symptom: "200 at the first hop, 403 rbac_access_denied at the second.",
    remedy: "Set forwardOriginalToken: true in the first hop's RequestAuthentication.",
    verify: "The second hop accepts the request.",
  },

  *consider(of) {
    const found = denialsByToken(of);
    if (!found?.callerKeepsToken) return;
    const objects = [
      resourceOf(found.callerKeepsToken, "spec.jwtRules[0].forwardOriginalToken"),
      ...found.policies.map((policy) => resourceOf(policy, "spec.rules")),
    ];
    yield {
      objects,
      title:
        `RequestAuthentication ${objects[0]!.namespace}/${
          objects[0]!.name
        } takes the token off before ` +
        `${of.caller.label} gets the request, so ${of.destination.host} sees none`,
      facts: [
        ...found.facts,
        {
          weight: "proven",
          source: `RequestAuthentication ${objects[0]!.namespace}/${objects[0]!.name}`,
          detail: "forwardOriginalToken is not true",
        },
      ],
      remedy: { title: "Set forwardOriginalToken: true", action: edit(objects[0]!) },
    };
  },
});
