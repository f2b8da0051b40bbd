import type { Case } from "../../connectivity/mod.ts";
import { overlaps, type Resource } from "../../mesh/mod.ts";

/** A condition of a route's status. */
export interface RouteCondition {
  /** `Accepted`, `ResolvedRefs`, … */
  readonly type?: string;
  /** `True`, `False` or `Unknown`. */
  readonly status?: string;
  /** Machine-readable reason. */
  readonly reason?: string;
  /** Reason in words. */
  readonly message?: string;
}

/** The HTTPRoute or GRPCRoute that wrote the route of a case. */
export function gatewayRouteOf(
  of: Case,
): Resource<"HTTPRoute"> | Resource<"GRPCRoute"> | undefined {
  const { routeObject, isExpected } = of.walk;
  if (!routeObject && isExpected) return routesForHost(of)[0];
  if (!routeObject || routeObject.kind === "VirtualService") return undefined;
  const { namespace, name } = routeObject;
  return of.mesh.get("HTTPRoute", namespace, name) ?? of.mesh.get("GRPCRoute", namespace, name);
}

/** The Gateway API routes that name the host of a case's target. */
export function routesForHost(
  { mesh, question, caller }: Case,
): (Resource<"HTTPRoute"> | Resource<"GRPCRoute">)[] {
  if (!caller.isExternal) return [];
  return [...mesh.list("HTTPRoute"), ...mesh.list("GRPCRoute")].filter(({ spec }) =>
    (spec.hostnames ?? []).some((hostname) => overlaps(hostname, question.target.host))
  );
}

/** What the controllers say of a Gateway API route, of all its parents. */
export function conditionsOf(
  route: Resource<"HTTPRoute"> | Resource<"GRPCRoute">,
): readonly RouteCondition[] {
  return (route.status.parents ?? []).flatMap(({ conditions }) => conditions ?? []);
}
