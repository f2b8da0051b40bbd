import { actionOf } from "../../../auth/mod.ts";
import type { Case } from "../../../connectivity/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import {
  refusedTunnels,
  REJECTED,
  waypointOnTheWay,
  type ZtunnelDecision,
  ztunnelDecisions,
} from "../../case/ambient.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { appending } from "../../case/cure.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

const NAMED = /explicitly denied by: ([^/\s]+)\/(\S+)/;

/** The policies of a server in ambient mode refuse the connection. */
export const ztunnelDenies = defineCause({
  id: "MM-Z13",
  name: "ztunnel-denies",
  title: "The ztunnel of the server refuses the connection by policy",
  category: "security",
  severity: "high",
  explains: ["MM-A01", "MM-A02", "MM-A03", "MM-A04"],
  docs: {
    why:
      "ztunnel enforces AuthorizationPolicies on connections: by identity, address and port. A DENY rule that " +
      "matches, or ALLOW policies of which none matches, close the connection. Behind a waypoint the waypoint " +
      "is the caller, and its service account must be allowed.",
    symptom:
      "Connection reset at the caller, 503 at a waypoint; the server's ztunnel logs: policy rejection.",
    remedy:
      "Let the policy allow the caller. Behind a waypoint allow the waypoint, and attach what is meant for " +
      "the callers to the waypoint with targetRefs.",
    verify: "The server's ztunnel logs the connection without error.",
    links: ["https://istio.io/latest/docs/ambient/usage/l4-policy/"],
  },

  *consider(of) {
    const seen = logged(of, { transport: REJECTED });
    const refused = refusedTunnels(of);
    const decided = ztunnelDecisions(of).find(({ decision }) => decision === "deny");
    if (seen.length === 0 && (!decided || of.exchanges.length > refused.length)) return;
    const policies = policiesOf(of, decided);
    if (policies.length === 0) return;
    const objects = policies.map((policy) => resourceOf(policy, "spec.rules"));
    const names = policies.map(({ namespace, name }) => `${namespace}/${name}`).join(", ");
    const waypoint = waypointOnTheWay(of);
    const identity = identitySeen(of) ?? decided?.request.source.principal;
    const who = waypoint
      ? `the waypoint ${waypoint.namespace}/${waypoint.name}, which calls in ${of.caller.label}'s stead`
      : identity
      ? `${of.caller.label} (${identity})`
      : `${of.caller.label}, which shows no identity`;
    yield {
      objects,
      title: `AuthorizationPolicy ${names} does not let ${who} through`,
      facts: [
        ...seen,
        ...(decided
          ? [{
            weight: "proven" as const,
            source: `AuthorizationPolicy ${names}`,
            detail: decided.reason,
            explains: refused,
          }]
          : []),
      ],
      remedy: {
        title: waypoint
          ? "Allow the waypoint, and attach the policy for callers to it with targetRefs"
          : "Let a rule allow this caller, or correct the one that was meant to",
        ...(identity && isAllowing(policies)
          ? appending(policies[0]!, "spec.rules", {
            list: policies[0]!.spec.rules,
            item: { from: [{ source: { principals: [identity] } }] },
          })
          : { action: edit(objects[0]!) }),
      },
    };
  },
});

/** The policy that ztunnel names, else the one that decides, else those that allow others. */
function policiesOf(
  of: Case,
  decided: ZtunnelDecision | undefined,
): readonly Resource<"AuthorizationPolicy">[] {
  const named = linesWith(of, { transport: NAMED }).flatMap(({ line }) => {
    const [, namespace = "", name = ""] = NAMED.exec(line.entry.transportFailure) ?? [];
    return of.mesh.get("AuthorizationPolicy", namespace, name) ?? [];
  });
  if (named.length > 0) return [...new Set(named)];
  if (decided?.by) return [decided.by.policy];
  return decided?.allow ?? ztunnelDecisions(of)[0]?.allow ?? [];
}

/** The identity that the server's ztunnel saw. */
function identitySeen(of: Case): string | undefined {
  const [found] = linesWith(of, { side: "server", transport: REJECTED });
  return found?.line.entry.peerIdentity.replace("spiffe://", "") || undefined;
}

/** Whether a rule of one policy would let the caller through. */
function isAllowing([policy, ...others]: readonly Resource<"AuthorizationPolicy">[]): boolean {
  return policy !== undefined && others.length === 0 && actionOf(policy) === "ALLOW";
}
