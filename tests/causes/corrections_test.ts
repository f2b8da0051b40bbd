/** What causes offer in place of a pattern that does not match: it matches, whatever pattern and path are. @module */
import { ok } from "node:assert/strict";
import fc from "fast-check";
import { authorize, policiesFor, type Resource } from "../../mod.ts";
import { patternMissesForm } from "../../lib/diagnose/causes/authorization/pattern_misses_form.ts";
import { caseOf, meshOfObjects } from "../cases/case_of.ts";
import { answered, authorizationPolicy, denied, logs, meshWith } from "./row.ts";

const text = fc.string({ unit: fc.constantFrom("/", "a", "B", "*", ".", "?", "%", "{", "}", "^") });

Deno.test("a pattern that is offered for a path matches it", async () => {
  await fc.assert(
    fc.asyncProperty(text, text, fc.nat(4), async (pattern, rest, how) => {
      // Paths that somebody may have meant by the pattern, and one that has nothing to do with it.
      const meantBy = [
        rest,
        `${pattern}/${rest}`,
        pattern.toLowerCase(),
        pattern.replaceAll("*", rest),
        pattern.slice(0, -1),
      ];
      const path = `/${meantBy[how]!.replace(/^\/+/, "").split("?", 1)[0]}`;
      const policy = (paths: readonly string[]) =>
        authorizationPolicy({ rules: [{ to: [{ operation: { paths } }] }] });
      const of = await caseOf({
        dumps: false,
        objects: meshWith(policy([pattern])),
        request: { path },
        logs: logs([{ ...answered(403), path }], [{ ...denied("none"), path }]),
      });
      for (const { remedy: { action = "" } } of patternMissesForm.consider(of)) {
        const meant = JSON.parse(/-p '(.*)'$/s.exec(action)![1]!)[0].value as string;
        const mesh = meshOfObjects(meshWith(policy([meant])));
        const pod = mesh.get("Pod", "shop", "web-1") as Resource<"Pod">;
        const request = { source: {}, isHttp: true, method: "GET", path, headers: {} };
        const { decision } = authorize(policiesFor(mesh, pod), request);
        ok(decision === "allow", `${pattern} for ${path}: ${meant} gives ${decision}`);
      }
    }),
    { numRuns: 400 },
  );
});
