import type { Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";

const VARIABLE = "BLOCKED_CIDRS_IN_JWKS_URIS";
const MAX_NAMED = 5;

/** Where istiod fetches keys for others, it may not fetch from inside the network. */
export const unrestrictedJwksUri = defineRule({
  code: "IST0175",
  name: "unrestricted-jwks-uri",
  title: "istiod fetches keys from any address",
  severity: "warning",
  since: "0.1.0",
  inputs: ["RequestAuthentication", "Deployment"],
  peer: "authn.BlockedCIDRsAnalyzer",
  docs: {
    why:
      "istiod fetches the `jwksUri` of every RequestAuthentication. Who may write one can make it " +
      "call addresses inside the network, such as the metadata service of the cloud.",
    remedy:
      `Set the environment variable ${VARIABLE} of istiod to the ranges that it must not call.`,
  },

  *check({ mesh, compat }) {
    const fetching = mesh.list("RequestAuthentication").filter((one) => compat || fetchesKeys(one));
    if (fetching.length === 0) return;
    const names = fetching.slice(0, MAX_NAMED).map(formatName).join(", ");
    const more = fetching.length - MAX_NAMED;
    for (const deployment of mesh.list("Deployment")) {
      if (deployment.labels["app"] !== "istiod" || isRestricted(deployment)) continue;
      yield {
        on: deployment,
        at: ["spec", "template", "spec", "containers"],
        message: `${VARIABLE} is not configured but ${fetching.length} RequestAuthentication ` +
          `resource(s) exist (${names}${more > 0 ? `, and ${more} more` : ""}). Consider ` +
          "configuring it to restrict JWKS URI fetches to trusted networks.",
      };
    }
  },
});

/** Keys that are written in the object are not fetched. */
function fetchesKeys({ spec }: Resource<"RequestAuthentication">): boolean {
  return (spec.jwtRules ?? []).some(({ jwks }) => !jwks);
}

function isRestricted({ spec }: Resource<"Deployment">): boolean {
  return (spec.template?.spec?.containers ?? []).some(({ env = [] }) =>
    env.some(({ name, value }) => name === VARIABLE && value)
  );
}
