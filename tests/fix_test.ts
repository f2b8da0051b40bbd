import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { FixReport } from "../mod.ts";
import { cli } from "./cli.ts";

const MESH = `# Two documents and a list.
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: a, namespace: shop}   # flow
spec:
  hosts: [a.example.com]
  http:
  - rout:   # misspelt
    - destination: {host: 'b.example.com', port: {number: "80"}}
      weight: "100"
---
apiVersion: v1
kind: List
items:
- apiVersion: networking.istio.io/v1
  kind: ServiceEntry
  metadata:
    name: b
    namespace: shop
  spec:
    hosts: [a.example.com, b.example.com]
    ports: [{number: 80, name: http, protocol: HTTP}]
    resolution: "dns"
`;
const FIXED = MESH.replace("rout:", "route:").replace('"80"', "80").replace('"100"', "100")
  .replace('"dns"', '"DNS"');
const FILES = { "/repo/mesh.yaml": MESH };

Deno.test("fix prints a unified diff of the safe fixes and exits 1", async () => {
  const { status, stdout, stderr } = await cli("fix mesh.yaml --only wrong-type", {
    files: { "/repo/mesh.yaml": MESH.replace("rout:", "route:") },
  });
  strictEqual(status, 1);
  match(stdout, /^--- a\/mesh\.yaml\n\+\+\+ b\/mesh\.yaml\n@@ /);
  match(stdout, /\n-\s+weight: "100"\n\+/);
  strictEqual(stderr, "meshmedic: can fix 2 findings in 1 file\n");
});

Deno.test("fix --write --unsafe edits the file and leaves all else as it is", async () => {
  const { status, stdout, stderr, written } = await cli("fix mesh.yaml --write --unsafe", {
    files: FILES,
  });
  deepStrictEqual([status, stdout], [0, ""]);
  strictEqual(written.get("/repo/mesh.yaml"), FIXED);
  match(stderr, /fixed 4 findings in 1 file/);
});

Deno.test("fix finds nothing to do in a fixed file and exits 0", async () => {
  const { status, stdout } = await cli("fix mesh.yaml --unsafe", {
    files: { "/repo/mesh.yaml": FIXED },
  });
  deepStrictEqual([status, stdout], [0, ""]);
});

Deno.test("fix says how many fixes need --unsafe", async () => {
  const { status, stdout, stderr } = await cli("fix mesh.yaml", { files: FILES });
  deepStrictEqual([status, stdout], [0, ""]);
  match(stderr, /nothing to fix; 2 with --unsafe/);
});

Deno.test("fix - --write prints the fixed text, and a JSON report names files and findings", async () => {
  const piped = await cli("fix - --write --unsafe", { stdin: MESH });
  strictEqual(piped.stdout, FIXED);
  const { stdout } = await cli("fix mesh.yaml --unsafe -o json", { files: FILES });
  const report = JSON.parse(stdout) as FixReport;
  deepStrictEqual(report.files.map(({ file }) => file), ["mesh.yaml"]);
  strictEqual(report.fixed.length, 4);
});

Deno.test("fix shows an object that it makes as a new file", async () => {
  const route = {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: { name: "r", namespace: "infra" },
    spec: {
      parentRefs: [{ name: "edge" }],
      rules: [{ backendRefs: [{ name: "web", namespace: "shop", port: 80 }] }],
    },
  };
  const service = {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "web", namespace: "shop" },
    spec: { ports: [{ name: "http", port: 80 }] },
  };
  const { stdout } = await cli("fix . --unsafe --only MM0305", {
    files: { "/repo/a.json": JSON.stringify(route), "/repo/b.json": JSON.stringify(service) },
  });
  match(stdout, /^--- \/dev\/null\n\+\+\+ b\/shop-referencegrant-httproute-infra-to-web\.yaml\n/);
});

Deno.test("fix names what it cannot read, and exits 1", async () => {
  const files = {
    "/repo/mesh.yaml": FIXED,
    "/repo/chart.yaml": "kind: Service\nmetadata:\n  name: {{ .Values.name }}\n",
  };
  const { status, stdout, stderr } = await cli("fix mesh.yaml chart.yaml --unsafe", { files });
  deepStrictEqual([status, stdout], [1, ""]);
  match(stderr, /nothing to fix\n {2}chart\.yaml:\d+:\d+: .*a template has to be rendered first\n/);
  const { stdout: json } = await cli("fix mesh.yaml chart.yaml -o json", { files });
  const [unread] = (JSON.parse(json) as FixReport).unread;
  strictEqual(unread?.location.file, "chart.yaml");
});

Deno.test("fix --write keeps a byte order mark", async () => {
  const { written } = await cli("fix mesh.yaml --write --unsafe", {
    files: { "/repo/mesh.yaml": `\uFEFF${MESH}` },
  });
  strictEqual(written.get("/repo/mesh.yaml"), `\uFEFF${FIXED}`);
});

Deno.test("fix --from applies what a report lists, and nothing else", async () => {
  const analysis = await cli("analyze mesh.yaml -o json --only MM0013", { files: FILES });
  const { written } = await cli("fix --from report.json --unsafe --write", {
    files: { ...FILES, "/repo/report.json": analysis.stdout },
  });
  strictEqual(written.get("/repo/mesh.yaml"), MESH.replace('"dns"', '"DNS"'));
});

