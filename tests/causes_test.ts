/**
 * Every cause over its rows in `tests/causes/`: it is the first finding in the mesh that has it, and silent in
 * the one that nearly has it.
 *
 * @module
 */
import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { isRecord, type ObjectPatch, patched, type ResourceRef } from "../mod.ts";
import { causes } from "../lib/diagnose/causes/mod.ts";
import { operationCauses } from "../lib/diagnose/causes/operation/mod.ts";
import { performanceCauses } from "../lib/diagnose/causes/performance/mod.ts";
import { postureCauses } from "../lib/diagnose/causes/posture/mod.ts";
import { rank, type Ranked } from "../lib/diagnose/ranking.ts";
import { diagnosePerformance, type DiagnosisReport } from "../mod.ts";
import { caseOf, type CaseParts, inputOf } from "./cases/case_of.ts";
import { rows as slowRows } from "./causes/performance/rows.ts";
import { rows } from "./causes/rows.ts";

const CAUSES = new URL("../lib/diagnose/causes/", import.meta.url);

/** Tests that hold causes against meshes by themselves. */
const TESTED_ELSEWHERE = ["./causes/injection_test.ts", "./causes/xds_test.ts"];

for (const { cause: id, when = "", fires, object, near, nearly } of rows) {
  const cause = causes.find((cause) => cause.id === id);
  Deno.test(
    `${id} ${cause?.name}: first finding in a mesh that has it ${when}`.trim(),
    async () => {
      const [first] = rank(causes, await caseOf(fires));
      ok(first, "nothing was found");
      strictEqual(`${first.cause.id} ${first.hypothesis.title}`, `${id} ${first.hypothesis.title}`);
      ok(namesOf(first).includes(object), `names ${namesOf(first).join(", ")}`);
      notStrictEqual(first.hypothesis.remedy.title, "");
      ok(
        first.hypothesis.facts.some(({ weight }) => weight !== "against" && weight !== "excluding"),
      );
    },
  );
  Deno.test(`${id} ${cause?.name}: silent where ${nearly}`, async () => {
    deepStrictEqual([...cause?.consider(await caseOf(near)) ?? []], []);
  });
}

for (const { cause: id, when = "", fires } of rows) {
  const cause = causes.find((cause) => cause.id === id);
  for (const kind of cause?.provenByAbsenceOf ?? []) {
    Deno.test(`${id} ${cause?.name}: silent ${when} where no ${kind} was read`, async () => {
      const gaps = [{ what: kind, reason: "forbidden" }];
      const found = rank(causes, await caseOf({ ...fires, gaps }));
      deepStrictEqual(found.filter((each) => each.cause === cause), []);
    });
  }
}

for (const { cause: id, when = "", isSecond, fires, object, near, nearly } of slowRows) {
  const { name } = performanceCauses.find((cause) => cause.id === id)!;
  const place = isSecond ? "second" : "first";
  Deno.test(`${id} ${name}: ${place} finding in a mesh that has it ${when}`.trim(), async () => {
    const report = await diagnoseSlowness(fires);
    const at = isSecond ? 1 : 0;
    const [first, remedy] = [report.findings[at], report.recommendations[at]];
    strictEqual(`${first?.cause} ${first?.title}`, `${id} ${first?.title}`);
    const named = first!.resources.map(({ kind, namespace, name }) =>
      `${kind}/${namespace}/${name}`
    );
    ok(named.includes(object), `names ${named.join(", ")}`);
    notStrictEqual(remedy?.title, "");
  });
  Deno.test(`${id} ${name}: silent where ${nearly}`, async () => {
    const { findings } = await diagnoseSlowness(near);
    deepStrictEqual(findings.filter(({ cause }) => cause === id), []);
  });
}

/** Asks for the performance of what a small case asks for. */
function diagnoseSlowness(parts: CaseParts): Promise<DiagnosisReport> {
  const service = (parts.to ?? "web.shop").replace(/^https?:\/\/|[:/].*$/g, "");
  return diagnosePerformance({ service, namespace: "default" }, inputOf(parts));
}

