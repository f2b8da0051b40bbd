import { formatPrincipal, type Identity, parsePrincipal } from "../../../auth/mod.ts";
import { formatPath, typingErrors } from "../../../core/mod.ts";
import { type Mesh, serviceAccounts } from "../../../mesh/mod.ts";
import { unallowed } from "../../case/denials.ts";
import { correct, type Correction, correctionFact, obstacles } from "../../case/near_rules.ts";
import { resourceOf } from "../../case/objects.ts";
import { defineCause } from "../../cause.ts";

/** A policy names an identity that was meant to be the caller's, and that the caller does not have. */
export const identityMisspelt = defineCause({
  id: "MM-A05",
  name: "identity-misspelt",
  title: "A policy names the caller's identity wrongly",
  category: "security",
  severity: "high",
  explains: ["MM-A02", "MM-A07", "MM-C46"],
  docs: {
    why:
      "Principals are compared to the letter with TRUST-DOMAIN/ns/NAMESPACE/sa/SERVICE-ACCOUNT of the " +
      "caller's certificate. A name with a typing error, with spiffe:// before it, of a service account " +
      "that does not exist or that the caller's pods do not run as, matches nobody.",
    symptom:
      "403 with rbac_access_denied_matched_policy[none], although the policy seems to name the caller.",
    remedy: "Write the identity that the caller's certificate has, or give its pods the account.",
    verify: "The server's proxy logs via_upstream for the request.",
    links: ["https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source"],
  },

  *consider(of) {
    const found = unallowed(of);
    const own = parsePrincipal(found?.request.source.principal ?? "");
    if (!found || !own || found.request.source.isMtls === false) return;
    for (const obstacle of obstacles(found, ["source.principal", "source.serviceAccount"])) {
      const correction = obstacle.condition.expected.flatMap((value, index) => {
        const meant = obstacle.condition.attribute === "source.principal"
          ? formatPrincipal(own)
          : `${own.namespace}/${own.serviceAccount}`;
        const named = obstacle.condition.attribute === "source.principal"
          ? parsePrincipal(value)
          : accountNamed(value, obstacle.policy.namespace, own);
        const why = isMeantFor(own, value) ? mistakeIn(of.mesh, value, named, own) : undefined;
        return why === undefined ? [] : [{ ...obstacle, index, value, why, meant }];
      })[0];
      if (!correction) continue;
      yield {
        objects: [
          resourceOf(
            correction.policy,
            formatPath([...correction.condition.path, correction.index]),
          ),
        ],
        title: titleOf(correction, of.caller.label),
        facts: [...found.facts, correctionFact(correction)],
        remedy: correct(correction),
      };
      return;
    }
  },
});

function titleOf({ policy, value, why, meant }: Correction, caller: string): string {
  return `AuthorizationPolicy ${policy.namespace}/${policy.name} names "${value}", but ${caller} ` +
    `is ${meant}: ${why}`;
}

/** Typing errors of an identity that may still be another one's. */
const FEW = 3;

function isMeantFor({ trustDomain, namespace, serviceAccount }: Identity, value: string): boolean {
  const parts = value.toLowerCase().split("/");
  const [named = ""] = parts.slice(-1);
  return typingErrors(named, serviceAccount) <= Math.min(FEW, serviceAccount.length / 3) ||
    typingErrors(value, formatPrincipal({ trustDomain, namespace, serviceAccount })) <= FEW ||
    parts.at(-3) === namespace && serviceAccount === "default";
}

/** What is wrong with an identity in a policy; `undefined` where it is that of somebody else. */
function mistakeIn(
  mesh: Mesh,
  value: string,
  named: Identity | undefined,
  own: Identity,
): string | undefined {
  if (value.includes("*")) return undefined;
  if (value.startsWith("spiffe://")) return "Istio writes identities without spiffe://";
  if (!named) return "it is not TRUST-DOMAIN/ns/NAMESPACE/sa/SERVICE-ACCOUNT";
  const { trustDomain, trustDomainAliases = [] } = mesh.config;
  if (![trustDomain, "cluster.local", ...trustDomainAliases].includes(named.trustDomain)) {
    return `${named.trustDomain} is neither the mesh's trust domain nor an alias of it`;
  }
  const known = mesh.once(serviceAccounts).get(named.namespace);
  if (known && !known.has(named.serviceAccount)) {
    return `namespace ${named.namespace} has no service account ${named.serviceAccount}`;
  }
  if (!known && mesh.list("Namespace").length > 0 && !mesh.get("Namespace", "", named.namespace)) {
    return `there is no namespace ${named.namespace}`;
  }
  return own.serviceAccount === "default" && named.namespace === own.namespace
    ? `its pods run as default, not as ${named.serviceAccount}`
    : undefined;
}

/** `ACCOUNT` or `NAMESPACE/ACCOUNT`, as `serviceAccounts` lists them. */
function accountNamed(value: string, namespace: string, { trustDomain }: Identity): Identity {
  const [first = "", second] = value.split("/");
  return second === undefined
    ? { trustDomain, namespace, serviceAccount: first }
    : { trustDomain, namespace: first, serviceAccount: second };
}
