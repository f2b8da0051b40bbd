import { nearest, type Path } from "../../../core/mod.ts";
import type { Mesh, Resource } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";

/** Every namespace that an AuthorizationPolicy names is there. */
export const namespaceNotFound = defineRule({
  code: "IST0101",
  name: "authorization-policy-namespace-not-found",
  title: "AuthorizationPolicy names a namespace that is not there",
  severity: "error",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy", "Namespace"],
  equivalents: ["KIA0101"],
  peer: "auth.AuthorizationPoliciesAnalyzer",
  docs: {
    why:
      "No request comes from a namespace that does not exist: the rule never matches, so that what " +
      "it is to allow is denied, or the reverse.",
    remedy: "Correct the name. Namespaces in other clusters need the same name here to be found.",
  },

  *check({ mesh }) {
    const exists = mesh.once(namespaceMatcher);
    const meaning = mesh.once(intendedNamespace);
    for (const on of mesh.list("AuthorizationPolicy")) {
      for (const { namespace, at } of namedNamespaces(on)) {
        if (exists(namespace)) continue;
        const meant = meaning(namespace);
        yield {
          on,
          at,
          message: `Referenced namespace not found: "${namespace}"`,
          fix: meant === undefined ? undefined : replacement(at, meant, `Name "${meant}"`),
        };
      }
    }
  },
});

function* namedNamespaces(
  { spec }: Resource<"AuthorizationPolicy">,
): Iterable<{ namespace: string; at: Path }> {
  for (const [i, { from = [] }] of (spec.rules ?? []).entries()) {
    for (const [j, { source = {} }] of from.entries()) {
      for (const field of ["namespaces", "notNamespaces"] as const) {
        for (const [k, namespace] of (source[field] ?? []).entries()) {
          yield { namespace, at: ["spec", "rules", i, "from", j, "source", field, k] };
        }
      }
    }
  }
}

/** Whether a pattern, with a `*` at its start or its end, matches the name of a namespace. */
function namespaceMatcher(mesh: Mesh): (pattern: string) => boolean {
  const names = mesh.list("Namespace").map(({ name }) => name);
  const known = new Set(names.map((name) => name.toLowerCase()));
  const answers = new Map<string, boolean>();
  const matches = (pattern: string) => {
    if (pattern === "*") return true;
    if (pattern.startsWith("*")) return names.some((name) => name.endsWith(pattern.slice(1)));
    if (pattern.endsWith("*")) return names.some((name) => name.startsWith(pattern.slice(0, -1)));
    return known.has(pattern.toLowerCase());
  };
  return (pattern) => {
    const known = answers.get(pattern) ?? matches(pattern);
    answers.set(pattern, known);
    return known;
  };
}

/** Finds the namespace whose name is spelt almost alike. */
function intendedNamespace(mesh: Mesh): (written: string) => string | undefined {
  const names = mesh.list("Namespace").map(({ name }) => name);
  const answers = new Map<string, string | undefined>();
  return (written) => {
    if (!answers.has(written)) {
      answers.set(written, written.includes("*") ? undefined : nearest(written, names));
    }
    return answers.get(written);
  };
}