Deno.test("a change that a cause offers fits the objects and takes the cause away", async () => {
  const offering = new Set<string>();
  for (const { cause: id, when, fires } of rows) {
    const [first] = rank(causes, await caseOf(fires));
    const fix = first?.hypothesis.remedy.fix;
    if (fix === undefined) continue;
    offering.add(id);
    const { logs: _, proxy: __, files: ___, ...asked } = fires;
    const cured = await caseOf({ ...asked, objects: changed(fires.objects, fix.changes) });
    const cause = causes.find((each) => each.id === id);
    deepStrictEqual([...cause?.consider(cured) ?? []], [], `${id} ${when}`);
  }
  ok(offering.size >= 15, `only ${[...offering].join(", ")} offer a change`);
});

/** Objects after changes, each of which must fit. */
function changed(objects: readonly object[], changes: readonly ObjectPatch[]): readonly object[] {
  const after = [...objects];
  for (const { resource, patch } of changes) {
    const index = after.findIndex((each) => isDeepStrictEqual(refOf(each), refOf(resource)));
    const value = patched(after[index], patch);
    ok(isRecord(value), `${JSON.stringify(patch)} does not fit ${JSON.stringify(after[index])}`);
    after.splice(index < 0 ? after.length : index, 1, value);
  }
  return after;
}

function refOf(value: object): readonly unknown[] {
  const { kind, metadata } = value as { kind: string; metadata?: object };
  const { namespace = "default", name } = (metadata ?? value) as ResourceRef;
  return [kind, namespace, name];
}

function namesOf({ hypothesis: { objects } }: Ranked): string[] {
  return objects.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`);
}

Deno.test("every cause is held against meshes, and every id and name is one cause's", () => {
  const all = [...causes, ...performanceCauses];
  const ids = all.map(({ id }) => id).sort();
  const tested = new Set([
    ...[...rows, ...slowRows].map(({ cause }) => cause),
    ...TESTED_ELSEWHERE.flatMap(idsIn),
  ]);
  deepStrictEqual([...tested].sort(), ids);
  strictEqual(new Set(ids).size, ids.length, "an id is used twice");
  strictEqual(new Set(all.map(({ name }) => name)).size, ids.length, "a name is used twice");
});

Deno.test("every file of causes is registered", async () => {
  const registered = new Set<unknown>([
    ...causes,
    ...operationCauses,
    ...performanceCauses,
    ...postureCauses,
  ]);
  for (const path of filesOf(CAUSES)) {
    const exported = Object.values<unknown>(await import(new URL(path, CAUSES).href)).flat();
    notStrictEqual(exported.length, 0, path);
    for (const cause of exported) ok(registered.has(cause), `${path} is in no mod.ts of its area`);
  }
});

Deno.test("every cause says in whole sentences why, how it shows and how to cure it", () => {
  for (
    const { id, name, title, docs } of [
      ...causes,
      ...operationCauses,
      ...performanceCauses,
      ...postureCauses,
    ]
  ) {
    match(id, /^MM-[A-Z]\d\d$/);
    match(name, /^[a-z0-9]+(-[a-z0-9]+)+$/);
    match(title, /^\S.*[^.]$/, id);
    const { why, symptom, remedy, verify = "It is.", links = [] } = docs;
    for (const text of [why, symptom, remedy, verify]) match(text, /^\S.*\.\)?$/, `${id}: ${text}`);
    for (const link of links) ok(URL.canParse(link), link);
  }
});

/** The causes that a test names. */
function idsIn(path: string): string[] {
  const text = Deno.readTextFileSync(new URL(path, import.meta.url));
  return [...text.matchAll(/\bcause: "(MM-[A-Z]\d\d)"/g)].map(([, id = ""]) => id);
}

/** Names of files of causes below a folder; those that begin with `_` hold what several causes share. */
function filesOf(folder: URL, prefix = ""): string[] {
  return [...Deno.readDirSync(new URL(prefix, folder))].flatMap(({ name, isDirectory }) =>
    isDirectory
      ? filesOf(folder, `${prefix}${name}/`)
      : /^(?:_.*|mod|.*_test)\.ts$/.test(name)
      ? []
      : [`${prefix}${name}`]
  ).sort();
}
