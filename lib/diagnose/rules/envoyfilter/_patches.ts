import { type Fix, type Path, valueAt } from "../../../core/mod.ts";
import type { EnvoyFilterConfigPatch, Mesh, Resource } from "../../../mesh/mod.ts";
import { setting } from "../../analysis/fix.ts";

/** One patch of an EnvoyFilter. */
export interface ListedPatch {
  /** The filter. */
  readonly on: Resource<"EnvoyFilter">;
  /** The way to what is done. */
  readonly at: Path;
  /** What is patched. */
  readonly applyTo: string;
  /** What is done. */
  readonly operation: string;
  /** Priority of the filter; 0 where it has none. */
  readonly priority: number;
  /** Name of what is put in or, without one, of what is looked for. */
  readonly name: string;
  /** Versions of proxies that it is for; `""` for all. */
  readonly proxyVersion: string;
}

/** Every patch of every EnvoyFilter, up to the first of a filter that does nothing, as istioctl reads them. */
export function envoyPatches(mesh: Mesh): readonly ListedPatch[] {
  return mesh.list("EnvoyFilter").flatMap((on) => {
    const { configPatches = [], priority = 0 } = on.spec;
    const end = configPatches.findIndex(({ patch }) => patch === undefined);
    return configPatches.slice(0, end < 0 ? undefined : end).map((patch, i) => ({
      on,
      at: ["spec", "configPatches", i, "patch", "operation"],
      applyTo: patch.applyTo ?? "",
      operation: patch.patch?.operation ?? "",
      priority,
      name: nameOf(patch),
      proxyVersion: patch.match?.proxy?.proxyVersion ?? "",
    }));
  });
}

function nameOf({ patch, match }: EnvoyFilterConfigPatch): string {
  if (patch?.value === undefined) return "";
  const name = valueAt(patch.value, ["name"]);
  if (typeof name === "string") return name;
  return match?.listener?.filterChain?.filter?.name ?? "";
}

const ROUTES = new Set(["ROUTE_CONFIGURATION", "HTTP_ROUTE"]);
const REPLACEABLE = new Set(["NETWORK_FILTER", "HTTP_FILTER", "VIRTUAL_HOST"]);

/** Whether an ADD or REMOVE is ignored, as it is for route configurations and their routes. */
export function isForRoutes({ applyTo }: ListedPatch): boolean {
  return ROUTES.has(applyTo);
}

/** Whether what is patched can be replaced. */
export function isReplaceable({ applyTo }: ListedPatch): boolean {
  return REPLACEABLE.has(applyTo);
}

/** Whether the result depends on what other EnvoyFilters did before. */
export function isRelative(patch: ListedPatch): boolean {
  const { operation, priority } = patch;
  if (priority !== 0) return false;
  return operation === "INSERT_BEFORE" || operation === "INSERT_AFTER" ||
    operation === "REMOVE" && !isForRoutes(patch) ||
    operation === "REPLACE" && isReplaceable(patch);
}

/** Makes the filter of a relative patch come after those without priority. */
export function applyLater({ on }: ListedPatch): Fix {
  return setting(on.object, ["spec", "priority"], 10, "Apply it after filters without priority");
}

/**
 * The relative patches, and whether another patch of the same name is for certain versions of proxies
 * only. istioctl looks for it among the patches before; otherwise the order does not count.
 */
export function* relativePatches(
  patches: readonly ListedPatch[],
  compat: boolean,
): Iterable<{ patch: ListedPatch; isVersioned: boolean }> {
  const versioned = Map.groupBy(
    patches.filter(({ proxyVersion }) => proxyVersion !== ""),
    ({ name }) => name,
  );
  const seen = new Set<string>();
  for (const patch of patches) {
    const isElsewhere = patch.name !== "" &&
      (versioned.get(patch.name) ?? []).some((other) => other !== patch);
    const isVersioned = compat ? seen.has(patch.name) : isElsewhere;
    if (isRelative(patch)) yield { patch, isVersioned };
    if (patch.proxyVersion !== "") seen.add(patch.name);
  }
}
