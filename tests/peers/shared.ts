/** Where recordings and peer data lie: `MESHMEDIC_SHARED`, else `../shared` beside the clone. @module */
import { realWorld } from "../../lib/io/mod.ts";
import {
  diagnoseConnectivity,
  type DiagnosisInput,
  type DiagnosisReport,
  Mesh,
  openSnapshot,
  parseQuestion,
  type Snapshot,
} from "../../mod.ts";

const folder = Deno.env.get("MESHMEDIC_SHARED") ??
  new URL("../../../shared", import.meta.url).pathname;

/** A file or folder of the shared data. */
export function shared(path: string): string {
  return `${folder}/${path}`;
}

/** Defines a test that needs a part of the shared data, and prints a skip where that is absent. */
export function peerTest(name: string, needs: string, run: () => Promise<void> | void): void {
  const isThere = exists(shared(needs));
  if (!isThere) console.log(`skipped for want of ${shared(needs)}: ${name}`);
  Deno.test({ name, ignore: !isThere, fn: run });
}

/** Names of the recordings, without `.tar.gz`, sorted. */
export function recordingNames(): string[] {
  if (!exists(shared("captures"))) {
    console.log(`skipped for want of ${shared("captures")}: all tests against recordings`);
    return [];
  }
  return [...Deno.readDirSync(shared("captures"))]
    .map(({ name }) => /^(.*)\.tar\.gz$/.exec(name)?.[1])
    .filter((name) => name !== undefined)
    .sort();
}

/** What is known of a recording, for whoever judges an answer about it. */
export interface Truth {
  /** What is asked. */
  readonly issueType: string;
  /** Who asks; `null` where nobody in particular does. */
  readonly source: string | null;
  /** What for. */
  readonly destination: string | null;
  /** Further arguments of the question. */
  readonly args: readonly string[];
  /** Causes that are right as the first finding; none may be found where there is none. */
  readonly accept: readonly string[];
  /** `Kind/namespace/name` of which one must be among its resources; `*` stands for anything. */
  readonly resources: readonly string[];
}

/** What is known of a recording. */
export function truthOf(name: string): Truth {
  return JSON.parse(Deno.readTextFileSync(shared(`captures/${name}.truth.json`)));
}

/** Whether `Kind/namespace/name` fits a pattern in which `*` stands for anything. */
export function fits(name: string, pattern: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(name);
}

/** What a diagnosis of a recording reads. */
export async function openRecorded(name: string): Promise<DiagnosisInput> {
  const signal = new AbortController().signal;
  const { recordings: [recording], resources, gaps } = await openSnapshot(
    shared(`captures/${name}.tar.gz`),
    { world: realWorld(), signal },
  );
  const now = new Date(recording.manifest.capturedAt);
  return { mesh: new Mesh(resources, { gaps }), recording, now, signal };
}

/** The answer to what is asked of a recording. */
export async function diagnose(
  { source, destination, args }: Truth,
  { resources, gaps, recordings: [recording] }: Snapshot,
): Promise<DiagnosisReport> {
  const given = (name: string) => args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
  const [path, method] = [given("--path"), given("--method")];
  const question = parseQuestion({
    from: source ?? "",
    to: destination ?? "",
    namespace: "default",
    ...(path !== undefined && { path }),
    ...(method !== undefined && { method }),
    headers: args.flatMap((arg, i) => arg === "--header" ? [args[i + 1] ?? ""] : []),
  });
  const now = new Date(recording.manifest.capturedAt);
  return await diagnoseConnectivity(question, {
    mesh: new Mesh(resources, { gaps }),
    recording,
    now,
    signal: new AbortController().signal,
  });
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}
