import { type Applicability, Failure, type Finding, type UnreadDocument } from "../../core/mod.ts";
import { type AnalysisRule, analyze, silence } from "../../diagnose/mod.ts";
import {
  type Fixed,
  fixedOnce,
  fixFiles,
  readReportedFixes,
  type ReportedFixes,
} from "../../fix/mod.ts";
import { loadSchemas } from "../../schema/mod.ts";
import type { MeshOptions } from "../../mesh/mod.ts";
import { type Manifests, parseManifests } from "../../source/mod.ts";
import { type ClusterFiles, loadManifests, meshOfManifests, textsOf } from "./analyzed_mesh.ts";
import type { Shell } from "../shell.ts";

/** What is fixed. */
export interface FixInput {
  /** Manifests by cluster. */
  readonly files: readonly ClusterFiles[];
  /** Namespace of objects that name none. */
  readonly namespace: string;
  /** What belongs to the mesh as a whole. */
  readonly options: MeshOptions;
  /** The kinds of fixes that are wanted. */
  readonly trust: readonly Applicability[];
}

/** Analyzes files, fixes what can be fixed, and looks again until nothing is left to fix. */
export async function fixAnalyzed(
  shell: Shell,
  rules: readonly AnalysisRule[],
  { files, namespace, options, trust }: FixInput,
): Promise<Fixed> {
  const clusters = files.filter(({ paths }) => paths.length > 0).map(({ cluster }) => cluster);
  const loaded = await loadManifests(shell, files, namespace);
  const schemas = await loadSchemas();
  const clusterOf = new Map(
    loaded.flatMap((each, i) => each.files.map((file) => [file, clusters[i]!])),
  );
  const parse = rememberingLast((text: string, file: string) =>
    parseManifests(text, file, {
      // A file that a fix makes is taken to be in the first cluster.
      cluster: clusterOf.get(file) ?? clusters[0] ?? "",
      defaultNamespace: namespace,
    })
  );
  const now = shell.world.clock.now();
  const look = (texts: ReadonlyMap<string, string>) => {
    const manifests = [...texts].map(([file, text]) => parse(text, file));
    const { mesh, ...rest } = meshOfManifests(manifests, options, schemas);
    const report = analyze(mesh, rules, {
      ...rest,
      source: { type: "files", detail: "" },
      now,
      signal: shell.signal,
    });
    const { findings } = silence(report, { rules, texts, now });
    return { texts, resources: rest.written.resources, findings };
  };
  const before = textsOf(loaded);
  return { before, after: fixFiles(before, { trust, look }), unread: unreadIn(loaded) };
}

/** Of two equal keys one counts: such a document is read, if not as it was meant. */
function unreadIn(manifests: readonly Manifests[]): readonly UnreadDocument[] {
  return manifests.flatMap(({ problems }) => problems)
    .filter(({ type }) => type !== "duplicate-key")
    .map(({ location, message }) => ({ location, reason: message }));
}

/** Applies the fixes of findings from elsewhere to the files that they name, or to the files given. */
export async function fixReported(
  shell: Shell,
  found: readonly Finding[],
  { files, namespace, trust }: FixInput,
): Promise<Fixed> {
  const clusters = Map.groupBy(found, ({ resource }) => resource.cluster);
  const named = [...clusters].map(([cluster, group]) => ({ cluster, paths: filesOf(group) }));
  const given = files.filter(({ paths }) => paths.length > 0);
  const loaded = await loadManifests(shell, given.length > 0 ? given : named, namespace);
  const before = textsOf(loaded);
  const resources = loaded.flatMap((each) => each.resources);
  return { ...fixedOnce(found, { before, resources, trust }), unread: unreadIn(loaded) };
}

function filesOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ location }) => location?.file ?? []))];
}

/** Parses each file again only when its text has changed. */
function rememberingLast(
  parse: (text: string, file: string) => Manifests,
): (text: string, file: string) => Manifests {
  const last = new Map<string, Manifests>();
  return (text, file) => {
    const known = last.get(file);
    if (known?.textOf(file) === text) return known;
    const parsed = parse(text, file);
    last.set(file, parsed);
    return parsed;
  };
}

const REPORT_LIMIT_BYTES = 100 * 2 ** 20;

/** Reads a report in JSON. Throws a `Failure` where the file is none. */
export async function readReport({ world, signal }: Shell, path: string): Promise<ReportedFixes> {
  const bytes = path === "-"
    ? await world.stdin.read(REPORT_LIMIT_BYTES, signal)
    : await world.fs.read(path, REPORT_LIMIT_BYTES, signal);
  const fixes = readReportedFixes(new TextDecoder().decode(bytes));
  if (fixes) return fixes;
  throw new Failure("FILE_NOT_READABLE", `Cannot read "${path}": it is no report in JSON`, {
    hint: "Write one with analyze -o json or diagnose -o json.",
  });
}
