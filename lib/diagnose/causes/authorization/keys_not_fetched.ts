import { authenticationsFor } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { placeholderProviders } from "../../case/jwt_keys.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

const NO_KEY = { details: /Jwks_doesn|Jwks_remote_fetch|Jwks/i } as const;

/** istiod could not fetch the issuer's keys and installed a placeholder that fits no token. */
export const keysNotFetched = defineCause({
  id: "MM-A19",
  name: "jwks-not-fetched",
  title: "istiod could not fetch the issuer's keys",
  category: "security",
  severity: "critical",
  explains: ["MM-A20", "MM-A21"],
  docs: {
    why:
      "istiod fetches jwksUri itself and sends the keys to the proxies. When it cannot, it sends a " +
      "placeholder key instead, and every token is refused.",
    symptom:
      "401 with Jwks_doesn't_have_key_to_match_kid_or_alg_from_Jwt for all tokens; the proxy's " +
      "jwt_authn filter holds the placeholder key.",
    remedy: "Give istiod a way to jwksUri (egress, proxy, CA), or write the keys inline.",
    verify: "The proxy's jwt_authn filter holds the issuer's keys.",
  },

  *consider(of) {
    const lines = linesWith(of, NO_KEY);
    const pods = [
      ...new Set([
        ...lines.flatMap(({ line }) => line.proxy.pod ?? []),
        ...(of.exchanges.length === 0 ? of.servers.flatMap(({ pod }) => pod ?? []) : []),
      ]),
    ];
    for (const proxy of of.servers.filter(({ pod }) => pod && pods.includes(pod))) {
      const providers = placeholderProviders(proxy);
      if (providers.length === 0 || !proxy.pod) continue;
      const objects = authenticationsFor(of, proxy.pod).map((a) =>
        resourceOf(a, "spec.jwtRules[0].jwksUri")
      );
      yield {
        objects,
        title: `${proxy.id} holds a placeholder instead of the keys of ${providers.join(", ")}`,
        facts: [
          {
            weight: "decisive",
            source: `${proxy.folder}/config_dump.json`,
            detail: `jwt_authn provider ${providers.join(", ")} has istiod's placeholder key`,
          },
          ...logged(of, NO_KEY),
        ],
        remedy: {
          title: "Give istiod a way to jwksUri, or write the keys inline",
          ...(objects[0] ? { action: edit(objects[0]) } : {}),
        },
      };
      return;
    }
  },
});
