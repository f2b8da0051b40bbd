import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { AnalysisReport, Finding } from "../mod.ts";
import { cli } from "./cli.ts";

/** What `analyze` says to a file, in JSON. */
async function findings(text: string, flags = ""): Promise<readonly Finding[]> {
  const { stdout } = await cli(`analyze mesh.yaml -o json ${flags}`, {
    files: { "/repo/mesh.yaml": text },
  });
  return (JSON.parse(stdout) as AnalysisReport).findings;
}

const DOCUMENT = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews, namespace: shop}
spec:
  hots: reviews
  trafficPolicy:
    connectionPool: {tcp: {maxConnections: "100"}}
    tls:
      mode: Simple
    loadBalancer:
      simple: RANDOM
      consistentHash: {useSourceIp: true}
`;

Deno.test("analyze places an unknown field at its key, a wrong value at the value", async () => {
  deepStrictEqual(
    (await findings(DOCUMENT, "--exclude IST0174")).map(({ code, severity, location }) =>
      `${location?.line}:${location?.column} ${severity} ${code}`
    ),
    [
      "4:1 error IST0106",
      "5:3 warning MM0010",
      "7:44 error MM0011",
      "9:13 error MM0013",
      "10:5 error MM0017",
    ],
  );
});

Deno.test("analyze offers to rename a misspelt field and to retype a value", async () => {
  const patches = (await findings(DOCUMENT)).flatMap(({ fix }) => fix ? [fix] : [])
    .map(({ applicability, patch }) => [applicability, ...patch]);
  deepStrictEqual(patches, [
    ["unsafe", { op: "move", from: "/spec/hots", path: "/spec/host" }],
    ["safe", {
      op: "replace",
      path: "/spec/trafficPolicy/connectionPool/tcp/maxConnections",
      value: 100,
    }],
    ["unsafe", { op: "replace", path: "/spec/trafficPolicy/tls/mode", value: "SIMPLE" }],
  ]);
});

Deno.test("analyze reports a document that does not parse and reads the others", async () => {
  const found = await findings(`a: [\n---\n${DOCUMENT}`, "--only MM0002,MM0012");
  deepStrictEqual(found.map(({ code, location }) => [code, location?.line]), [
    ["MM0002", 2],
    ["MM0012", 6],
  ]);
});

Deno.test("analyze validates both of two objects with the same name", async () => {
  const found = await findings(`${DOCUMENT}---\n${DOCUMENT}`, "--only unknown-field");
  deepStrictEqual(found.map(({ location }) => location?.line), [5, 18]);
});

Deno.test("analyze judges no status in files, and no schema under --istioctl-compat", async () => {
  const status = DOCUMENT.replace(/^spec:[^]*/m, "spec: {host: a}\nstatus: {conditions: 5}\n");
  deepStrictEqual(await findings(status, "--exclude IST0174"), []);
  const compat = await findings(DOCUMENT, "--istioctl-compat");
  strictEqual(compat.some(({ code }) => code.startsWith("MM")), false);
});
