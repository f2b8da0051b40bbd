import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { AnalysisReport } from "../mod.ts";
import { cli } from "./cli.ts";
import type { FakeOutside } from "./fake_world.ts";

const RULE = (name: string, comments: Partial<Record<"head" | "above" | "behind", string>> = {}) =>
  `---
${comments.head ?? "# a rule"}
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: ${name}
spec:
${comments.above ?? "  # the host"}
  host: ${name} ${comments.behind ?? ""}
  extra: 1
`;

async function report(
  text: string,
  flags = "",
  outside: FakeOutside = {},
): Promise<AnalysisReport & { written: Map<string, string> }> {
  const { stdout, stderr, written } = await cli(`analyze mesh.yaml -o json ${flags}`, {
    ...outside,
    files: { "/repo/mesh.yaml": text, ...outside.files },
  });
  ok(stdout !== "", stderr);
  return { ...JSON.parse(stdout) as AnalysisReport, written };
}

const codes = ({ findings }: AnalysisReport) => findings.map(({ code }) => code);

Deno.test("a comment behind a value, above it or at the head of the document silences a rule", async () => {
  deepStrictEqual(codes(await report(RULE("a"))), ["IST0174", "MM0010"]);
  const rows = [
    RULE("a", { behind: "# meshmedic: ignore IST0174 comes later" }),
    RULE("a", { above: "  # meshmedic: ignore unknown-destination-rule-host comes later" }),
    RULE("a", { head: "# meshmedic: ignore IST01* comes later" }),
  ];
  for (const text of rows) {
    const found = await report(text);
    deepStrictEqual(codes(found), ["MM0010"], text);
    deepStrictEqual(found.suppressed[0]?.suppression, { by: "comment", reason: "comes later" });
    strictEqual(found.summary.suppressed, 1);
  }
});

Deno.test("a comment speaks for its own document and line only", async () => {
  const head = "# meshmedic: ignore IST0174 known";
  deepStrictEqual(codes(await report(RULE("a", { head }) + RULE("b"))), [
    "MM0010",
    "IST0174",
    "MM0010",
  ]);
});

Deno.test("a comment without rule or reason, or that silences nothing, is a finding", async () => {
  const found = async (comment: string, flags = "") =>
    codes(await report(RULE("a", { above: `  # meshmedic: ignore ${comment}` }), flags));
  deepStrictEqual(await found("IST0174"), ["MM0006", "IST0174", "MM0010"]);
  deepStrictEqual(await found(""), ["MM0006", "IST0174", "MM0010"]);
  deepStrictEqual(await found("IST0130 why"), ["MM0005", "IST0174", "MM0010"]);
  deepStrictEqual(await found("IST0130 why", "--exclude IST0130"), ["IST0174", "MM0010"]);
  deepStrictEqual(await found("IST0130 why", "--exclude MM0005,IST0174"), ["MM0010"]);
});

Deno.test("an annotation that silences nothing is a finding, by each of its words", async () => {
  const found = async (words: string, flags = "") => {
    const annotated = `metadata: {annotations: {galley.istio.io/analyze-suppress: "${words}"}, `;
    const text = RULE("a").replace("metadata:\n  name: a", `${annotated}name: a}`);
    const { findings } = await report(text, flags);
    return findings.filter(({ code }) => code === "MM0005").map(({ message }) => message);
  };
  const nothing = (words: string) => [`The annotation silences nothing: ${words}`];
  deepStrictEqual(await found("IST0174, MM0010"), []);
  deepStrictEqual(await found("*"), []);
  deepStrictEqual(await found("IST0174,IST0130"), nothing("IST0130"));
  deepStrictEqual(await found("IST0130, IST0128"), nothing("IST0130, IST0128"));
  deepStrictEqual(await found("*", "--only IST0130,MM0005"), nothing("*"));
  deepStrictEqual(await found("IST0130", "--exclude IST0130"), []);
  deepStrictEqual(await found("IST0113"), []);
  deepStrictEqual(await found("IST0130", "--istioctl-compat"), []);
});

Deno.test("a baseline keeps what was found before apart, until it expires", async () => {
  const update = "--baseline base.json --update-baseline --baseline-expires 2026-06-30";
  const { written, findings } = await report(RULE("a"), update);
  deepStrictEqual(findings, []);
  const text = written.get("/repo/base.json")!;
  const { entries } = JSON.parse(text);
  deepStrictEqual(Object.keys(entries[0]), ["fingerprint", "code", "object", "expires"]);
  const files = { "/repo/base.json": text };
  const later = await report(RULE("a") + RULE("b"), "--baseline base.json", { files });
  deepStrictEqual(later.findings.map(({ resource }) => resource.name), ["b", "b"]);
  deepStrictEqual(later.suppressed.map(({ suppression }) => suppression), [
    { by: "baseline", reason: "accepted until 2026-06-30" },
    { by: "baseline", reason: "accepted until 2026-06-30" },
  ]);
  const expired = { "/repo/base.json": text.replaceAll("2026-06-30", "2025-06-30") };
  const again = await report(RULE("a"), "--baseline base.json", { files: expired });
  deepStrictEqual(codes(again), ["IST0174", "MM0010"]);
});

