import type { Case } from "../connectivity/mod.ts";
import type { Resource } from "../mesh/mod.ts";

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
  const { routeObject } = of.walk;
  if (!routeObject || routeObject.kind === "VirtualService") return undefined;
  const { namespace, name } = routeObject;
  return of.mesh.get("HTTPRoute", namespace, name) ?? of.mesh.get("GRPCRoute", namespace, name);
}

/** What the controllers say of a Gateway API route, of all its parents. */
export function conditionsOf(
  route: Resource<"HTTPRoute"> | Resource<"GRPCRoute">,
): readonly RouteCondition[] {
  return (route.status.parents ?? []).flatMap(({ conditions }) => conditions ?? []);
}
