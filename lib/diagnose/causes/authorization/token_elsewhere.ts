import { formatLocation, locationsOf } from "../../../auth/mod.ts";
import type { Case } from "../../../connectivity/mod.ts";
import { defineCause } from "../../cause.ts";
import { denialsByToken, readsUsualPlace } from "../../case/token_denials.ts";
import { edit, resourceOf } from "../../case/objects.ts";

/** Tokens are looked for in another place than where the request carries its own. */
export const tokenElsewhere = defineCause({
  id: "MM-A28",
  name: "token-elsewhere",
  title: "Tokens are looked for in another place than the request's",
  category: "security",
  severity: "low",
  explains: ["MM-A15", "MM-A02", "MM-A01", "MM-C46"],
  docs: {
    why:
      "fromHeaders, fromParams and fromCookies of a jwtRule replace the usual places, the Authorization " +
      "header and the parameter access_token. A token in any other place counts as none.",
    symptom: "403 with rbac_access_denied at the server's proxy, although the request has a token.",
    remedy: "Send the token where the rule looks for it, or list the place in the rule.",
    verify: "The request passes.",
    links: ["https://istio.io/latest/docs/reference/config/security/jwt/#JWTRule"],
  },

  *consider(of) {
    const found = denialsByToken(of);
    const [authentication] = found?.authentications ?? [];
    if (!found || !authentication || found.callerKeepsToken) return;
    const places = [
      ...new Set(
        found.authentications.flatMap(({ spec }) => spec.jwtRules ?? []).flatMap((rule) =>
          locationsOf(rule).map(formatLocation)
        ),
      ),
    ];
    const stray = strayToken(of, places);
    // Where the usual place counts too, only a token that was seen elsewhere shows the mistake.
    if (!stray && (places.length === 0 || found.authentications.some(readsUsualPlace))) return;
    const object = resourceOf(authentication, "spec.jwtRules");
    yield {
      objects: [object, ...found.policies.map((policy) => resourceOf(policy, "spec.rules"))],
      title: `RequestAuthentication ${object.namespace}/${object.name} looks for tokens only in ` +
        `${places.join(" and ")}, and the request has ${stray ? `one in ${stray}` : "none there"}`,
      facts: [
        ...found.facts,
        {
          weight: "proven",
          source: `RequestAuthentication ${object.namespace}/${object.name} spec.jwtRules`,
          detail: `tokens are looked for in ${places.join(", ")}` +
            (stray ? `; there is one in ${stray}` : ""),
        },
      ],
      remedy: { title: "Send the token there, or list its place", action: edit(object) },
    };
  },
});

/** What a token looks like: a header, claims and a signature in base64url. */
const TOKEN = /^(?:\S+\s+)?eyJ[\w-]+\.[\w-]+\.[\w-]*$/;

/** Where the request carries a token that no rule looks at. */
function strayToken({ question: { request }, exchanges }: Case, places: readonly string[]) {
  const paths = exchanges.flatMap(({ client, servers }) =>
    (client ?? servers[0])?.entry.path ?? []
  );
  const headers = [...request.headers].filter(([, value]) => TOKEN.test(value)).map(([name]) => ({
    in: "header" as const,
    name: name === "authorization" ? "Authorization" : name,
    prefix: name === "authorization" ? "Bearer " : "",
  }));
  if (request.jwt !== undefined) {
    headers.push({ in: "header", name: "Authorization", prefix: "Bearer " });
  }
  const parameters = [request.path ?? "", ...paths.slice(0, 100)].flatMap((path) =>
    [...new URLSearchParams(path.split("?")[1] ?? "")].filter(([, value]) => TOKEN.test(value))
      .map(([name]) => ({ in: "query" as const, name }))
  );
  return [...headers, ...parameters].map(formatLocation).find((place) =>
    !places.some((each) => each.toLowerCase().startsWith(place.toLowerCase()))
  );
}