Deno.test("fix --from shows what a diagnosis recommends", async () => {
  const recommendations = [{
    for: "MM-R01",
    title: "Define it",
    action: "kubectl edit",
    patch: "",
  }];
  const report = JSON.stringify({ kind: "DiagnosisReport", findings: [], recommendations });
  const { status, stdout } = await cli("fix --from report.json", {
    files: { "/repo/report.json": report },
  });
  deepStrictEqual([status, stdout], [1, "MM-R01: Define it\n\nkubectl edit\n"]);
});

const RULE = { apiVersion: "networking.istio.io/v1", kind: "VirtualService", cluster: "east" };
const CURE = {
  applicability: "unsafe",
  title: "Bind it",
  changes: [
    {
      resource: { ...RULE, namespace: "shop", name: "a" },
      patch: [{ op: "add", path: "/spec/gateways", value: ["mesh"] }],
    },
    {
      resource: { ...RULE, kind: "Sidecar", namespace: "shop", name: "b" },
      patch: [{
        op: "add",
        path: "",
        value: {
          apiVersion: RULE.apiVersion,
          kind: "Sidecar",
          metadata: { name: "b", namespace: "shop" },
        },
      }],
    },
  ],
};
const DIAGNOSIS = JSON.stringify({
  kind: "DiagnosisReport",
  findings: [{ cause: "MM-R16", name: "not-bound", title: "It is not bound", fix: CURE }],
  recommendations: [
    { for: "MM-R16", title: "Bind it" },
    { for: "MM-C46", title: "Read the application's log" },
  ],
});

Deno.test("fix --from cures in files what a diagnosis found, whatever the cluster was called", async () => {
  const files = { "/repo/mesh.yaml": FIXED, "/repo/d.json": DIAGNOSIS };
  const { status, stderr, written } = await cli("fix mesh.yaml --from d.json --unsafe --write", {
    files,
  });
  strictEqual(written.get("/repo/mesh.yaml")?.includes("gateways:"), true, stderr);
  match(written.get("/repo/shop-sidecar-b.yaml") ?? "", /^apiVersion: .*\nkind: Sidecar\n/);
  match(stderr, /MM-C46: Read the application's log/);
  strictEqual(status, 1, "the advice is left for people");
  const there = { ...files, "/repo/shop-sidecar-b.yaml": "mine" };
  const again = await cli("fix mesh.yaml --from d.json --unsafe --write", { files: there });
  deepStrictEqual([again.status, again.written.get("/repo/shop-sidecar-b.yaml")], [3, undefined]);
  match(again.stderr, /there is such a file already/);
});

Deno.test("fix --from leaves what needs --unsafe, and all of a cure where a part does not fit", async () => {
  const files = { "/repo/mesh.yaml": FIXED, "/repo/d.json": DIAGNOSIS };
  const safe = await cli("fix mesh.yaml --from d.json", { files });
  deepStrictEqual([safe.stdout, safe.written.size], ["", 0]);
  match(safe.stderr, /1 with --unsafe/);
  const other = FIXED.replace("name: a, namespace: shop", "name: a, namespace: other");
  const { stdout, stderr } = await cli("fix mesh.yaml --from d.json --unsafe", {
    files: { ...files, "/repo/mesh.yaml": other },
  });
  strictEqual(stdout, "");
  match(stderr, /MM-R16 does not fit/);
});

Deno.test("fix refuses what it cannot read with a hint", async () => {
  for (const report of ["", "{}", "[]", '{"kind":"AnalysisReport"}', "null"]) {
    const { status, stderr } = await cli("fix --from r.json", {
      files: { "/repo/r.json": report },
    });
    strictEqual(status, 3);
    match(stderr, /Cannot read "r\.json": it is no report in JSON\n {2}Write one with/);
  }
  const odd = { kind: "AnalysisReport", findings: [null, 5, { code: "x", fix: { patch: 7 } }] };
  const files = { "/repo/r.json": JSON.stringify(odd) };
  strictEqual((await cli("fix --from r.json", { files })).status, 0);
  ok((await cli("fix --write")).stderr.includes("Name files"));
});

Deno.test("fix shows what it would change in the objects of a snapshot", async () => {
  const snapshot = {
    "/repo/mesh/manifest.json": "{}",
    "/repo/mesh/resources/services.json": JSON.stringify({
      apiVersion: "v1",
      kind: "ServiceList",
      items: [{
        metadata: { name: "reviews", namespace: "shop", resourceVersion: "1" },
        spec: { ports: [{ port: 80, name: "web" }], selector: { app: "reviews" } },
        status: { loadBalancer: {} },
      }],
    }),
  };
  const { status, stdout } = await cli("fix --snapshot mesh --unsafe --only IST0118", {
    files: snapshot,
  });
  strictEqual(status, 1);
  match(stdout, /^--- a\/shop\/Service\/reviews\.yaml\n/);
  match(stdout, /\n\+\s+appProtocol: http\n/);
});

Deno.test("fix refuses sources and targets that contradict each other", async () => {
  for (
    const argv of [
      "fix a.yaml --snapshot s",
      "fix a.yaml --apply",
      "fix --snapshot s --write",
      "fix --write",
    ]
  ) {
    const { status, stdout } = await cli(argv, { files: { "/repo/a.yaml": MESH } });
    deepStrictEqual([status, stdout], [2, ""], argv);
  }
});
