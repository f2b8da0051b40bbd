/** Domain of Kubernetes services; Istio hard-codes the same default. */
export const CLUSTER_DOMAIN = "svc.cluster.local";

/**
 * The fully qualified form of a host in an Istio object: a name without a dot means the service of that
 * name in the namespace of its writer. A host with a dot or a wildcard is taken as it is, as istiod does.
 */
export function fqdn(host: string, namespace: string): string {
  return host === "" || host.includes(".") || host.startsWith("*")
    ? host
    : `${host}.${namespace}.${CLUSTER_DOMAIN}`;
}

/** Name and namespace of a Kubernetes service from its fully qualified host. */
export function parseServiceHost(host: string): { name: string; namespace: string } | undefined {
  const suffix = `.${CLUSTER_DOMAIN}`;
  if (!host.endsWith(suffix)) return undefined;
  const labels = host.slice(0, -suffix.length);
  const dot = labels.lastIndexOf(".");
  return dot <= 0 ? undefined : { name: labels.slice(0, dot), namespace: labels.slice(dot + 1) };
}

/**
 * The names under which pods of `fromNamespace` may reach a Kubernetes service, the fully qualified one
 * first: resolvers complete short names with the search path of the pod.
 */
export function serviceAliases(name: string, namespace: string, fromNamespace: string): string[] {
  const names = [
    `${name}.${namespace}.${CLUSTER_DOMAIN}`,
    `${name}.${namespace}.svc`,
    `${name}.${namespace}`,
  ];
  return namespace === fromNamespace ? [...names, name] : names;
}

/** Whether every name that `narrow` covers is covered by `wide`; `*.a.b` covers `x.a.b` but not `a.b`. */
export function covers(wide: string, narrow: string): boolean {
  if (wide === "*" || wide === narrow) return true;
  if (!wide.startsWith("*")) return false;
  const suffix = wide.slice(1);
  return narrow.startsWith("*")
    ? narrow.slice(1).endsWith(suffix)
    : narrow.length > suffix.length && narrow.endsWith(suffix);
}

/** Whether some name is covered by both hosts. */
export function overlaps(a: string, b: string): boolean {
  return covers(a, b) || covers(b, a);
}

/** The most specific of `patterns` that covers `host`: an exact name, else the longest wildcard. */
export function mostSpecific(patterns: Iterable<string>, host: string): string | undefined {
  let best: string | undefined;
  for (const pattern of patterns) {
    if (!covers(pattern, host)) continue;
    if (pattern === host) return pattern;
    if (best === undefined || pattern.length > best.length) best = pattern;
  }
  return best;
}
