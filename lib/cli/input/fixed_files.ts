import { type Applicability, Failure, type Finding, type ResourceRef } from "../../core/mod.ts";
import { type AnalysisRule, analyze, silence } from "../../diagnose/mod.ts";
import {
  applyFixes,
  type FixedFiles,
  fixFiles,
  readReportedFixes,
  type ReportedFixes,
} from "../../fix/mod.ts";
import { loadSchemas } from "../../schema/mod.ts";
import type { AnyResource, MeshOptions } from "../../mesh/mod.ts";
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

/** Files before and after. */
export interface Fixed {
  /** Text by file. */
  readonly before: ReadonlyMap<string, string>;
  /** What became of them. */
  readonly after: FixedFiles;
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
    parseManifests(text, file, { cluster: clusterOf.get(file)!, defaultNamespace: namespace })
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
  return { before, after: fixFiles(before, { trust, look }) };
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
  return fixedOnce(found, {
    before,
    resources: loaded.flatMap((each) => each.resources),
    trust,
  });
}

/** Files whose objects are fixed. */
export interface FixedOnceInput {
  /** Text by file. */
  readonly before: ReadonlyMap<string, string>;
  /** The objects in them. */
  readonly resources: readonly AnyResource[];
  /** The kinds of fixes that are wanted. */
  readonly trust: readonly Applicability[];
}

/** Applies the fixes of findings from elsewhere, once: nothing looks again. */
export function fixedOnce(
  found: readonly Finding[],
  { before, resources, trust }: FixedOnceInput,
): Fixed {
  const [wanted, others]: Finding[][] = [[], []];
  for (const finding of inOneCluster(found, resources)) {
    (finding.fix && trust.includes(finding.fix.applicability) ? wanted : others)!.push(finding);
  }
  const result = applyFixes({ texts: before, resources, findings: wanted! });
  const { texts, applied, refused, postponed } = result;
  return { before, after: { texts, fixed: applied, refused, left: [...postponed, ...others!] } };
}

/** Where all objects are of one cluster, it may have had another name when it was looked at. */
function inOneCluster(
  found: readonly Finding[],
  resources: readonly AnyResource[],
): readonly Finding[] {
  const [cluster, ...more] = new Set(resources.map((resource) => resource.cluster));
  if (cluster === undefined || more.length > 0) return found;
  const here = (resource: ResourceRef) => ({ ...resource, cluster });
  return found.map(({ fix, ...finding }) => ({
    ...finding,
    resource: here(finding.resource),
    ...(fix && {
      fix: {
        ...fix,
        ...(fix.others && {
          others: fix.others.map(({ resource, patch }) => ({ resource: here(resource), patch })),
        }),
      },
    }),
  }));
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
