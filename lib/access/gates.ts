import { type AccessGate, type AccessObject, formatPath } from "../core/mod.ts";
import {
  type AccessDecision,
  type AccessRequest,
  authorize,
  type EdgeTls,
  type JwtEvaluation,
  policiesFor,
} from "../auth/mod.ts";
import { HBONE_PORT, isAmbient, type Mesh, type Resource } from "../mesh/mod.ts";
import { connectionAllowed } from "../network/mod.ts";
import type { Enforcer } from "./enforcer.ts";

/** Whether NetworkPolicies let the packets through. */
export function networkGate(
  mesh: Mesh,
  client: Resource<"Pod">,
  server: Resource<"Pod">,
  port: number,
): AccessGate {
  // Between captured pods only the tunnel is seen on the wire.
  const seen = isAmbient(client) && isAmbient(server) ? HBONE_PORT : port;
  const { allowed, reason, blockedBy, allowedBy } = connectionAllowed(mesh, {
    from: client,
    to: server,
    port: seen,
  });
  return {
    gate: "network",
    answer: allowed ? "allow" : "deny",
    reason,
    objects: (allowed ? allowedBy : blockedBy).map(({ policy, direction, ruleIndex }) => ({
      resource: policy.ref,
      ...(ruleIndex === undefined ? {} : { path: `spec.${direction}[${ruleIndex}]` }),
    })),
    details: blockedBy.map(({ policy, reason }) => `${policy.name}: ${reason}`),
  };
}

/** Whether both ends agree on TLS. */
export function tlsGate({ outcome, reason, client, server }: EdgeTls): AccessGate {
  const objects = [client, server].flatMap((end): AccessObject[] =>
    end?.from ? [{ resource: end.from.ref, path: formatPath(end.path) }] : []
  );
  const said = outcome === "refused" ? reason : `the connection is ${outcome}: ${reason}`;
  const answer = outcome === "refused" ? "deny" : outcome === "unknown" ? "unknown" : "allow";
  return { gate: "tls", answer, reason: said, objects, details: [] };
}

/** Whether the token is accepted; none passes here. */
export function tokenGate({ outcome, status, rules, by }: JwtEvaluation): AccessGate {
  const telling = by ? [by] : rules.filter((rule) => rule.status === status);
  const [first] = telling;
  const reasons = {
    "accepted": `the token is accepted: ${by?.reason ?? ""}`,
    "no token": rules.length === 0
      ? "no RequestAuthentication applies, so tokens are not looked at"
      : "there is no token, which RequestAuthentication lets pass",
    "rejected": `${status}: ${first?.reason ?? ""}`,
    "unknown": `the signature cannot be verified: ${first?.reason ?? ""}`,
  };
  return {
    gate: "token",
    answer: outcome === "rejected" ? "deny" : outcome === "unknown" ? "unknown" : "allow",
    reason: reasons[outcome],
    objects: outcome === "no token" ? [] : telling.map(({ policy, path }) => ({
      resource: policy.ref,
      path: formatPath(path),
    })),
    details: rules.map(({ policy, path, reason }) =>
      `${policy.name} ${formatPath(path)}: ${reason}`
    ),
  };
}

/** Whether the AuthorizationPolicies that a proxy enforces allow the request. */
export function authorizationGate(
  mesh: Mesh,
  { label, workload, services, seesRequests }: Enforcer,
  request: AccessRequest,
): AccessGate {
  const policies = policiesFor(mesh, workload, services);
  const decision = authorize(policies, { ...request, isHttp: request.isHttp && seesRequests });
  return gateOf(decision, label);
}

/** The gate of a server without proxy. */
export const OPEN_GATE: AccessGate = {
  gate: "authorization",
  answer: "allow",
  reason: "the server has no proxy that could enforce AuthorizationPolicies",
  objects: [],
  details: [],
};

function gateOf(
  { decision, reason, by, unknowns, policies }: AccessDecision,
  at: string | undefined,
): AccessGate {
  const missing = unknowns.length === 0 ? "" : `, which hangs on ${unknowns.join(", ")}`;
  const failing = policies.flatMap(({ policy, rules, match }) =>
    match === "matched"
      ? []
      : rules.map(({ index, reason }) => `${policy.name} rule ${index}: ${reason}`)
  );
  return {
    gate: "authorization",
    answer: decision,
    reason: `${reason}${missing}${at === undefined ? "" : ` (at ${at})`}`,
    objects: by
      ? [{ resource: by.policy.ref, path: `spec.rules[${by.ruleIndex}]` }]
      : decision === "deny"
      ? policies.map(({ policy }) => ({ resource: policy.ref }))
      : [],
    details: failing,
  };
}