Deno.test("an entry of a baseline that silences nothing is a finding in that file", async () => {
  const { written } = await report(RULE("a"), "--baseline base.json --update-baseline");
  const files = { "/repo/base.json": written.get("/repo/base.json")! };
  const { findings } = await report(RULE("b"), "--baseline base.json --only MM0010,MM0005", {
    files,
  });
  deepStrictEqual(findings.map(({ code, location }) => [code, location?.file, location?.line]), [
    ["MM0005", "base.json", 11],
    ["MM0010", "mesh.yaml", 10],
  ]);
});

Deno.test("an update keeps what people wrote in the baseline, and drops what is gone", async () => {
  const first = await report(RULE("a"), "--baseline base.json --update-baseline");
  const base = JSON.parse(first.written.get("/repo/base.json")!);
  base.entries[0].reason = "legacy";
  base.entries.push({ ...base.entries[0], fingerprint: "gone" });
  const files = { "/repo/base.json": JSON.stringify(base) };
  const { written } = await report(RULE("a"), "--baseline base.json --update-baseline", { files });
  base.entries.pop();
  deepStrictEqual(JSON.parse(written.get("/repo/base.json")!), base);
});

Deno.test("a baseline that cannot be used is a failure with a hint", async () => {
  for (const text of ["", "{}", '{"kind":"Baseline","entries":[{}]}', "null"]) {
    const { status, stderr } = await cli("analyze mesh.yaml --baseline b.json", {
      files: { "/repo/mesh.yaml": RULE("a"), "/repo/b.json": text },
    });
    strictEqual(status, 3);
    match(stderr, /Cannot read baseline "b\.json": .+\n {2}Write one with --update-baseline/);
  }
});

Deno.test("--changed shows findings in changed and new files only", async () => {
  const files = { "/repo/a.yaml": RULE("a"), "/repo/b.yaml": RULE("b"), "/repo/c.yaml": RULE("c") };
  const git = {
    "diff --name-only -z --relative main --": "a.yaml\0",
    "ls-files --others --exclude-standard -z": "b.yaml\0",
  };
  const { stdout } = await cli("analyze . -o json --changed main", { files, git });
  const { findings, suppressed } = JSON.parse(stdout) as AnalysisReport;
  deepStrictEqual([...new Set(findings.map(({ location }) => location?.file))], [
    "a.yaml",
    "b.yaml",
  ]);
  strictEqual(suppressed[0]?.suppression.by, "settings");
  const { status, stderr } = await cli("analyze . --changed nowhere", { files });
  strictEqual(status, 3);
  match(stderr, /Cannot run git diff/);
});

Deno.test("--only and --exclude take globs", async () => {
  deepStrictEqual(codes(await report(RULE("a"), "--only MM00*")), ["MM0010"]);
  deepStrictEqual(codes(await report(RULE("a"), "--exclude *-field")), ["IST0174"]);
});

Deno.test("fix leaves alone what a comment silences", async () => {
  const text = RULE("a").replace("extra: 1", "trafficPolciy: {}");
  const quiet = text.replace("{}", "{} # meshmedic: ignore MM0010 a test");
  strictEqual((await cli("fix - --unsafe", { stdin: text })).status, 1);
  strictEqual((await cli("fix - --unsafe", { stdin: quiet })).status, 0);
});

Deno.test("--istioctl-compat honours comments and judges none", async () => {
  const above = "  # meshmedic: ignore IST0130 why";
  deepStrictEqual(codes(await report(RULE("a", { above }), "--istioctl-compat")), ["IST0174"]);
});

Deno.test("a settings file of the mesh that cannot be read is a failure", async () => {
  const files = { "/repo/mesh.yaml": RULE("a"), "/repo/bad.yaml": "a: [" };
  for (const flag of ["--meshConfigFile", "--meshNetworksFile"]) {
    for (const file of ["none.yaml", "bad.yaml"]) {
      const { status, stderr } = await cli(`analyze mesh.yaml ${flag} ${file}`, { files });
      strictEqual(status, 3, `${flag} ${file}`);
      match(stderr, /^meshmedic: Cannot read /);
    }
  }
});
