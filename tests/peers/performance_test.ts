import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { realWorld } from "../../lib/io/mod.ts";
import { diagnosePerformance, type DiagnosisInput, Mesh, openSnapshot } from "../../mod.ts";
import { peerTest, recordingNames, shared } from "./shared.ts";

const signal = new AbortController().signal;

for (const name of recordingNames()) {
  const file = `captures/${name}.tar.gz`;
  const truth = await truthOf(name);
  if (truth.accept.length === 0) {
    peerTest(`no service of ${name} is slow`, file, async () => {
      const input = await open(file);
      const services = input.mesh.list("Service").map((each) => `${each.name}.${each.namespace}`);
      for (const service of [undefined, ...services]) {
        const report = await diagnosePerformance({ service, namespace: "default" }, input);
        deepStrictEqual(report.findings, [], service ?? "all");
        ok(report.verdict === "healthy" || report.verdict === "inconclusive", service ?? "all");
      }
    });
  }
  if (truth.issueType !== "performance") continue;
  peerTest(`the slowness of ${name} is explained, also from the services above`, file, async () => {
    const input = await open(file);
    const asked = truth.args[truth.args.indexOf("--service") + 1];
    for (const service of [asked, undefined]) {
      const { findings: [first] } = await diagnosePerformance(
        { service, namespace: "default" },
        input,
      );
      ok(truth.accept.includes(first?.cause ?? ""), `${service}: ${first?.cause}`);
      const named = first!.resources.map((each) => `${each.kind}/${each.namespace}/${each.name}`);
      strictEqual(
        truth.resources.some((pattern) => named.some((each) => fits(each, pattern))),
        true,
      );
    }
  });
}

interface Truth {
  issueType: string;
  args: string[];
  accept: string[];
  resources: string[];
}

async function truthOf(name: string): Promise<Truth> {
  return JSON.parse(await Deno.readTextFile(shared(`captures/${name}.truth.json`)));
}

async function open(file: string): Promise<DiagnosisInput> {
  const { recordings: [recording], resources, gaps } = await openSnapshot(shared(file), {
    world: realWorld(),
    signal,
  });
  const now = new Date(recording.manifest.capturedAt);
  return { mesh: new Mesh(resources, { gaps }), recording, now, signal };
}

function fits(name: string, pattern: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  return name.startsWith(first) && rest.every((part) => name.includes(part));
}
