import { parsePrincipal } from "../../../auth/mod.ts";
import type { Case, ProxyObservation } from "../../../connectivity/mod.ts";
import { unallowed } from "../../case/denials.ts";
import { obstacles } from "../../case/near_rules.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { VERIFY_FAILED } from "../../case/tls_modes.ts";
import { defineCause, type Fact } from "../../cause.ts";

/** Identities of another trust domain are met, which is no alias of the mesh's. */
export const trustDomainChanged = defineCause({
  id: "MM-T14",
  name: "trust-domain-without-alias",
  title: "A trust domain is met that is no alias of the mesh's",
  category: "security",
  severity: "high",
  explains: ["MM-T13", "MM-A02", "MM-A05", "MM-A07", "MM-C20"],
  docs: {
    why:
      "The trust domain is part of every identity. After it was changed, workloads that have not restarted, " +
      "and policies that name the old one, no longer agree with the others unless trustDomainAliases of the " +
      "mesh settings lists it.",
    symptom:
      "403 with rbac_access_denied_matched_policy[none], or CERTIFICATE_VERIFY_FAILED, after the change.",
    remedy: "List the old trust domain in trustDomainAliases until nothing uses it any more.",
    verify: "Requests pass; certificates name the mesh's trust domain.",
    links: [
      "https://istio.io/latest/docs/tasks/security/authorization/authz-td-migration/",
    ],
  },

  *consider(of) {
    const known = trustDomains(of);
    const refusals = of.exchanges.length > 0
      ? logged(of, { side: "client", transport: VERIFY_FAILED })
      : [];
    const stranger =
      [of.client, of.walk.proxy, of.onward?.proxy, ...of.servers].flatMap((proxy) => {
        const domain = proxy && trustDomainOf(proxy);
        return domain !== undefined && !known.includes(domain) ? [{ proxy: proxy!, domain }] : [];
      })[0];
    const denied = refusals.length > 0 ? undefined : unallowed(of);
    const named = denied && namedDomain(of, denied, known);
    if (!named && !(stranger && refusals.length > 0)) return;
    const domain = named?.domain ?? stranger!.domain;
    const settings = {
      kind: "ConfigMap",
      namespace: of.mesh.istioNamespace,
      name: "istio",
      path: "data.mesh",
    };
    yield {
      objects: [
        settings,
        ...(named ? [resourceOf(named.policy, "spec.rules")] : []),
        ...(stranger?.proxy.pod ? [resourceOf(stranger.proxy.pod)] : []),
      ],
      title: `${domain} is neither the mesh's trust domain ${known[0]} nor an alias of it, but ${
        named
          ? `AuthorizationPolicy ${named.policy.namespace}/${named.policy.name} names callers by it`
          : `the certificate of ${stranger!.proxy.id} has it`
      }`,
      facts: [
        ...refusals,
        ...denied?.facts ?? [],
        ...(named ? named.facts : []),
        ...(stranger
          ? [{
            weight: "proven" as const,
            source: `${stranger.proxy.folder}/certs.json`,
            detail: `the identity of ${stranger.proxy.id} is of ${stranger.domain}`,
          }]
          : []),
      ],
      remedy: {
        title: `List ${domain} in trustDomainAliases`,
        action: edit(settings),
        patch: `trustDomainAliases:\n- ${domain}\n`,
      },
    };
  },
});

function trustDomains({ mesh: { config } }: Case): string[] {
  return [config.trustDomain, ...config.trustDomainAliases ?? []];
}

function trustDomainOf({ certificates }: ProxyObservation): string | undefined {
  const names = certificates?.own.flatMap(({ names }) => names) ?? [];
  return parsePrincipal(names.find((name) => name.startsWith("spiffe://")) ?? "")?.trustDomain;
}

/** Identities that make a trust domain more than a typing error. */
const SEVERAL = 2;

/**
 * The foreign trust domain by which a policy names the caller: one that a certificate has too, or that
 * stands in the place of the mesh's own in several principals of policies.
 */
function namedDomain(
  { mesh, client, servers, walk }: Case,
  denied: NonNullable<ReturnType<typeof unallowed>>,
  known: readonly string[],
): { policy: typeof denied.policies[number]; domain: string; facts: Fact[] } | undefined {
  const own = parsePrincipal(denied.request.source.principal ?? "");
  for (const { policy, condition } of obstacles(denied, ["source.principal"])) {
    const named = condition.expected.map(parsePrincipal).find((each) =>
      each?.namespace === own?.namespace && each?.serviceAccount === own?.serviceAccount &&
      each?.trustDomain !== own?.trustDomain
    );
    if (!named || !own) continue;
    const domain = known.includes(named.trustDomain) ? own.trustDomain : named.trustDomain;
    const holders = [client, walk.proxy, ...servers].filter((proxy) =>
      proxy && trustDomainOf(proxy) === domain
    );
    const principals = JSON.stringify(
      mesh.list("AuthorizationPolicy").map(({ spec }) => spec.rules ?? []),
    ).match(/"[^"/]+\/ns\/[^"/]+\/sa\/[^"/]+"/g) ?? [];
    const others = new Set(principals.filter((each) => each.startsWith(`"${domain}/`)));
    const usesOwn = principals.some((each) => known.some((td) => each.startsWith(`"${td}/`)));
    if (known.includes(domain) || holders.length === 0 && (others.size < SEVERAL || usesOwn)) {
      continue;
    }
    return {
      policy,
      domain,
      facts: [{
        weight: "proven",
        source: `AuthorizationPolicy ${policy.namespace}/${policy.name}`,
        detail: `wants ${condition.expected.join(", ")}; the caller is ${
          condition.actual.join(", ")
        }`,
      }],
    };
  }
  return undefined;
}
