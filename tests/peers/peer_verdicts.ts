/** istioctl's answers over its own test data, and where ours differ from them. @module */
import { load } from "js-yaml";
import type { Finding } from "../../lib/core/mod.ts";
import { type AnalysisRule, analyze, type WrittenObjects } from "../../lib/diagnose/mod.ts";
import { type AnyResource, Mesh } from "../../lib/mesh/mod.ts";
import { type ManifestProblem, parseManifests } from "../../lib/source/mod.ts";
import DIFFERENCES from "./differences.json" with { type: "json" };
import { shared } from "./shared.ts";

/** When the certificates of the test data are judged. */
const NOW = new Date("2026-08-22T00:00:00Z");

/** What one tool says: code and object, in the order of the texts. */
export type Verdicts = readonly string[];

/** Files of one or two clusters, with the settings of the mesh. */
export interface PeerInput {
  readonly inputFiles?: readonly string[];
  readonly cluster1InputFiles?: readonly string[];
  readonly cluster2InputFiles?: readonly string[];
  readonly meshConfigFile?: string;
  readonly meshNetworksFile?: string;
}

/** How we judge. */
export interface JudgeOptions {
  /** As istioctl, or right. */
  readonly compat: boolean;
  /** Also validates the objects by their schemas. */
  readonly schemas?: WrittenObjects["schemas"];
}

/** What the rules say of some files. As in istioctl's tests, objects have no default namespace. */
export function judge(
  input: PeerInput,
  rules: readonly AnalysisRule[],
  { compat, schemas }: JudgeOptions,
): readonly Finding[] {
  const defaultNamespace = compat ? "" : "default";
  const resources: AnyResource[] = [];
  const problems: ManifestProblem[] = [];
  for (const [cluster, files] of clustersOf(input)) {
    for (const file of files) {
      const parsed = parseManifests(read(file), file, { cluster, defaultNamespace });
      resources.push(...parsed.resources);
      problems.push(...parsed.problems);
    }
  }
  const { meshConfigFile, meshNetworksFile } = input;
  const mesh = new Mesh(resources, {
    ...(meshConfigFile && { meshConfig: load(read(meshConfigFile)) }),
    ...(meshNetworksFile && { meshNetworks: load(read(meshNetworksFile)) }),
  });
  const { findings, skipped } = analyze(mesh, rules, {
    now: NOW,
    source: { type: "files", detail: "" },
    compat,
    problems,
    ...(schemas && { written: { resources, schemas } }),
  });
  if (skipped.length > 0) throw new Error(JSON.stringify(skipped));
  return findings;
}

function clustersOf(input: PeerInput): [cluster: string, files: readonly string[]][] {
  return [
    ["", input.inputFiles ?? []],
    ["cluster1", input.cluster1InputFiles ?? []],
    ["cluster2", input.cluster2InputFiles ?? []],
  ];
}

function read(file: string): string {
  return Deno.readTextFileSync(shared(`peer-cases/${file}`));
}

/** A finding as istioctl names it; the namespace `default` counts as none. */
export function verdictOf({ code, resource: { kind, namespace, name } }: Finding): string {
  return withoutDefault(`${code} ${kind} ${namespace === "" ? name : `${namespace}/${name}`}`);
}

/** A verdict without the namespace `default`. */
export function withoutDefault(verdict: string): string {
  return verdict.replace(/ default\//, " ");
}

/** What only one of two says. */
export function difference(peer: Verdicts, ours: Verdicts): { lacking: string[]; extra: string[] } {
  const lacking = [...peer];
  const extra = ours.filter((verdict) => {
    const at = lacking.indexOf(verdict);
    if (at >= 0) lacking.splice(at, 1);
    return at < 0;
  });
  return { lacking: lacking.sort(), extra: extra.sort() };
}

/** A difference that is meant. */
export interface Difference {
  /** Code of the finding. */
  readonly code: string;
  /** Kind of the objects where they differ; all kinds without. */
  readonly kind?: string;
  /** Whether istioctl reports what we do not, or the reverse. */
  readonly only: "istioctl" | "meshmedic";
  /** Why we are right. */
  readonly reason: string;
}

const differences: readonly Difference[] = DIFFERENCES as Difference[];

/** The differences that nobody has explained. */
export function unexplained({ lacking, extra }: ReturnType<typeof difference>): string[] {
  const isMeant = (verdict: string, only: Difference["only"]) =>
    differences.some((one) =>
      one.only === only && verdict.startsWith(`${one.code} ${one.kind ? `${one.kind} ` : ""}`)
    );
  return [
    ...lacking.filter((verdict) => !isMeant(verdict, "istioctl")).map((v) => `lacking: ${v}`),
    ...extra.filter((verdict) => !isMeant(verdict, "meshmedic")).map((v) => `extra: ${v}`),
  ];
}
