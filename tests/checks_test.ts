/** Every check over a mesh in which it is true, and over the same mesh with one thing broken. @module */
import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { type CheckReport, type CheckResult, checks, preChecks, runChecks } from "../mod.ts";
import { HealthyMesh } from "./checks/healthy_mesh.ts";
import { rows as PRE_ROWS } from "./checks/pre.ts";
import type { Row } from "./checks/row.ts";
import { INSTALLED_ROWS } from "./checks/rows.ts";

const { signal } = new AbortController();

async function reportOn(mesh: HealthyMesh, some = checks): Promise<CheckReport> {
  return await runChecks(some, {
    observe: () => Promise.resolve(mesh.observe()),
    source: mesh.source,
    ...(mesh.source.type === "cluster" && { may: (right) => mesh.may(right) }),
    waitMs: 0,
    clock: { now: () => mesh.now, sleep: () => Promise.reject(new Error("nothing to wait for")) },
    signal,
  });
}

function notTrue({ checks }: CheckReport): string[] {
  return checks.filter(({ status }) => status !== "ok")
    .map(({ name, status, saw, troubles }) =>
      `${status} ${name}: ${[saw, ...troubles.map(({ detail }) => detail)].join("; ")}`
    );
}

Deno.test("every check is true of a healthy mesh, and says what it saw", async () => {
  const report = await reportOn(new HealthyMesh());
  deepStrictEqual(notTrue(report), []);
  deepStrictEqual(report.checks.filter(({ saw }) => saw === ""), []);
  deepStrictEqual([report.gaps, report.looks], [[], 1]);
});

Deno.test("every check before an install is true of a cluster without Istio", async () => {
  const mesh = new HealthyMesh();
  mesh.remove("Deployment istio-system/istiod");
  deepStrictEqual(notTrue(await reportOn(mesh, preChecks)), []);
});

for (const [rows, all] of [[INSTALLED_ROWS, checks], [PRE_ROWS, preChecks]] as const) {
  for (const { check, when, change, status, says } of rows) {
    Deno.test(`${check} is ${status} ${when}`, async () => {
      const mesh = new HealthyMesh();
      change(mesh);
      const found = resultOf(await reportOn(mesh, all), check);
      const text = [found.saw, ...found.troubles.map(({ detail }) => detail)].join("; ");
      strictEqual(found.status, status, text);
      match(text, says);
      if (found.troubles.length > 0) ok(found.hint !== undefined);
      for (const { source } of found.troubles) ok(source !== "");
    });
  }
}

function resultOf({ checks }: CheckReport, name: string): CheckResult {
  const found = checks.find((check) => check.name === name);
  if (found === undefined) throw new TypeError(`no check ${name}`);
  return found;
}

Deno.test("every check has a mesh in which it is not true", () => {
  const covered = (rows: readonly Row[]) =>
    new Set(
      rows.filter(({ status }) => ["error", "warning", "info"].includes(status))
        .map(({ check }) => check),
    );
  const all = new Set([...covered(INSTALLED_ROWS), ...covered(PRE_ROWS)]);
  deepStrictEqual([...checks, ...preChecks].filter(({ name }) => !all.has(name)), []);
});

Deno.test("names are unique, and each check stands after those that it builds on", () => {
  for (const some of [checks, preChecks]) {
    const seen = new Set<string>();
    for (const { name, after = [], title, docs } of some) {
      ok(!seen.has(name), name);
      deepStrictEqual(after.filter((each) => !seen.has(each)), [], name);
      ok(!title.endsWith(".") && docs.why !== "" && docs.remedy !== "", name);
      seen.add(name);
    }
  }
});
