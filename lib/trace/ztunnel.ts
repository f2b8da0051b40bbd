import { authorize, effectiveMtls, policiesFor, principalOf } from "../auth/mod.ts";
import type { Case } from "../connectivity/mod.ts";
import { type AccessObject, formatPath, type TraceHop } from "../core/mod.ts";
import { isZtunnel, type Resource } from "../mesh/mod.ts";
import { identityOf } from "./onward.ts";
import { isOver, type Part, step, stop } from "./stop.ts";
import type { TracedRequest } from "./traced_request.ts";

/** What the ztunnel of the caller's node does: it carries connections to the waypoint, or to the endpoints. */
export function ztunnelHop({ mesh, caller, clients, client, waypoint }: Case): TraceHop {
  const [pod] = caller.pods;
  const where = waypoint && client ? ` to the waypoint ${waypoint.namespace}/${waypoint.name}` : "";
  const objects = waypoint ? [{ resource: waypoint.by.ref, path: "metadata.labels" }] : [];
  const past = waypoint?.problem === undefined ? [] : [
    `the waypoint ${waypoint.namespace}/${waypoint.name} is not used: ${waypoint.problem}`,
  ];
  return {
    proxies: clients.flatMap(({ pod, id }) => pod && isZtunnel(pod) ? [id] : []),
    role: "client",
    via: "",
    share: 1,
    steps: [step(
      "connection",
      `ztunnel carries the connection${where} as ${pod ? identityOf(mesh, pod) : "its workload"}`,
      { objects, details: past },
    )],
  };
}

/** What the ztunnel of a server does with a connection: it asks for an identity, and then the policies. */
export function ztunnelPart(pod: Resource<"Pod">, request: TracedRequest): Part {
  const arrival = tunnelPart(pod, request);
  if (isOver(arrival)) return arrival;
  const decided = policyPart(pod, request);
  return { steps: [...arrival.steps, ...decided.steps], stops: decided.stops };
}

function tunnelPart(
  pod: Resource<"Pod">,
  { mesh, port, tls, tunnelIdentity }: TracedRequest,
): Part {
  const { mode, from, path } = effectiveMtls(mesh, pod, port);
  const objects: AccessObject[] = from ? [{ resource: from.ref, path: formatPath(path) }] : [];
  if (tls) {
    const who = tls.identity ?? tunnelIdentity ?? "nobody that it knows";
    return {
      steps: [step("tls", `the tunnel ends at ztunnel, the caller is ${who}`, { objects })],
      stops: [],
    };
  }
  if (mode !== "STRICT") {
    return { steps: [step("tls", "ztunnel takes plain text", { objects })], stops: [] };
  }
  const reason = "the server's ztunnel takes only mTLS and gets plain text";
  return {
    steps: [step("tls", reason, { outcome: "fail", objects })],
    stops: [stop(0, [], "", reason)],
  };
}

function policyPart(
  pod: Resource<"Pod">,
  { mesh, ip, port, tls, tunnelIdentity, sourceIp }: TracedRequest,
): Part {
  const policies = policiesFor(mesh, pod);
  if (policies.allow.length + policies.deny.length === 0) return { steps: [], stops: [] };
  const identity = tls && (tls.identity ?? tunnelIdentity);
  const { decision, reason, by } = authorize(policies, {
    source: {
      ...(identity ? { principal: principalOf(identity) } : {}),
      ...(sourceIp ? { ip: sourceIp } : {}),
      isMtls: identity !== undefined,
    },
    isHttp: false,
    port,
    destinationIp: ip,
    sni: null,
    jwt: null,
  });
  const objects: AccessObject[] = by
    ? [{ resource: by.policy.ref, path: `spec.rules[${by.ruleIndex}]` }]
    : policies.allow.map(({ ref }) => ({ resource: ref }));
  const outcome = decision === "deny" ? "fail" : decision === "allow" ? "ok" : "unknown";
  return {
    steps: [step("authorization", `ztunnel: ${reason}`, { outcome, objects })],
    stops: decision === "deny" ? [stop(0, [], "", reason)] : [],
  };
}
