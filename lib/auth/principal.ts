/** An identity of the mesh. */
export interface Identity {
  /** Trust domain such as `cluster.local`. */
  readonly trustDomain: string;
  /** Namespace of the service account. */
  readonly namespace: string;
  /** Service account. */
  readonly serviceAccount: string;
}

/** The part of a SPIFFE identity that policies name: `cluster.local/ns/shop/sa/web`. */
export function principalOf(identity: string): string {
  return identity.startsWith("spiffe://") ? identity.slice("spiffe://".length) : identity;
}

/** Takes `TRUST-DOMAIN/ns/NAMESPACE/sa/ACCOUNT` apart; `undefined` for anything else. */
export function parsePrincipal(principal: string): Identity | undefined {
  const parts = principalOf(principal).split("/");
  const [trustDomain, ns, namespace, sa, serviceAccount] = parts;
  return parts.length === 5 && ns === "ns" && sa === "sa" && trustDomain && namespace &&
      serviceAccount
    ? { trustDomain, namespace, serviceAccount }
    : undefined;
}

/** The principal of a service account. */
export function formatPrincipal({ trustDomain, namespace, serviceAccount }: Identity): string {
  return `${trustDomain}/ns/${namespace}/sa/${serviceAccount}`;
}

/**
 * The principals of a policy under all names of the local trust domain. A pattern of five parts stands
 * for every trust domain of the mesh where its own is one of them, or is `cluster.local`, which Istio
 * takes to mean the local one. `trustDomains` starts with the mesh's own, its aliases follow.
 */
export function withTrustDomainAliases(
  patterns: readonly string[],
  trustDomains: readonly string[],
): readonly string[] {
  return patterns.flatMap((pattern) => {
    const [own = "", ...rest] = pattern.split("/");
    if (rest.length !== 4 || own === "*") return [pattern];
    const isOurs = own === "cluster.local" || trustDomains.some((td) => isNamed(td, own));
    if (!isOurs) return [pattern];
    return [
      ...new Set(trustDomains.map((td) => isNamed(td, own) ? pattern : [td, ...rest].join("/"))),
    ];
  });
}

function isNamed(trustDomain: string, pattern: string): boolean {
  return pattern.startsWith("*") ? trustDomain.endsWith(pattern.slice(1)) : trustDomain === pattern;
}
