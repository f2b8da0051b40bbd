/** Tests of causes as data: a small case in which a cause comes first, and near misses in which it is silent. @module */
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { causes, diagnoseConnectivity } from "../../mod.ts";
import { caseOf, type CaseParts, inputOf, questionOf } from "./case_of.ts";

/** One test of a cause. */
export interface CauseTest {
  /** Its id. */
  readonly cause: string;
  /** What the case shows, as the end of a sentence. */
  readonly when: string;
  /** The case in which it comes first. */
  readonly fires: CaseParts;
  /** `Kind/namespace/name` of the object to change first. */
  readonly object: string;
  /** Cases in which it says nothing, by what is different. */
  readonly silent: Readonly<Record<string, CaseParts>>;
}

/** Defines the tests of a cause. */
export function causeTest({ cause: id, when, fires, object, silent }: CauseTest): void {
  const cause = causes.find((each) => each.id === id);
  Deno.test(`${id} comes first when ${when}`, async () => {
    ok(cause, `${id} is not listed`);
    const { findings: [first], recommendations } = await diagnoseConnectivity(
      questionOf(fires),
      inputOf(fires),
    );
    strictEqual(first?.cause, id, first?.title ?? "nothing was found");
    const [changed] = first.resources;
    strictEqual(`${changed?.kind}/${changed?.namespace}/${changed?.name}`, object);
    ok(recommendations[0]!.title.length > 0);
  });
  for (const [difference, parts] of Object.entries(silent)) {
    Deno.test(`${id} is silent ${difference}`, async () => {
      const hypotheses = [...cause!.consider(await caseOf(parts))];
      deepStrictEqual(hypotheses.map(({ title }) => title), []);
    });
  }
}
