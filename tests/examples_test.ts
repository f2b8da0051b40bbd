import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { run } from "../lib/cli/mod.ts";
import type { DiagnosisReport } from "../mod.ts";
import { fakeWorld } from "./fake_world.ts";

async function diagnose(example: string, flags: string, what = "connectivity") {
  const path = new URL(`../examples/${example}.tar.gz`, import.meta.url);
  const { world, out } = fakeWorld({
    files: { "/repo/mesh.tar.gz": await Deno.readFile(path) },
    http: { "http://prometheus:9090/api/v1/query?": { status: 200, text: SLOW_ANSWER } },
  });
  const argv = `diagnose ${what} --snapshot mesh.tar.gz ${flags}`.split(" ");
  const status = await run(argv, { world, signal: new AbortController().signal });
  return { status, ...out };
}

/** What Prometheus says to everything: of a service without a log somebody waits three seconds. */
const SLOW_ANSWER = JSON.stringify({
  status: "success",
  data: {
    resultType: "vector",
    result: [{
      metric: {
        reporter: "destination",
        source_workload: "batch",
        destination_workload: "sleep",
        destination_service_name: "sleep",
        destination_service_namespace: "client",
      },
      value: [1, "3000"],
    }],
  },
});

const QUESTION = "--from sleep.client --to reviews.bookinfo:9080";

Deno.test("diagnose names the missing subset, exits 1 and keeps the order of keys of the contract", async () => {
  const { status, stdout, stderr } = await diagnose("missing-subset", `${QUESTION} -o json`);
  deepStrictEqual([status, stderr], [1, ""]);
  const report: DiagnosisReport = JSON.parse(stdout);
  deepStrictEqual(Object.keys(report), [
    "kind",
    "version",
    "issueType",
    "timestamp",
    "context",
    "verdict",
    "headline",
    "findings",
    "recommendations",
    "hops",
    "gaps",
    "checked",
  ]);
  strictEqual(report.verdict, "broken");
  strictEqual(report.findings[0]?.cause, "MM-R01");
  match(report.headline, /^sleep cannot reach reviews.* subset v4/);
});

Deno.test("diagnose finds nothing on a healthy mesh and exits 0", async () => {
  const { status, stdout } = await diagnose("healthy", `${QUESTION} -o json`);
  const { findings, verdict }: DiagnosisReport = JSON.parse(stdout);
  deepStrictEqual([status, findings, verdict], [0, [], "healthy"]);
});

Deno.test("diagnose decides its exit status by the report, not by the format", async () => {
  for (const format of ["table", "yaml", "markdown", "html"]) {
    strictEqual((await diagnose("missing-subset", `${QUESTION} -o ${format}`)).status, 1, format);
  }
  strictEqual((await diagnose("missing-subset", `${QUESTION} --exit-zero`)).status, 0);
});

Deno.test("diagnose performance asks the Prometheus that is named, and says where none answers", async () => {
  const flags = (host: string) => `--service sleep.client --prometheus http://${host} -o json`;
  const asked = await diagnose("healthy", flags("prometheus:9090"), "performance");
  const { findings, latency }: DiagnosisReport = JSON.parse(asked.stdout);
  deepStrictEqual(findings.map(({ cause }) => cause), ["MM-P02"]);
  deepStrictEqual(latency?.map(({ from, p99Ms }) => [from, p99Ms]), [["prometheus", 3000]]);
  const silent = await diagnose("healthy", `${flags("nowhere")} --strict`, "performance");
  strictEqual(silent.status, 3);
  const { gaps }: DiagnosisReport = JSON.parse(silent.stdout);
  deepStrictEqual(gaps.find(({ what }) => what === "prometheus"), {
    what: "prometheus",
    reason: "Cannot reach nowhere: it is not there",
  });
});

Deno.test("diagnose writes further reports beside the document", async () => {
  const { written, stdout } = await diagnose(
    "missing-subset",
    `${QUESTION} -o json --report html=why.html --report markdown=why.md`,
  );
  deepStrictEqual([...written.keys()], ["/repo/why.html", "/repo/why.md"]);
  match(written.get("/repo/why.html")!, /^<!doctype html>/);
  match(stdout, /^\{/);
});

Deno.test("diagnose refuses what it cannot answer with a hint and nothing on stdout", async () => {
  const rows: [string, string, number, RegExp][] = [
    ["healthy", "--to reviews.bookinfo:9080", 2, /without a source\n {2}Write --from/],
    ["healthy", "sleep.client reviews:99999", 2, /no port 99999/],
    ["healthy", `${QUESTION} --snapshot nowhere.tar.gz`, 3, /snapshot "nowhere.tar.gz": no such/],
    ["healthy", `${QUESTION} --report pdf=x.pdf`, 2, /FORMAT=FILE/],
    ["healthy", `${QUESTION} --report json=a --report html=a`, 2, /"a" holds one report/],
    ["healthy", `${QUESTION} --report json=-`, 2, /-o says what is printed/],
  ];
  for (const [example, flags, expected, message] of rows) {
    const { status, stdout, stderr } = await diagnose(example, flags);
    deepStrictEqual([status, stdout], [expected, ""], flags);
    match(stderr, message);
  }
});
