import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { meshOf } from "../../../tests/mesh_of.ts";
import { Mesh } from "../../mesh/mod.ts";
import { analyze } from "./analyze.ts";
import { defineRule } from "./rule.ts";

const OPTIONS = {
  now: new Date("2026-01-01T00:00:00Z"),
  source: { type: "files", detail: "-" },
} as const;

const everyService = defineRule({
  code: "MM9901",
  name: "every-service",
  title: "A service",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Service"],
  docs: { why: "", remedy: "" },
  *check({ mesh }) {
    for (const service of mesh.list("Service")) {
      yield { on: service, at: ["spec", "ports", 0], message: `Service ${service.name}` };
    }
  },
});

const broken = defineRule({
  ...everyService,
  code: "MM9902",
  name: "broken-rule",
  // deno-lint-ignore require-yield
  *check() {
    throw new Error("boom");
  },
});

const service = (name: string, annotations = "{}") =>
  `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, annotations: ${annotations} }
spec: { ports: [{ port: 80 }] }
`;

Deno.test("analyze() completes a draft with code, severity, object, path and fingerprint", () => {
  const { findings, summary } = analyze(meshOf(service("a")), [everyService], OPTIONS);
  const [finding] = findings;
  strictEqual(finding?.code, "MM9901");
  strictEqual(finding.path, "spec.ports[0]");
  deepStrictEqual(finding.resource.name, "a");
  match(finding.fingerprint, /^[0-9a-f]{32}$/);
  deepStrictEqual(summary, {
    error: 0,
    warning: 1,
    info: 0,
    suppressed: 0,
    resources: 1,
    rules: 1,
  });
});

Deno.test("analyze() goes on after a rule that throws, and says that it broke", () => {
  const { findings, skipped } = analyze(meshOf(service("a")), [broken, everyService], OPTIONS);
  strictEqual(findings.length, 1);
  deepStrictEqual(skipped, [{ rule: "broken-rule", reason: "crashed: boom", crashed: true }]);
});

Deno.test("analyze() skips a rule whose input could not be read", () => {
  for (const what of ["services", "Service", "clusters/b/resources/services.json"]) {
    const mesh = new Mesh([], { gaps: [{ what, reason: "forbidden" }] });
    const { skipped, summary } = analyze(mesh, [everyService], OPTIONS);
    strictEqual(skipped[0]?.reason, `cannot see ${what}: forbidden`);
    strictEqual(summary.rules, 0);
  }
});

Deno.test("analyze() keeps what an annotation silences apart, and counts it", () => {
  const yaml = service("a", '{ galley.istio.io/analyze-suppress: "IST0101, MM9901" }') +
    service("b", '{ galley.istio.io/analyze-suppress: "IST0101" }') +
    service("c", '{ galley.istio.io/analyze-suppress: "*" }');
  const report = analyze(meshOf(yaml), [everyService], OPTIONS);
  deepStrictEqual(report.findings.map((f) => f.resource.name), ["b"]);
  deepStrictEqual(report.suppressed.map((f) => f.resource.name), ["a", "c"]);
  strictEqual(report.summary.suppressed, 2);
  strictEqual(report.suppressed[0]?.suppression.by, "annotation");
});

Deno.test("analyze() runs rules of one mode only in that mode", () => {
  const rules = [{ ...everyService, mode: "compat" as const }];
  strictEqual(analyze(meshOf(service("a")), rules, OPTIONS).summary.rules, 0);
  strictEqual(analyze(meshOf(service("a")), rules, { ...OPTIONS, compat: true }).summary.rules, 1);
});

Deno.test("analyze() assumes an ingress gateway, but says nothing of it", () => {
  const seen: number[] = [];
  const counting = defineRule({
    ...everyService,
    *check(context) {
      seen.push(context.mesh.list("Service").length);
      yield* everyService.check(context);
    },
  });
  for (const compat of [false, true]) {
    const { findings, summary } = analyze(meshOf(service("a")), [counting], { ...OPTIONS, compat });
    deepStrictEqual(findings.map((f) => f.resource.name), ["a"]);
    strictEqual(summary.resources, 1);
  }
  analyze(meshOf(service("a")), [counting], {
    ...OPTIONS,
    source: { type: "cluster", detail: "" },
  });
  deepStrictEqual(seen, [2, 2, 1]);
});
Deno.test("fingerprints stay when the object moves, and differ between objects", () => {
  const once = analyze(meshOf(service("a") + service("b")), [everyService], OPTIONS).findings;
  const twice = analyze(meshOf(service("b") + service("a")), [everyService], OPTIONS).findings;
  deepStrictEqual(once.map((f) => f.fingerprint), twice.map((f) => f.fingerprint));
  strictEqual(new Set(once.map((f) => f.fingerprint)).size, 2);
});
