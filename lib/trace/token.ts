import {
  bareToken,
  evaluateJwt,
  type JwtEvaluation,
  parseJwtDetails,
  requestAuthenticationsFor,
} from "../auth/mod.ts";
import type { ProxyObservation } from "../connectivity/mod.ts";
import { isWaypoint, type Labelled } from "../mesh/mod.ts";
import type { TraceContext } from "./way.ts";

/** What the JWT filter of a workload makes of the token of the question. */
export async function tokenAt(
  { of: { mesh, now, question, destination }, jwks }: TraceContext,
  workload: Labelled | undefined,
): Promise<JwtEvaluation | undefined> {
  const { service } = destination;
  const services = service && workload && isWaypoint(workload) ? [service.resource] : [];
  const policies = workload ? requestAuthenticationsFor(mesh, workload, services) : [];
  if (policies.length === 0) return undefined;
  const { headers, path, jwt } = question.request;
  const carried = jwt === undefined ? {} : { authorization: `Bearer ${bareToken(jwt)}` };
  const carrier = {
    headers: { ...Object.fromEntries(headers), ...carried },
    ...(path === undefined ? {} : { path }),
  };
  return await evaluateJwt(policies, carrier, { now, jwks });
}

/** A token that a proxy refused, as its log tells. */
export interface LoggedRefusal {
  /** HTTP status. */
  readonly code: number;
  /** Response code details. */
  readonly details: string;
  /** Why, in Envoy's words. */
  readonly reason: string;
  /** Share of the logged requests, from 0 to 1. */
  readonly share: number;
}

/**
 * What became of the tokens in the requests that a proxy logged; only where the question says nothing of
 * a token, so that the logged requests tell more than it does.
 */
export function loggedRefusal(
  { of: { exchanges, question } }: TraceContext,
  proxy: ProxyObservation | undefined,
): LoggedRefusal | undefined {
  if (question.request.jwt !== undefined || question.request.headers.has("authorization")) {
    return undefined;
  }
  const lines = exchanges.flatMap(({ client, servers }) => [...client ? [client] : [], ...servers])
    .filter((line) => line.proxy === proxy).map(({ entry }) => entry);
  const refused = lines.filter(({ details }) => parseJwtDetails(details) !== undefined);
  const [first] = refused;
  if (!first) return undefined;
  const { code, details } = first;
  const reason = parseJwtDetails(details) ?? "";
  return { code, details, reason, share: refused.length / lines.length };
}
