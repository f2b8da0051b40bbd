import { nearest } from "../../../core/mod.ts";
import { attaches } from "../../../auth/mod.ts";
import { type Mesh, type Resource, WORKLOAD_KINDS, workloadInstances } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { hasTargets, patternLists } from "./_attributes.ts";

const OF_ISSUERS = /^(?:(?:not)?requestPrincipals|request\.auth\.principal)$/i;

/** The issuers that a policy names are those whose tokens its workloads verify. */
export const unknownTokenIssuer = defineRule({
  code: "MM0521",
  name: "token-issuer-unknown",
  title: "AuthorizationPolicy names an issuer whose tokens nobody verifies",
  severity: "error",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy", "RequestAuthentication", "Pod"],
  reads: WORKLOAD_KINDS,
  mode: "default",
  docs: {
    why:
      "The principal of a request is the issuer and the subject of its token, `ISSUER/SUBJECT`, and " +
      "only tokens of the issuers in the RequestAuthentications of the workload are accepted. No " +
      "request has a principal of another one: what the rule is to allow is denied with 403, and " +
      "what it is to deny passes.",
    remedy:
      "Write the issuer as the RequestAuthentication has it, to the letter, before `/` and the " +
      "subject or `*`.",
    links: ["https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source"],
  },

  *check({ mesh }) {
    const issuersOf = mesh.once(acceptedIssuers);
    for (const on of mesh.list("AuthorizationPolicy")) {
      if (hasTargets(on)) continue;
      for (const { attribute, values, at } of patternLists(on)) {
        if (!OF_ISSUERS.test(attribute)) continue;
        const issuers = issuersOf(on);
        if (issuers.length === 0) break;
        for (const [i, principal] of values.entries()) {
          if (issuers.some((issuer) => mayBeOf(principal, issuer))) continue;
          const slash = principal.lastIndexOf("/");
          const meant = nearest(principal.slice(0, slash), issuers);
          const path = [...at, i];
          yield {
            on,
            at: path,
            message: `No accepted token has the principal "${principal}": the issuers are ` +
              issuers.join(", "),
            fix: slash < 0 || meant === undefined ? undefined : replacement(
              path,
              meant + principal.slice(slash),
              `Name the issuer "${meant}"`,
            ),
          };
        }
      }
    }
  },
});

/** Whether a pattern matches some principal of an issuer. */
function mayBeOf(pattern: string, issuer: string): boolean {
  const start = `${issuer}/`;
  if (pattern.startsWith("*")) return true;
  if (!pattern.endsWith("*")) return pattern.startsWith(start);
  const prefix = pattern.slice(0, -1);
  return prefix.startsWith(start) || start.startsWith(prefix);
}

/** Finds the issuers that the workloads of a policy accept; none where not all accept the same. */
function acceptedIssuers(
  mesh: Mesh,
): (policy: Resource<"AuthorizationPolicy">) => readonly string[] {
  const instances = mesh.once(workloadInstances);
  const root = mesh.config.rootNamespace;
  const all = mesh.list("RequestAuthentication");
  return ({ namespace, spec: { selector } }) => {
    const labels = selector?.matchLabels ?? {};
    if (all.length === 0 || Object.keys(labels).length === 0) return [];
    const selected = instances.select(labels, namespace === root ? undefined : namespace);
    const accepted = selected.map((instance) =>
      [...new Set([root, instance.namespace])].flatMap((home) =>
        mesh.list("RequestAuthentication", home).filter((one) => attaches(mesh, one, instance))
      ).flatMap(({ spec }) => (spec.jwtRules ?? []).flatMap(({ issuer }) => issuer ?? []))
    ).map((issuers) => [...new Set(issuers)].sort());
    const [first = [], ...others] = accepted;
    return others.every((one) => one.join() === first.join()) ? first : [];
  };
}
