import { exportedTo, exportTargets } from "./export.ts";
import { fqdn } from "./host.ts";
import { HostIndex } from "./host_index.ts";
import type { Mesh, MeshFacts } from "./mesh.ts";
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
  mesh: MeshFacts,
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
  mesh: MeshFacts,
  host: string,
  namespace: string,
  clientNamespace: string,
  clientLabels: Readonly<Record<string, string>>,
): Resource<"DestinationRule">[] {
  const index = mesh.once(destinationRuleIndex);
  for (const rules of index.covering(host)) {
    const visible = rules.filter((dr) =>
      dr.namespace === namespace &&
      exportedTo(exportTargets(dr.spec.exportTo, dr.namespace), clientNamespace) &&
      appliesTo(dr, clientNamespace, clientLabels)
    );
    if (visible.length > 0) return visible.toSorted(oldestFirst);
  }
  return [];
}

function appliesTo(
  { namespace, spec: { workloadSelector } }: Resource<"DestinationRule">,
  clientNamespace: string,
  clientLabels: Readonly<Record<string, string>>,
): boolean {
  return !workloadSelector ||
    namespace === clientNamespace && includesLabels(clientLabels, workloadSelector.matchLabels);
}

/** The DestinationRules of a mesh by the host they are for, fully qualified. */
export function destinationRuleIndex(mesh: Mesh): HostIndex<Resource<"DestinationRule">> {
  const index = new HostIndex<Resource<"DestinationRule">>();
  for (const dr of mesh.list("DestinationRule")) {
    index.add(fqdn(dr.spec.host ?? "", dr.namespace), dr);
  }
  return index;
}

/** Orders objects as istiod merges them: by time of creation, then by namespace and name. */
export function oldestFirst(a: Resource, b: Resource): number {
  const timeOf = (r: Resource) => String(r.object.metadata.creationTimestamp ?? "");
  const [x, y] = [timeOf(a), timeOf(b)];
  if (x !== y) return x < y ? -1 : 1;
  const [n, m] = [`${a.name}.${a.namespace}`, `${b.name}.${b.namespace}`];
  return n < m ? -1 : n > m ? 1 : 0;
}
