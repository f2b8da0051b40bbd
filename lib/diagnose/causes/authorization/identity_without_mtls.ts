import { defineCause } from "../../cause.ts";
import { unallowed } from "../../case/denials.ts";
import { obstacles } from "../../case/near_rules.ts";
import { edit, resourceOf } from "../../case/objects.ts";

const IDENTITY = [
  "source.principal",
  "source.namespace",
  "source.serviceAccount",
  "source.trustDomain",
];

/** A policy asks for the caller's identity on a connection that is not mTLS. */
export const identityWithoutMtls = defineCause({
  id: "MM-A04",
  name: "identity-without-mtls",
  title: "A policy asks for an identity that plain text does not carry",
  category: "security",
  severity: "high",
  explains: ["MM-A02", "MM-C46"],
  docs: {
    why:
      "principals, namespaces and service accounts come from the caller's certificate. On a plain text " +
      "connection there is none, and such a condition never holds.",
    symptom:
      "403 with rbac_access_denied_matched_policy[none]; the caller has no proxy, or mTLS is off.",
    remedy: "Make the connection mTLS: inject a proxy into the caller, remove tls.mode DISABLE.",
    verify: "The request passes once the connection is mTLS.",
  },

  *consider(of) {
    const found = unallowed(of);
    if (!found || found.request.source.isMtls !== false) return;
    const wanting = [...new Set(obstacles(found, IDENTITY).map(({ policy }) => policy))];
    if (wanting.length === 0) return;
    const objects = wanting.map((policy) => resourceOf(policy, "spec.rules"));
    const why = of.caller.dataPlane === "none"
      ? `${of.caller.label} has no proxy`
      : of.caller.isExternal
      ? "a client outside has no certificate of the mesh"
      : "the caller's proxy sends plain text";
    yield {
      objects: [...objects, ...of.caller.pods.slice(0, 1).map((pod) => resourceOf(pod))],
      title: `AuthorizationPolicy ${
        objects.map(({ namespace, name }) => `${namespace}/${name}`).join(", ")
      } ` +
        `asks who calls, but the connection is not mTLS: ${why}`,
      facts: [...found.facts, { weight: "proven", source: "the connection", detail: why }],
      remedy: { title: "Make the connection mTLS", action: edit(objects[0]!) },
    };
  },
});
