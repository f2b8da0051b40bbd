import { deepStrictEqual, doesNotMatch, ok, strictEqual } from "node:assert/strict";
import sarifSchema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with {
  type: "json",
};
import { Ajv } from "ajv";
import { load } from "js-yaml";
import {
  ANALYSIS_FORMATS,
  analysisRenderers,
  DIAGNOSIS_FORMATS,
  diagnosisRenderers,
} from "../mod.ts";
import {
  ANALYSIS,
  CLEAN_ANALYSIS,
  DIAGNOSIS,
  HEALTHY_DIAGNOSIS,
  MANIFEST,
  RULES,
  SECURITY_DIAGNOSIS,
  SLOW_DIAGNOSIS,
} from "./sample_reports.ts";
import { matchesSnapshot } from "./snapshot.ts";

const PLAIN = {
  color: false,
  columns: 80,
  textOf: (file: string) => file === "mesh.yaml" ? MANIFEST : undefined,
  rules: RULES,
};

for (const format of ANALYSIS_FORMATS) {
  Deno.test(`an analysis as ${format} looks as agreed, with findings and without`, async () => {
    const render = analysisRenderers[format];
    await matchesSnapshot(`analysis/findings.${format}`, render(ANALYSIS, PLAIN));
    await matchesSnapshot(`analysis/clean.${format}`, render(CLEAN_ANALYSIS, PLAIN));
  });
}

for (const format of DIAGNOSIS_FORMATS) {
  Deno.test(`a diagnosis as ${format} looks as agreed: broken, slow and healthy`, async () => {
    const render = diagnosisRenderers[format];
    await matchesSnapshot(`diagnosis/broken.${format}`, render(DIAGNOSIS, PLAIN));
    await matchesSnapshot(`diagnosis/security.${format}`, render(SECURITY_DIAGNOSIS, PLAIN));
    await matchesSnapshot(`diagnosis/slow.${format}`, render(SLOW_DIAGNOSIS, PLAIN));
    await matchesSnapshot(`diagnosis/healthy.${format}`, render(HEALTHY_DIAGNOSIS, PLAIN));
  });
}

Deno.test("sarif explains a code that rules share by those that found something", () => {
  const [finding] = ANALYSIS.findings;
  const [rule] = RULES;
  const named = ["b", "a"].map((name) => ({ ...finding!, code: "MM0001", name }));
  const rules = ["a", "b", "c"].map((name) => ({ ...rule!, name, title: name.toUpperCase() }));
  const log = JSON.parse(
    analysisRenderers.sarif({ ...ANALYSIS, findings: named, suppressed: [] }, { ...PLAIN, rules }),
  );
  const [only, ...others] = log.runs[0].tool.driver.rules;
  deepStrictEqual([only.shortDescription.text, others], ["A; B", []]);
});

Deno.test("tables colour only when asked, and never pass on control characters", () => {
  for (const color of [false, true]) {
    const texts = [
      analysisRenderers.table(ANALYSIS, { ...PLAIN, color }),
      diagnosisRenderers.table(DIAGNOSIS, { ...PLAIN, color }),
    ];
    for (const text of texts) strictEqual(text.includes("\u001b["), color);
    ok(!texts[0]!.includes("\u001b[31mcolour"));
  }
  ok(!analysisRenderers.line(ANALYSIS, PLAIN).includes("\u001b"));
});

Deno.test("the table of a diagnosis keeps to the width of the terminal", () => {
  for (const columns of [60, 100]) {
    const text = diagnosisRenderers.table(DIAGNOSIS, { ...PLAIN, columns });
    // A single word, such as the path of a file, is never broken.
    const longest = (line: string) => Math.max(...line.split(" ").map((word) => word.length));
    const tooLong = text.split("\n").filter((line) => line.length > columns);
    deepStrictEqual(tooLong.filter((line) => longest(line) < columns - 25), []);
  }
});

Deno.test("SARIF agrees with the schema of OASIS, also when it is empty", () => {
  const { $schema: _, id: __, ...schema } = sarifSchema;
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    schema,
  );
  for (const report of [ANALYSIS, CLEAN_ANALYSIS]) {
    const log = JSON.parse(analysisRenderers.sarif(report, PLAIN));
    validate(log);
    deepStrictEqual(validate.errors, null);
    const { length } = [...report.findings, ...report.suppressed];
    strictEqual(log.runs[0].results.length, length);
  }
});

Deno.test("YAML and JSON say the same", () => {
  for (const report of [ANALYSIS, CLEAN_ANALYSIS]) {
    deepStrictEqual(load(analysisRenderers.yaml(report, PLAIN)), report);
    deepStrictEqual(JSON.parse(analysisRenderers.json(report, PLAIN)), report);
  }
});

Deno.test("HTML needs no network and runs no script", () => {
  for (
    const page of [
      analysisRenderers.html(ANALYSIS, PLAIN),
      diagnosisRenderers.html(DIAGNOSIS, PLAIN),
    ]
  ) {
    doesNotMatch(page, /<script|<link|\ssrc=|@import|url\(|\son\w+=/);
    ok(page.includes(`content="default-src 'none'; style-src 'unsafe-inline'"`));
  }
});
