import { deepStrictEqual, match, rejects, strictEqual } from "node:assert/strict";
import { type Clock, Failure } from "../core/mod.ts";
import type { Recording } from "../evidence/mod.ts";
import { Mesh } from "../mesh/mod.ts";
import { type AnyCheck, type Check, defineCheck, type Outcome } from "./check.ts";
import { runChecks, type RunChecksOptions } from "./run_checks.ts";

const { signal } = new AbortController();
const RECORDING: Recording = {
  manifest: { format: 1, tool: "", capturedAt: "", clusterName: "" },
  list: () => Promise.resolve([]),
  read: () => Promise.resolve(undefined),
};
const BAD: Outcome = { saw: "", troubles: [{ level: "error", source: "x", detail: "bad" }] };

function check(name: string, run: () => Outcome, rest: Partial<Check> = {}): AnyCheck {
  const docs = { why: "why", remedy: "remedy" };
  return defineCheck({ name, stage: "Nodes", title: name, inputs: [], docs, run, ...rest });
}

/** A clock that jumps over its pauses. */
class FakeClock implements Clock {
  #ms = Date.parse("2026-01-01T00:00:00Z");
  now = () => new Date(this.#ms);
  sleep = (ms: number) => Promise.resolve(void (this.#ms += ms));
}

async function run(checks: readonly AnyCheck[], options: Partial<RunChecksOptions> = {}) {
  const clock = new FakeClock();
  return await runChecks(checks, {
    observe: () =>
      Promise.resolve({ mesh: new Mesh([]), recordings: [RECORDING], now: clock.now() }),
    source: { type: "cluster", detail: "" },
    waitMs: 0,
    clock,
    signal,
    ...options,
  });
}

Deno.test("a failed check keeps those from running that build on it, also through others", async () => {
  const never = () => {
    throw new Error("ran");
  };
  const { checks } = await run([
    check("a", () => BAD),
    check("b", never, { after: ["a"] }),
    check("c", never, { after: ["b"] }),
    check("d", () => ({ saw: "fine" })),
  ]);
  deepStrictEqual(checks.map(({ status, after }) => [status, after]), [
    ["error", undefined],
    ["skipped", "a"],
    ["skipped", "b"],
    ["ok", undefined],
  ]);
});

Deno.test("a warning, an unknown or an inapplicable check keeps nobody from running", async () => {
  const outcomes: Outcome[] = [
    { saw: "", troubles: [{ level: "warning", source: "x", detail: "y" }] },
    { saw: "", gaps: [{ what: "pods", reason: "forbidden" }] },
    { skip: "not used" },
  ];
  for (const outcome of outcomes) {
    const { checks } = await run([
      check("a", () => outcome),
      check("b", () => ({ saw: "fine" }), { after: ["a"] }),
    ]);
    strictEqual(checks[1]?.status, "ok");
  }
});

Deno.test("what lies in a gap is never called true, and what is bad stays bad", async () => {
  const gaps = [{ what: "pods", reason: "forbidden outside of shop" }];
  const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "web", namespace: "shop" } };
  const { toResource } = await import("../source/object.ts");
  const seen = toResource(pod, { cluster: "", defaultNamespace: "" });
  const see = (resources: unknown[]) => ({
    observe: () =>
      Promise.resolve({
        mesh: new Mesh(resources as never[], { gaps }),
        recordings: [RECORDING] as const,
        now: new Date(0),
      }),
  });
  const rows = [
    check("fine", () => ({ saw: "fine" }), { inputs: ["Pod"] }),
    check("bad", () => BAD, { inputs: ["Pod"] }),
    check("other", () => ({ saw: "fine" }), { inputs: ["Node"] }),
  ];
  const partly = await run(rows, see([seen]));
  deepStrictEqual(partly.checks.map(({ status }) => status), ["unknown", "error", "ok"]);
  const blind = await run(rows, see([]));
  deepStrictEqual(blind.checks.map(({ status }) => status), ["unknown", "unknown", "ok"]);
  deepStrictEqual(blind.gaps, gaps);
  match(blind.checks[0]!.saw, /cannot see pods: forbidden outside of shop/);
});

Deno.test("a check that breaks is reported as broken, a refused request as a gap", async () => {
  const { checks, gaps } = await run([
    check("broken", () => {
      throw new TypeError("oops");
    }),
    check("refused", () => {
      throw new Failure("CLUSTER_REFUSED", "Cannot ask");
    }),
  ]);
  deepStrictEqual(checks.map(({ status, crashed }) => [status, crashed]), [
    ["unknown", true],
    ["unknown", undefined],
  ]);
  deepStrictEqual(gaps, [{ what: "refused", reason: "Cannot ask" }]);
});

Deno.test("what may become right by itself is looked at again until it is", async () => {
  let looks = 0;
  const slow = check("slow", () => ++looks < 3 ? BAD : { saw: "ready" }, { waits: true });
  const waited: string[] = [];
  const report = await run([slow], { waitMs: 60_000, onWait: (what) => waited.push(what) });
  deepStrictEqual([report.looks, report.checks[0]?.status], [3, "ok"]);
  deepStrictEqual(waited, ["slow", "slow"]);
});

Deno.test("waiting ends with its time, and is not begun for what stays wrong", async () => {
  const slow = await run([check("slow", () => BAD, { waits: true })], { waitMs: 12_000 });
  deepStrictEqual([slow.looks, slow.checks[0]?.status], [3, "error"]);
  const wrong = await run([check("wrong", () => BAD)], { waitMs: 60_000 });
  strictEqual(wrong.looks, 1);
});

Deno.test("an API server that does not answer is waited for, as long as there is time", async () => {
  const unreachable = new Failure("CLUSTER_UNREACHABLE", "Cannot reach it");
  let asked = 0;
  const observe = () =>
    ++asked < 3 ? Promise.reject(unreachable) : Promise.resolve({
      mesh: new Mesh([]),
      recordings: [RECORDING] as const,
      now: new Date(0),
    });
  const { looks } = await run([check("a", () => ({ saw: "fine" }))], { observe, waitMs: 60_000 });
  strictEqual(looks, 3);
  const never = () => Promise.reject(unreachable);
  await rejects(run([], { observe: never, waitMs: 12_000 }), unreachable);
  await rejects(run([], { observe: never }), unreachable);
});
