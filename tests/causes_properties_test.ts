/** What holds for the causes whatever the mesh: they do not throw, and the order of what is read decides nothing. @module */
import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import { causes } from "../lib/diagnose/causes/mod.ts";
import { findingOf, rank, recommendationOf } from "../lib/diagnose/ranking.ts";
import { Failure } from "../lib/core/mod.ts";
import { diagnosePerformance } from "../mod.ts";
import { caseOf, type CaseParts, inputOf, type LogLine, NOW } from "./cases/case_of.ts";
import { rows as slowRows } from "./causes/performance/rows.ts";
import { rows } from "./causes/rows.ts";

/** A kind of diagnosis, with cases that have a fault each. */
interface Diagnosed {
  readonly what: string;
  readonly cases: readonly CaseParts[];
  /** What the diagnosis says. */
  readonly conclude: (parts: CaseParts) => Promise<unknown>;
}

const DIAGNOSED: readonly Diagnosed[] = [
  {
    what: "failing connections",
    cases: rows.map(({ fires }) => fires),
    async conclude(parts) {
      const ranked = rank(causes, await caseOf(parts));
      return ranked.map((one) => ({ ...findingOf(one), ...recommendationOf(one) }));
    },
  },
  {
    what: "slowness",
    cases: slowRows.map(({ fires }) => fires),
    conclude: (parts) => diagnosePerformance({ namespace: "default" }, inputOf(parts)),
  },
];

for (const { what, cases, conclude } of DIAGNOSED) {
  /** What the diagnosis says; of a case whose caller is not there only that. */
  const conclusionsOf = async (parts: CaseParts): Promise<unknown> => {
    try {
      return await conclude(parts);
    } catch (error) {
      if (error instanceof Failure) return error.message;
      throw error;
    }
  };

  Deno.test(`no cause of ${what} throws in a mesh without objects, logs or configuration`, async () => {
    await conclusionsOf({ objects: [], from: "external" });
    for (const parts of cases) {
      await conclusionsOf({ ...parts, logs: {} });
      await conclusionsOf({ ...parts, dumps: false, files: {} });
      await conclusionsOf({ ...parts, objects: parts.objects.slice(0, 1) });
    }
  });

  Deno.test(`neither the order of objects nor that of log lines changes what ${what} comes from`, async () => {
    const picked = fc.constantFrom(...cases);
    await fc.assert(
      fc.asyncProperty(picked, picked, fc.infiniteStream(fc.nat()), async (one, other, random) => {
        const objects = distinct([...one.objects, ...other.objects])
          .filter(() => next(random) % 5 > 0);
        const logs = Object.entries(dated({ ...other.logs, ...one.logs }));
        const parts = { ...one, objects, logs: Object.fromEntries(logs) };
        const shuffledLogs = logs.map(([id, lines]) => [id, shuffled(lines, random)]);
        deepStrictEqual(
          await conclusionsOf({
            ...parts,
            objects: shuffled(objects, random),
            logs: Object.fromEntries(shuffledLogs),
          }),
          await conclusionsOf(parts),
        );
      }),
      { numRuns: 150 },
    );
  });
}

/** Lines that keep their time and request wherever they stand. */
function dated(logs: Readonly<Record<string, readonly LogLine[]>>) {
  return Object.fromEntries(
    Object.entries(logs).map(([id, lines]) => [
      id,
      lines.map((line, i) => ({
        startMs: NOW.getTime() - 60_000 + 100 * i,
        requestId: `request-${i}`,
        ...line,
      })),
    ]),
  );
}

/** Objects without those that another one of the same name would replace. */
function distinct(objects: readonly object[]): object[] {
  const byName = new Map<string, object>();
  for (const object of objects) {
    const { apiVersion, kind, metadata } = object as Record<string, unknown>;
    const { namespace, name } = metadata as Record<string, unknown>;
    const key = [apiVersion, kind, namespace, name].join(" ");
    if (!byName.has(key)) byName.set(key, object);
  }
  return [...byName.values()];
}

function shuffled<T>(items: readonly T[], random: Iterator<number>): T[] {
  return items.map((item) => ({ item, key: next(random) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function next(random: Iterator<number>): number {
  return random.next().value ?? 0;
}
