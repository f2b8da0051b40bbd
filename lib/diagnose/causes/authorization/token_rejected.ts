import { authenticationsFor } from "../../case/case_facts.ts";
import { type Cause, defineCause } from "../../cause.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

const LINKS = ["https://istio.io/latest/docs/reference/config/security/request_authentication/"];

/** What distinguishes the causes by which a token is rejected: Envoy's own words and the remedy. */
interface Rejection {
  readonly id: `MM-A${number}`;
  readonly name: string;
  readonly title: string;
  readonly words: RegExp;
  readonly why: string;
  readonly remedy: string;
  readonly says: string;
}

const REJECTIONS: readonly Rejection[] = [
  {
    id: "MM-A16",
    name: "token-expired",
    title: "The token is expired or not yet valid",
    words: /Jwt_is_expired|Jwt_not_yet_valid/i,
    why: "The server's proxy checks exp and nbf of every token, with a minute of tolerance.",
    remedy: "Get a new token; where it is fresh, compare the clocks of issuer and node.",
    says: "the token is expired or not yet valid",
  },
  {
    id: "MM-A17",
    name: "issuer-not-configured",
    title: "No rule knows the token's issuer",
    words: /Jwt_issuer_is_not_configured/i,
    why:
      "The issuer of a token must equal the issuer of a jwtRule to the letter, with or without a " +
      "slash at the end.",
    remedy:
      "Correct the issuer in the RequestAuthentication, or get the token from the configured issuer.",
    says: "no jwtRule has the token's issuer",
  },
  {
    id: "MM-A18",
    name: "audience-not-allowed",
    title: "The token is meant for another audience",
    words: /Audiences_in_Jwt_are_not_allowed/i,
    why: "Where a jwtRule lists audiences, the token's aud must name one of them.",
    remedy: "Add the audience to the rule, or get a token for this service.",
    says: "none of the token's audiences is allowed",
  },
  {
    id: "MM-A21",
    name: "token-signature-invalid",
    title: "The token's signature or algorithm is wrong",
    // Whatever else Envoy's verifier says of a token is about its form, algorithm or signature.
    words:
      /(?!Jwt_is_missing|Jwt_is_expired|Jwt_not_yet_valid|Jwt_issuer_|Audiences_in_Jwt|Jwks_)Jw[^}]*/i,
    why:
      "The token is malformed, is signed with another key than the issuer's, or with another algorithm.",
    remedy: "Compare the issuer's keys and algorithm with those of the RequestAuthentication.",
    says: "the token's signature does not hold",
  },
];

/** The causes by which a server's proxy rejects a token, one for each reason that Envoy gives. */
export const tokenRejected: readonly Cause[] = REJECTIONS.map((rejection) =>
  defineCause({
    id: rejection.id,
    name: rejection.name,
    title: rejection.title,
    category: "security",
    severity: "medium",
    docs: {
      why: rejection.why,
      symptom:
        "401 (403 for audiences) with jwt_authn_access_denied and the reason in the details of the " +
        "server's proxy.",
      remedy: rejection.remedy,
      links: LINKS,
    },

    *consider(of) {
      const sign = {
        details: new RegExp(`jwt_authn_access_denied\\{(?:${rejection.words.source})`, "i"),
      };
      const lines = linesWith(of, sign);
      if (lines.length === 0) return;
      const pods = [...new Set(lines.flatMap(({ line }) => line.proxy.pod ?? []))];
      const policies = [...new Set(pods.flatMap((pod) => authenticationsFor(of, pod)))];
      const objects = policies.map((policy) => resourceOf(policy, "spec.jwtRules"));
      yield {
        objects,
        title: `${
          pods.map(({ namespace, name }) => `${namespace}/${name}`).join(", ")
        } rejects the ` +
          `token: ${rejection.says}`,
        facts: logged(of, sign),
        remedy: {
          title: rejection.remedy,
          ...(objects[0] ? { action: edit(objects[0]) } : {}),
        },
      };
    },
  })
);
