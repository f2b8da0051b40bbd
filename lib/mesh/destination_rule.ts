import { exportedTo, exportTargets } from "./export.ts";
import { covers, fqdn } from "./host.ts";
import type { Mesh } from "./mesh.ts";
import type { Resource } from "./resource.ts";
import { includesLabels } from "./selector.ts";

/** The DestinationRules that a client gets for a host. */
export interface EffectiveDestinationRules {
  /** The rules that apply, merged in this order; more than one only where they name the very same host. */
  readonly rules: readonly Resource<"DestinationRule">[];
  /** Which namespace on the lookup path they were found in. */
  readonly tier: "client" | "service" | "root" | "none";
}

/**
 * The DestinationRules for `host` as a client in `clientNamespace` gets them. istiod looks in the
 * client's namespace, then the service's, then the root namespace, and takes the most specific host of
 * the first that has any; rules with the very same host are merged, oldest first.
 * See https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration
 */
export function destinationRulesFor(
  mesh: Mesh,
  host: string,
  clientNamespace: string,
  clientLabels: Readonly<Record<string, string>> = {},
): EffectiveDestinationRules {
  const serviceNamespace = mesh.services.find(host, clientNamespace)?.namespace;
  const tiers = [
    ["client", clientNamespace],
    ["service", serviceNamespace],
    ["root", mesh.config.rootNamespace],
  ] as const;
  for (const [tier, namespace] of tiers) {
    if (namespace === undefined) continue;
    // A rule in the root namespace counts as the client's own only where the client lives there.
    if (tier === "client" && namespace === mesh.config.rootNamespace) continue;
    const rules = mostSpecificRules(mesh, host, namespace, clientNamespace, clientLabels);
    if (rules.length > 0) return { rules, tier };
  }
  return { rules: [], tier: "none" };
}

function mostSpecificRules(
  mesh: Mesh,
  host: string,
  namespace: string,
  clientNamespace: string,
  clientLabels: Readonly<Record<string, string>>,
): Resource<"DestinationRule">[] {
  let best: { host: string; rules: Resource<"DestinationRule">[] } | undefined;
  for (const dr of mesh.list("DestinationRule", namespace)) {
    const drHost = fqdn(dr.spec.host ?? "", dr.namespace);
    if (!covers(drHost, host)) continue;
    if (!exportedTo(exportTargets(dr.spec.exportTo, dr.namespace), clientNamespace)) continue;
    const { workloadSelector } = dr.spec;
    if (
      workloadSelector && (dr.namespace !== clientNamespace ||
        !includesLabels(clientLabels, workloadSelector.matchLabels))
    ) continue;
    if (best?.host === drHost) best.rules.push(dr);
    else if (!best || moreSpecific(drHost, best.host)) best = { host: drHost, rules: [dr] };
  }
  return best?.rules.toSorted(oldestFirst) ?? [];
}

function moreSpecific(a: string, b: string): boolean {
  const wildA = a.startsWith("*"), wildB = b.startsWith("*");
  return wildA === wildB ? a.length > b.length : wildB;
}

/** Orders objects as istiod merges them: by time of creation, then by namespace and name. */
export function oldestFirst(a: Resource, b: Resource): number {
  const timeOf = (r: Resource) => String(r.object.metadata.creationTimestamp ?? "");
  const [x, y] = [timeOf(a), timeOf(b)];
  if (x !== y) return x < y ? -1 : 1;
  const [n, m] = [`${a.name}.${a.namespace}`, `${b.name}.${b.namespace}`];
  return n < m ? -1 : n > m ? 1 : 0;
}
