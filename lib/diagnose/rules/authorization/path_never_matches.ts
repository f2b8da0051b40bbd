import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { patternLists } from "./_attributes.ts";

/** Patterns of an AuthorizationPolicy for paths can match a path. */
export const pathNeverMatches = defineRule({
  code: "MM0508",
  name: "authorization-path-never-matches",
  title: "AuthorizationPolicy names a path that no request has",
  severity: "error",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy"],
  mode: "default",
  docs: {
    why: "Policies compare the path of a request, which starts with `/`, without its query. A " +
      "pattern without the slash or with a query never matches: an ALLOW rule then allows " +
      "nothing, a DENY rule denies nothing.",
    remedy:
      "Start the path with `/` and leave out the query. `*` stands for any text only at the " +
      "start or the end; inside use the templates `{*}` and `{**}`.",
    links: [
      "https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation",
    ],
  },

  *check({ mesh }) {
    for (const on of mesh.list("AuthorizationPolicy")) {
      for (const { attribute, values, at } of patternLists(on)) {
        if (!/^(?:not)?paths$/i.test(attribute)) continue;
        for (const [i, path] of values.entries()) {
          const reason = reasonOf(path);
          if (reason === undefined) continue;
          const fixed = `/${path}`;
          yield {
            on,
            at: [...at, i],
            message: `No request has the path "${path}": ${reason}`,
            fix: reasonOf(fixed) === undefined
              ? replacement([...at, i], fixed, `Match "${fixed}"`)
              : undefined,
          };
        }
      }
    }
  },
});

function reasonOf(path: string): string | undefined {
  if (path === "") return undefined;
  if (path.includes("?")) return "the query is not part of the path";
  return path.startsWith("/") || path.startsWith("*") ? undefined : "paths start with a slash";
}
