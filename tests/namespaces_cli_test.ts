import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import type { AnalysisReport } from "../mod.ts";
import { cli } from "./cli.ts";
import type { FakeOutside } from "./fake_world.ts";

/** A VirtualService whose weights add up to nothing. */
function weightless(namespace: string): object {
  const route = ["a", "b"].map((host) => ({ destination: { host }, weight: 0 }));
  const spec = { hosts: [`${namespace}.example.com`], http: [{ route }] };
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { namespace, name: "web" },
    spec,
  };
}

const ITEMS = [
  ...["shop", "bank"].map((name) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } })),
  weightless("shop"),
  weightless("bank"),
];

const FILES = {
  "/repo/mesh/manifest.json": '{"format":1,"capturedAt":"2026-01-01T00:00:00Z"}',
  "/repo/mesh/resources/all.json": JSON.stringify({ apiVersion: "v1", kind: "List", items: ITEMS }),
};

async function namespacesFound(flags: string, outside: FakeOutside = {}): Promise<string[]> {
  const argv = `analyze --snapshot mesh --only IST0106 -o json ${flags}`;
  const { stdout } = await cli(argv, { files: FILES, ...outside });
  const { findings, suppressed, summary }: AnalysisReport = JSON.parse(stdout);
  strictEqual(findings.length + suppressed.length, 2);
  strictEqual(summary.suppressed, suppressed.length);
  return findings.map(({ resource }) => resource.namespace);
}

Deno.test("analyze -n fails for one namespace only, and counts what it found elsewhere", async () => {
  deepStrictEqual(await namespacesFound("-n shop"), ["shop"]);
  const { stderr } = await cli("analyze --snapshot mesh --only IST0106 -n shop -o line", {
    files: FILES,
  });
  match(stderr, /1 error in 4 objects.*1 suppressed/);
});

Deno.test("a namespace that the mesh does not have is a mistake, not a clean mesh", async () => {
  for (const command of ["analyze", "access matrix"]) {
    const { status, stderr } = await cli(`${command} --snapshot mesh -n shpo`, { files: FILES });
    strictEqual(status, 2);
    match(stderr, /Cannot find namespace "shpo" in the mesh\n {2}Did you mean shop\?/);
  }
});

Deno.test("-A means every namespace, and what stands nearer to the user wins", async () => {
  const both = ["bank", "shop"];
  const rows: [string, Record<string, string>, string[]][] = [
    ["-A", {}, both],
    ["-A -n shop", {}, both],
    ["-A", { MESHMEDIC_NAMESPACE: "shop" }, both],
    ["", { MESHMEDIC_NAMESPACE: "shop", MESHMEDIC_ALL_NAMESPACES: "true" }, both],
    ["-n shop", { MESHMEDIC_ALL_NAMESPACES: "true" }, ["shop"]],
    ["--all-namespaces=false", { MESHMEDIC_NAMESPACE: "bank" }, ["bank"]],
  ];
  for (const [flags, env, expected] of rows) {
    deepStrictEqual(
      await namespacesFound(flags, { env }),
      expected,
      `${flags} ${Object.keys(env)}`,
    );
  }
});

Deno.test("a switch may be written with its value, as Go's tools allow", async () => {
  const env = { MESHMEDIC_SHORT: "true" };
  match((await cli("version --short=true")).stdout, /^\d/);
  match((await cli("version --short=false", { env })).stdout, /^client/);
  match((await cli("version --output=true")).stderr, /Allowed choices/);
});
