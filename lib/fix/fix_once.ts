import type { Applicability, Finding, ResourceRef, UnreadDocument } from "../core/mod.ts";
import type { AnyResource } from "../mesh/mod.ts";
import { applyFixes } from "./apply_fixes.ts";
import type { FixedFiles } from "./fix_files.ts";

/** Files before and after. */
export interface Fixed {
  /** Text by file. */
  readonly before: ReadonlyMap<string, string>;
  /** What became of them. */
  readonly after: FixedFiles;
  /** Documents in them that could not be read. */
  readonly unread?: readonly UnreadDocument[];
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
