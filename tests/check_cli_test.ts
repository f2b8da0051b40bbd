import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { Ajv } from "ajv";
import { cli } from "./cli.ts";
import { HealthyMesh } from "./checks/healthy_mesh.ts";

/** The healthy mesh as a recording, changed by `change`. */
function recorded(change: (mesh: HealthyMesh) => void = () => {}): Record<string, string> {
  const mesh = new HealthyMesh();
  for (const id of mesh.objects.keys()) if (id.startsWith("west ")) mesh.remove(id);
  mesh.files.set("istiod/debug/clusterz.json", [{ id: "east", syncStatus: "synced" }]);
  mesh.remove("Secret istio-system/istio-remote-secret-west");
  change(mesh);
  const items = [...mesh.objects.values()].map(({ value }) => value);
  const files: Record<string, string> = {
    "/repo/mesh/manifest.json": JSON.stringify({
      format: 1,
      capturedAt: mesh.now.toISOString(),
      ...mesh.manifest,
    }),
    "/repo/mesh/resources/all.json": JSON.stringify({ apiVersion: "v1", kind: "List", items }),
  };
  for (const kind of EMPTY) {
    files[`/repo/mesh/resources/${kind}.json`] = JSON.stringify({
      apiVersion: "v1",
      kind: "List",
      items: [],
    });
  }
  for (const [path, content] of mesh.files) {
    files[`/repo/mesh/${path}`] = typeof content === "string" ? content : JSON.stringify(content);
  }
  return files;
}

const EMPTY = [
  "events",
  "networkpolicies",
  "referencegrants",
  "secrets",
  "serviceentries",
  "workloadentries",
];
const COMMAND = "check --snapshot mesh";

Deno.test("check exits 0 on a healthy mesh and names what a recording cannot tell", async () => {
  const { status, stdout, stderr } = await cli(COMMAND, { files: recorded() });
  deepStrictEqual([status, stderr], [0, ""]);
  match(stdout, /^Kubernetes API\n-+\n\? The API server of every cluster answers\n/);
  match(
    stdout,
    /\n√ Every replica of istiod is ready\n {4}istio-system\/istiod has 2 of 2 ready\n/,
  );
  match(stdout, /\n√ 2 unknown; \d+ checks true, \d+ skipped\n$/);
});

Deno.test("check exits 1 for an error, and for a warning only where that is asked for", async () => {
  const down = recorded((mesh) => mesh.get("Deployment istio-system/istiod").status = {});
  const failed = await cli(`${COMMAND} -o short`, { files: down });
  strictEqual(failed.status, 1);
  match(failed.stdout, /× Every replica of istiod is ready\n[^√–]*→ Read why/);
  strictEqual((await cli(`${COMMAND} --exit-zero`, { files: down })).status, 0);
  const pending = recorded((mesh) => mesh.get("Service istio-system/gateway").status = {});
  strictEqual((await cli(COMMAND, { files: pending })).status, 0);
  strictEqual((await cli(`${COMMAND} --fail-on warning`, { files: pending })).status, 1);
});

Deno.test("check exits 3 under --strict where something is unknown", async () => {
  strictEqual((await cli(`${COMMAND} --strict`, { files: recorded() })).status, 3);
});

Deno.test("check of a recording without a kind calls nothing true that needs it", async () => {
  const files = recorded();
  delete files["/repo/mesh/resources/networkpolicies.json"];
  const { stdout } = await cli(`${COMMAND} -o json`, { files });
  const report = JSON.parse(stdout);
  const open = report.checks.find(({ name }: { name: string }) => name === "mesh-ports-open");
  strictEqual(open.status, "unknown");
  match(open.saw, /cannot see networkpolicies\.networking\.k8s\.io: not in the snapshot/);
});

Deno.test("check writes the report in every format", async () => {
  const broken = recorded((mesh) => mesh.get("Deployment istio-system/istiod").spec.replicas = 3);
  const { stdout } = await cli(`${COMMAND} -o json`, { files: broken });
  const report = JSON.parse(stdout);
  const isValid = new Ajv().compile({
    type: "object",
    required: ["kind", "version", "takenAt", "source", "summary", "looks", "checks", "gaps"],
    properties: { kind: { const: "CheckReport" }, version: { const: 1 } },
  });
  ok(isValid(report));
  strictEqual(report.summary.warning, 1);
  const junit = await cli(`${COMMAND} -o junit`, { files: broken });
  match(junit.stdout, /<testcase classname="Control plane istiod-ready".*>\n +<failure type="warn/);
  const markdown = await cli(`${COMMAND} -o markdown`, { files: broken });
  match(markdown.stdout, /### Every replica of istiod is ready\n\n- `Deployment istio-system/);
  strictEqual(
    (await cli(`${COMMAND} -o yaml`, { files: broken })).stdout.split("\n", 1)[0],
    "kind: CheckReport",
  );
});

Deno.test("check --pre asks other questions", async () => {
  const { status, stdout } = await cli(`${COMMAND} --pre`, { files: recorded() });
  strictEqual(status, 0);
  match(stdout, /i No control plane is there yet\n/);
  match(stdout, /\? This user may create everything that an installation creates\n/);
});

Deno.test("check without a mesh says so in one sentence and exits 2", async () => {
  const { status, stdout, stderr } = await cli("check");
  deepStrictEqual([status, stdout], [2, ""]);
  match(stderr, /^meshmedic: Cannot tell which mesh to look at/);
});
