/** Recorded meshes with a fault each: the first cause and its object must be what was injected. @module */
import { deepStrictEqual, notStrictEqual, ok } from "node:assert/strict";
import { realWorld } from "../../lib/io/mod.ts";
import {
  diagnoseConnectivity,
  type DiagnosisReport,
  Mesh,
  openSnapshot,
  parseQuestion,
  type Recording,
  type Snapshot,
} from "../../mod.ts";
import { peerTest, recordingNames, shared } from "./shared.ts";

interface Truth {
  readonly issueType: string;
  readonly source: string;
  readonly destination: string;
  readonly args: readonly string[];
  /** Causes that are right as the first finding; empty where nothing may be found. */
  readonly accept: readonly string[];
  /** Objects of which one must be among those of the first finding; `*` stands for anything. */
  readonly resources: readonly string[];
}

const { signal } = new AbortController();

for (const name of recordingNames()) {
  const truth = JSON.parse(Deno.readTextFileSync(shared(`captures/${name}.truth.json`))) as Truth;
  if (truth.issueType !== "connectivity") continue;
  peerTest(
    `${name} is diagnosed as ${truth.accept.join(" or ") || "healthy"}`,
    "captures",
    async () => {
      const report = await diagnose(truth, await open(name));
      if (truth.accept.length === 0) {
        deepStrictEqual(report.findings, []);
        deepStrictEqual(report.verdict, "healthy");
        return;
      }
      const [first] = report.findings;
      ok(first && truth.accept.includes(first.cause), `${report.headline} (${first?.cause})`);
      const objects = first.resources.map((r) => `${r.kind}/${r.namespace}/${r.name}`);
      ok(
        truth.resources.length === 0 ||
          truth.resources.some((wanted) => objects.some((object) => matches(wanted, object))),
        `${objects.join(", ")} has none of ${truth.resources.join(", ")}`,
      );
    },
  );

  if (truth.accept.length === 0) continue;
  for (const missing of ["access.log", "config_dump.json", "clusters.json"]) {
    peerTest(`${name} without ${missing} is not called healthy`, "captures", async () => {
      const snapshot = await open(name);
      const { verdict } = await diagnose(truth, snapshot, without(missing, snapshot.recordings[0]));
      notStrictEqual(verdict, "healthy");
    });
  }
}

function open(name: string): Promise<Snapshot> {
  return openSnapshot(shared(`captures/${name}.tar.gz`), { world: realWorld(), signal });
}

function diagnose(
  { source, destination, args }: Truth,
  { resources, gaps, recordings }: Snapshot,
  recording: Recording = recordings[0],
): Promise<DiagnosisReport> {
  const option = (name: string) => args[args.indexOf(name) + 1];
  const question = parseQuestion({
    from: source,
    to: destination,
    namespace: "default",
    ...(args.includes("--path") ? { path: option("--path") } : {}),
    ...(args.includes("--method") ? { method: option("--method") } : {}),
    headers: args.flatMap((arg, i) => arg === "--header" ? args[i + 1]! : []),
  });
  const now = new Date(recording.manifest.capturedAt);
  return diagnoseConnectivity(question, {
    mesh: new Mesh(resources, { gaps }),
    recording,
    now,
    signal,
  });
}

function without(file: string, { manifest, list, read }: Recording): Recording {
  return {
    manifest,
    list,
    read: (path, signal) => path.endsWith(file) ? Promise.resolve(undefined) : read(path, signal),
  };
}

function matches(wanted: string, object: string): boolean {
  const parts = wanted.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(object);
}
