import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { run } from "../../lib/cli/mod.ts";
import type { KubeObject } from "../../lib/client/mod.ts";
import { realWorld } from "../../lib/io/mod.ts";
import type { Kind } from "../../lib/mesh/mod.ts";
import { createUser, EVERYTHING, Testbed } from "../../scripts/testbed/mod.ts";
import { connectWith, LIVE, schema, signal, type TestClient } from "./cluster.ts";

let bed: Testbed;
let client: TestClient;
let kubeconfig: string;

Deno.test.beforeAll(async () => {
  bed = await Testbed.start({ meshCrds: true });
  const text = bed.server.kubeconfig({
    token: await createUser(bed.server, "operator", EVERYTHING),
  });
  client = await connectWith(text);
  kubeconfig = await Deno.makeTempFile({ dir: bed.folder });
  await Deno.writeTextFile(kubeconfig, text);
});
Deno.test.afterAll(async () => {
  await client?.close();
  await bed?.[Symbol.asyncDispose]();
});

function object(kind: Kind, apiVersion: string, name: string, spec: object): KubeObject {
  return { apiVersion, kind, metadata: { name, namespace: "default" }, spec };
}

function destinationRule(name: string, version: string): KubeObject {
  return object("DestinationRule", "networking.istio.io/v1", name, {
    host: "reviews",
    trafficPolicy: { tls: { mode: "ISTIO_MUTUAL" } },
    subsets: [{ name: version, labels: { version } }],
  });
}

async function specOf(kind: Kind, name: string): Promise<unknown> {
  return (await client.get(schema(kind), { namespace: "default", name }, signal))?.["spec"];
}

/** Runs `fix`; what undoes it is kept in the folder of the test bed. */
async function fix(...flags: string[]) {
  const out = { stdout: "", stderr: "" };
  const write = (name: keyof typeof out) => (text: string) =>
    Promise.resolve(void (out[name] += text));
  const stream = { isTerminal: false, columns: 80 };
  const world = {
    ...realWorld(),
    stdout: { ...stream, write: write("stdout") },
    stderr: { ...stream, write: write("stderr") },
  };
  const undo = flags.includes("--apply") ? ["--undo-file", `${bed.folder}/undo.json`] : [];
  const only = ["--only", "IST0118,MM0201", "--unsafe", ...undo];
  const status = await run(["fix", "--kubeconfig", kubeconfig, ...only, ...flags], {
    world,
    signal,
  });
  return { status, ...out };
}

Deno.test({
  ...LIVE,
  name: "fix shows what it would change in a live cluster, and changes it with --apply",
  async fn() {
    const service = object("Service", "v1", "reviews", { ports: [{ name: "web", port: 80 }] });
    await client.apply(service, { signal });
    await client.apply(destinationRule("reviews-a", "v1"), { signal });
    await client.apply(destinationRule("reviews-b", "v2"), { signal });
    const shown = await fix();
    strictEqual(shown.status, 1, shown.stderr);
    match(shown.stdout, /\+\s+appProtocol: http/);
    const applied = await fix("--apply");
    deepStrictEqual([applied.status, applied.stdout], [0, shown.stdout], applied.stderr);
    const { ports } = await specOf("Service", "reviews") as { ports: { appProtocol?: string }[] };
    strictEqual(ports[0]?.appProtocol, "http");
    strictEqual(await specOf("DestinationRule", "reviews-b"), undefined);
    const { subsets } = await specOf("DestinationRule", "reviews-a") as {
      subsets: { name: string }[];
    };
    deepStrictEqual(subsets.map(({ name }) => name), ["v1", "v2"]);
    deepStrictEqual((await fix()).status, 0);
  },
});

Deno.test({
  ...LIVE,
  name: "fix --from cures what a diagnosis found, and its undo file brings everything back",
  async fn() {
    const ports = [{ name: "tcp-web", port: 80, protocol: "TCP", targetPort: 80 }];
    await client.apply(object("Service", "v1", "ratings", { ports }), { signal });
    const resource = { cluster: "", apiVersion: "v1", kind: "Service", namespace: "default" };
    const entry = object("ServiceEntry", "networking.istio.io/v1", "partner", {
      hosts: ["partner.example.com"],
      ports: [{ number: 80, name: "http", protocol: "HTTP" }],
      resolution: "DNS",
    });
    const changes = [
      {
        resource: { ...resource, name: "ratings" },
        patch: [{ op: "add", path: "/spec/ports/0/appProtocol", value: "http" }],
      },
      {
        resource: { ...resource, ...entry, name: "partner" },
        patch: [{ op: "add", path: "", value: entry }],
      },
    ];
    const findings = [{
      cause: "MM-C08",
      title: "The port is opaque",
      fix: { applicability: "unsafe", title: "Declare it", changes },
    }];
    const [report, undo] = [`${bed.folder}/report.json`, `${bed.folder}/undo.json`];
    await Deno.writeTextFile(
      report,
      JSON.stringify({ kind: "DiagnosisReport", findings, recommendations: [] }),
    );
    const before = await specOf("Service", "ratings");
    const applied = await fix("--from", report, "--apply");
    strictEqual(applied.status, 0, applied.stderr);
    match(applied.stderr, /to undo: meshmedic fix --from .*undo\.json --apply/);
    match(JSON.stringify(await specOf("Service", "ratings")), /"appProtocol":"http"/);
    match(JSON.stringify(await specOf("ServiceEntry", "partner")), /partner\.example\.com/);
    const undone = await fix("--from", undo, "--apply", "--undo-file", `${bed.folder}/redo.json`);
    strictEqual(undone.status, 0, undone.stderr);
    deepStrictEqual(await specOf("Service", "ratings"), before);
    strictEqual(await specOf("ServiceEntry", "partner"), undefined);
  },
});
