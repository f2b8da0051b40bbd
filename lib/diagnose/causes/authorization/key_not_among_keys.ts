import { authenticationsFor } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { placeholderProviders } from "../../case/jwt_keys.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

const NO_KEY = { details: /Jwks_doesn|Jwks_remote_fetch/i } as const;

/** The proxy has the issuer's keys, and the one that signed the token is not among them. */
export const keyNotAmongKeys = defineCause({
  id: "MM-A20",
  name: "token-key-unknown",
  title: "The key that signed the token is not among the known keys",
  category: "security",
  severity: "high",
  explains: ["MM-A21"],
  docs: {
    why:
      "The token's header names a key (kid) or an algorithm that the key set does not have: the issuer " +
      "has rotated its keys and the copy is old, or inline keys belong to another issuer.",
    symptom: "401 with Jwks_doesn't_have_key_to_match_kid_or_alg_from_Jwt.",
    remedy:
      "Wait for the refresh (20 minutes), let old and new keys overlap, or correct the inline keys.",
    verify: "Tokens with that kid are accepted.",
  },

  *consider(of) {
    const lines = linesWith(of, NO_KEY);
    if (lines.length === 0 || of.servers.some((proxy) => placeholderProviders(proxy).length > 0)) {
      return;
    }
    const pods = [...new Set(lines.flatMap(({ line }) => line.proxy.pod ?? []))];
    const objects = [...new Set(pods.flatMap((pod) => authenticationsFor(of, pod)))]
      .map((a) => resourceOf(a, "spec.jwtRules"));
    yield {
      objects,
      title: `${
        pods.map(({ namespace, name }) => `${namespace}/${name}`).join(", ")
      } does not have the key ` +
        "that signed the token",
      facts: logged(of, NO_KEY),
      remedy: {
        title: "Let the key set and the tokens agree",
        ...(objects[0] ? { action: edit(objects[0]) } : {}),
      },
    };
  },
});
